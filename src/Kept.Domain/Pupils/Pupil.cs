using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Pupils;

/// <summary>A child or young person on roll.</summary>
public sealed class Pupil : IAboutPupil
{
    public const int NameMaxLength = 80;
    public const int ClassMaxLength = 20;

    public required Id<Pupil> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>Checked by <see cref="Pupils.Upn.Read"/>. For school use only: never shown to families or put in an address.</summary>
    public required string Upn { get; init; }

    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";

    /// <summary>What the child is called, where it is not the legal given name.</summary>
    public string? PreferredName { get; private set; }

    /// <summary>Null where the school's export does not say: some class lists leave it out.</summary>
    public LocalDate? DateOfBirth { get; private set; }

    /// <summary>E1, E2, N1, N2, R, 1 to 14, or X where the national curriculum is not followed.</summary>
    public string YearGroup { get; private set; } = "";

    public string? ClassName { get; private set; }
    public SenProvision Provision { get; private set; }

    /// <summary>Census codes of need, the primary one first: SEMH, SLCN.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>The last day on roll; null while the pupil is here.</summary>
    public LocalDate? LeftOn { get; private set; }

    /// <summary>Since when it is written down who decides about their support (rule 15); null while it is not.</summary>
    public LocalDate? LeadDecidedOn { get; private set; }

    /// <summary>For sorting and matching; see <see cref="Text.Key"/>.</summary>
    public string NameKey { get; private set; } = "";

    Id<Pupil> IAboutPupil.PupilId => Id;

    /// <summary>"Leo Bennett", by the name the child uses.</summary>
    public string Name => $"{PreferredName ?? GivenName} {FamilyName}";

    /// <summary>"Year 5", "Reception".</summary>
    public string YearInWords => YearGroups.InWords(YearGroup);

    public bool IsOnRollOn(LocalDate day) => LeftOn is null || day <= LeftOn;

    /// <summary>From when the young person leads (rule 15); null where the date of birth is not known.</summary>
    public LocalDate? LeadsFrom(Nation nation) => DateOfBirth is { } born ? CompulsorySchoolAge.EndsOn(born, nation).PlusDays(1) : null;

    /// <summary>Whether nothing more goes to carers until it is written down who decides (rule 15).</summary>
    public bool AsksWhoDecidesOn(LocalDate day, Nation nation) => AsksWhoDecides(DateOfBirth, YearGroup, LeadDecidedOn, day, nation);

    /// <summary>Where nobody knows the date of birth, year 12 and above say it.</summary>
    public static bool AsksWhoDecides(LocalDate? born, string yearGroup, LocalDate? decidedOn, LocalDate day, Nation nation) =>
        decidedOn is null && (born is { } birthday ? birthday <= CompulsorySchoolAge.BornBy(day, nation) : yearGroup is "12" or "13" or "14");

    public static Result<Pupil> Enrol(Id<School> school, PupilDetails details)
    {
        if (WrongToEnrol(details).FirstOrDefault() is { } refusal)
        {
            return refusal;
        }

        var upn = Pupils.Upn.Read(details.Upn).OrThrow();
        var pupil = new Pupil { Id = Id<Pupil>.New(), SchoolId = school, Upn = upn };
        pupil.Update(details).OrThrow();
        return pupil;
    }

    /// <summary>Everything that stands against taking in a pupil of these details, in the order of the form.</summary>
    public static IEnumerable<Refusal> WrongToEnrol(PupilDetails details)
    {
        if (Pupils.Upn.Read(details.Upn).Refused(out var refusal))
        {
            yield return refusal.About(nameof(Upn));
        }

        foreach (var wrong in Wrong(details))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<Refusal> Wrong(PupilDetails details)
    {
        if (Text.Tidy(details.GivenName) is not { Length: <= NameMaxLength })
        {
            yield return NameRefusal(details.GivenName, "given", nameof(GivenName));
        }

        if (Text.Tidy(details.FamilyName) is not { Length: <= NameMaxLength })
        {
            yield return NameRefusal(details.FamilyName, "family", nameof(FamilyName));
        }

        if (YearGroups.Read(details.YearGroup) is null)
        {
            yield return new Refusal($"“{details.YearGroup}” is not a year group: use R, 1 to 14, N1, N2, E1, E2 or X", nameof(YearGroup));
        }

        if (Text.Tidy(details.ClassName)?.Length > ClassMaxLength)
        {
            yield return new Refusal($"A class must be {ClassMaxLength} characters or fewer", nameof(ClassName));
        }
    }

    private static Refusal NameRefusal(string? typed, string which, string field) =>
        new(Text.Tidy(typed) is null ? $"Enter the pupil’s {which} name" : $"A name must be {NameMaxLength} characters or fewer", field);

    /// <summary>Takes what the school's own system now says. The UPN never changes.</summary>
    public Result<PupilChanged> Update(PupilDetails details)
    {
        if (Wrong(details).FirstOrDefault() is { } refused)
        {
            return refused;
        }

        var given = Text.Tidy(details.GivenName)!;
        var family = Text.Tidy(details.FamilyName)!;
        var year = YearGroups.Read(details.YearGroup)!;
        GivenName = given;
        FamilyName = family;
        PreferredName = Text.Tidy(details.PreferredName) is { } preferred && preferred != given ? preferred : null;
        DateOfBirth = details.DateOfBirth;
        YearGroup = year;
        ClassName = Text.Tidy(details.ClassName);
        Provision = details.Provision;
        Needs = [.. details.Needs];
        LeftOn = null;
        NameKey = Text.Key($"{FamilyName} {PreferredName ?? GivenName}");
        return new PupilChanged(Id);
    }

    /// <summary>That it is written down who decides.</summary>
    public void LeadIsDecided(LocalDate on) => LeadDecidedOn = on;

    /// <summary>Goes on into the next year group, and the class given for it: null where there is none yet.</summary>
    public Result<PupilMovedUp> MoveUp(string? className)
    {
        if (LeftOn is not null)
        {
            return new Refusal($"{Name} has left. Reload the page to see what happened");
        }

        if (YearGroups.After(YearGroup) is not { } next)
        {
            return new Refusal($"No year comes after {YearInWords}: let that year leave", nameof(YearGroup));
        }

        if (Text.Tidy(className)?.Length > ClassMaxLength)
        {
            return new Refusal($"A class must be {ClassMaxLength} characters or fewer", nameof(ClassName));
        }

        YearGroup = next;
        ClassName = Text.Tidy(className);
        return new PupilMovedUp(Id);
    }

    /// <summary>Marks the pupil as left. The record stays.</summary>
    public PupilLeft Leave(LocalDate lastDay)
    {
        LeftOn = lastDay;
        return new PupilLeft(Id);
    }
}

/// <summary>What is entered or imported about a pupil.</summary>
public sealed record PupilDetails(
    string Upn,
    string? GivenName,
    string? FamilyName,
    string? PreferredName,
    LocalDate? DateOfBirth,
    string? YearGroup,
    string? ClassName,
    SenProvision Provision,
    IReadOnlyList<string> Needs);
