using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Pupils;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>Where the pages about the people around one pupil are.</summary>
public static class PupilPeopleLinks
{
    public static string Pupil(Id<Pupil> pupil) => $"/pupils/{pupil}";

    public static string People(Id<Pupil> pupil) => $"/pupils/{pupil}/people";

    public static string AddCarer(Id<Pupil> pupil) => $"/pupils/{pupil}/people/add";

    public static string Edit(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/edit";

    public static string Preferences(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/preferences";

    public static string Invite(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/invite";

    public static string Preview(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/preview";

    public static string PreviewPlan(Id<Pupil> pupil, Id<Person> carer) => $"{Preview(pupil, carer)}/plan";

    public static string PreviewDocuments(Id<Pupil> pupil, Id<Person> carer) => $"{Preview(pupil, carer)}/documents";

    public static string Document(Id<Document> document) => $"/documents/{document}";

    public static string Translations(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/translations";

    public static string Orders(Id<Pupil> pupil, Id<Person> carer) => $"/pupils/{pupil}/people/{carer}/orders";
}
