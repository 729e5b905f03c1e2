using Kept.Domain;
using Kept.Domain.Schools;

namespace Kept.Store;

/// <summary>Which school's rows this unit of work may touch. Until it is said, none.</summary>
public sealed class Tenancy
{
    /// <summary>What PostgreSQL's row-level security reads; "*" only for sign-in and for jobs over all schools.</summary>
    internal string Setting { get; private set; } = "";

    public Id<School> School { get; private set; }

    /// <summary>True only for the jobs of the machine's operator and for finding which schools an account belongs to.</summary>
    internal bool Everywhere { get; private set; }

    public static Tenancy Of(Id<School> school)
    {
        var tenancy = new Tenancy();
        tenancy.Enter(school);
        return tenancy;
    }

    internal static Tenancy OfEverySchool() => new() { Everywhere = true, Setting = "*" };

    public void Enter(Id<School> school)
    {
        if (Setting.Length > 0 && School != school)
        {
            throw new InvalidOperationException("A unit of work cannot move from one school to another.");
        }

        School = school;
        Setting = school.ToString();
    }
}
