using Kept.Domain;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Where the pages about people are.</summary>
public static class PeopleLinks
{
    public const string Staff = "/settings/people";
    public const string AddStaff = "/settings/people/add";
    public const string Professionals = "/settings/people/professionals";
    public const string AddProfessional = "/settings/people/professionals/add";

    public static string Person(Id<Person> person) => $"/settings/people/{person}";

    public static string Edit(Id<Person> person) => $"/settings/people/{person}/edit";

    public static string Roles(Id<Person> person) => $"/settings/people/{person}/roles";

    public static string Leave(Id<Person> person) => $"/settings/people/{person}/leave";

    public static string Invite(Id<Person> person) => $"/settings/people/{person}/invite";

    /// <summary>The action log, with what this person still owes.</summary>
    public static string ActionsOf(Id<Person> person) => $"/actions?owner={person}";
}
