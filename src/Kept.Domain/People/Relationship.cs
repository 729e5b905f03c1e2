using System.Linq.Expressions;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.People;

public enum KnownOrNot
{
    Unknown,
    Yes,
    No
}

public enum LivesWith
{
    Unknown,
    Full,
    Part,
    No
}

/// <summary>What a court order or the law takes from a parent's right to be told. Absent an order, all parents are equal.</summary>
public enum ContactRestriction
{
    None,

    /// <summary>May be told some things, as the order says; staff read the reason before every contact.</summary>
    Limited,

    /// <summary>May not be given information about the child.</summary>
    NoInformation,

    /// <summary>May not be contacted at all.</summary>
    NoContact
}

public enum ContactMethod
{
    NotSaid,
    Phone,
    Text,
    Email,
    Letter,
    InPerson
}

/// <summary>How often a carer wants to hear.</summary>
public enum Rhythm
{
    AtOnce,

    /// <summary>Once a day, after school, all together.</summary>
    Daily,

    /// <summary>On Friday, after school, all together.</summary>
    Weekly
}

/// <summary>
/// What ties a carer to a pupil: who they are to the child (Education Act 1996 s.576), what they may be told, and how they
/// want to be told. Separated parents are separate carers, each told separately.
/// </summary>
public sealed class Relationship : IAboutPupil
{
    public const int LastPriority = 20;
    public const int KindMaxLength = 40;
    public const int TimesMaxLength = 120;
    public const int FormatMaxLength = 80;
    public const int ReasonMaxLength = 500;
    public const int CourtOrderMaxLength = 120;
    public const int PrivateMaxLength = 500;

    public required Id<Relationship> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> CarerId { get; init; }

    /// <summary>"mother", "father", "step-parent", "grandmother", as the family says it.</summary>
    public required string Kind { get; set; }

    public KnownOrNot ParentalResponsibility { get; set; }

    /// <summary>1 is called first. Two carers may share a number.</summary>
    public int Priority { get; set; } = 1;

    public LivesWith LivesWith { get; set; }
    public bool ReceivesCopies { get; set; } = true;
    public ContactMethod PreferredMethod { get; set; }

    /// <summary>How often they are told that something waits.</summary>
    public Rhythm Rhythm { get; set; }

    /// <summary>In the carer's words: "after 4pm", "not on Fridays".</summary>
    public string? PreferredTimes { get; set; }

    /// <summary>BCP 47 tag of the language to write and speak in: "ur".</summary>
    public string Language { get; set; } = "en";

    public bool InterpreterNeeded { get; set; }

    public bool LargePrint { get; private set; }
    public bool HighContrast { get; private set; }
    public bool EasyRead { get; private set; }
    public bool ReadAloud { get; private set; }

    /// <summary>Anything that is none of the choices: "BSL", "on yellow paper".</summary>
    public string? AccessibleFormat { get; set; }

    public FormatWishes Formats => new(LargePrint, HighContrast, EasyRead, ReadAloud);

    /// <summary>The sentence, unless it only says again what is chosen: before there was a choice, "large print" was typed.</summary>
    public string? OtherFormat => FormatWishes.SaidBy(AccessibleFormat) is null ? AccessibleFormat : null;

    /// <summary>"large print, BSL", as staff read it; null for ordinary print.</summary>
    public string? FormatInWords => string.Join(", ", new[] { Formats.InWords, OtherFormat }.OfType<string>()) is { Length: > 0 } words ? words : null;

    public ContactRestriction Restriction { get; private set; }
    public string? RestrictionReason { get; private set; }
    public string? CourtOrderReference { get; private set; }

    /// <summary>The first day on which it holds; null where it has always been so.</summary>
    public LocalDate? RestrictionFrom { get; private set; }

    /// <summary>The last day on which it holds; null where it has none.</summary>
    public LocalDate? RestrictionUntil { get; private set; }

    /// <summary>
    /// Where they live, work or are reached, where that must not be known to the other carers: a place a line. Anything shared that names one is
    /// stopped before it leaves.
    /// </summary>
    public string? KeptFromOthers { get; private set; }

    public IReadOnlyList<string> PrivatePlaces => [.. (KeptFromOthers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Raised whenever orders change what may be told, so that two who change them at once cannot undo each other unseen.</summary>
    public int OrdersVersion { get; private set; }

    /// <summary>The young person, who decides from 16, does not want this carer told, or has not been asked about them (rule 15).</summary>
    public bool YoungPersonSaysNo { get; private set; }

    /// <summary>Who the carer is to the child, and what they may expect of the school.</summary>
    public Result<RelationshipChanged> Describe(TieDetails tie)
    {
        if (Text.Tidy(tie.Kind) is not { Length: <= KindMaxLength } kind)
        {
            return new Refusal($"Enter who they are to the child, such as mother or grandfather, in {KindMaxLength} characters or fewer", nameof(Kind));
        }

        if (tie.Priority is < 1 or > LastPriority)
        {
            return new Refusal($"The order of calling must be a number from 1 to {LastPriority}", nameof(Priority));
        }

        Kind = kind;
        ParentalResponsibility = tie.ParentalResponsibility;
        Priority = tie.Priority;
        LivesWith = tie.LivesWith;
        ReceivesCopies = tie.ReceivesCopies;
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>How the carer wants to be told.</summary>
    public Result<RelationshipChanged> Prefer(ContactPreferences wishes)
    {
        if (!Languages.IsKnown(wishes.Language))
        {
            return new Refusal("Choose a language from the list", nameof(Language));
        }

        PreferredMethod = wishes.Method;
        PreferredTimes = Text.Tidy(wishes.Times);
        Rhythm = wishes.Rhythm;
        Language = wishes.Language;
        InterpreterNeeded = wishes.InterpreterNeeded;
        AccessibleFormat = Text.Tidy(wishes.AccessibleFormat);
        Choose((wishes.Formats ?? Formats).With(FormatWishes.SaidBy(AccessibleFormat) ?? FormatWishes.Ordinary));
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>Takes the form that was chosen, here or for another child of the same carer. Null where nothing is different.</summary>
    public RelationshipChanged? ReadIn(FormatWishes formats)
    {
        if (formats == Formats && OtherFormat == AccessibleFormat)
        {
            return null;
        }

        Choose(formats);
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>A restriction needs the reason and the order's reference: a school stays neutral and asks to see the order.</summary>
    public Result<RelationshipChanged> Restrict(ContactRestriction restriction, string? reason, string? courtOrder, LocalDate? until, LocalDate? from = null)
    {
        if (restriction is not ContactRestriction.None)
        {
            if (Text.Tidy(reason) is null)
            {
                return new Refusal("Say what the restriction is and why", nameof(RestrictionReason));
            }

            if (Text.Tidy(courtOrder) is null)
            {
                return new Refusal("Enter the reference of the court order. Ask to see the order: all parents are treated equally without one", nameof(CourtOrderReference));
            }
        }

        var lifted = restriction is ContactRestriction.None;
        Restriction = restriction;
        RestrictionReason = lifted ? null : Text.Tidy(reason);
        CourtOrderReference = lifted ? null : Text.Tidy(courtOrder);
        (RestrictionFrom, RestrictionUntil) = lifted ? (null, null) : (from, until);
        OrdersVersion++;
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>
    /// Takes what the orders about this carer say together. Where more than one takes something the strictest counts from the first day of any to the
    /// last of any: of two mistakes that may come of it, telling too little for a time is the one that can be mended.
    /// </summary>
    /// <param name="orders">All about this carer and this child.</param>
    public RelationshipChanged Follow(IEnumerable<CourtOrder> orders, LocalDate today)
    {
        var taking = orders.Where(o => o.Restriction is not ContactRestriction.None && !(o.LastDay < today)).OrderByDescending(o => o.Restriction).ThenBy(o => o.From).ToList();
        var strictest = taking.FirstOrDefault();
        return Restrict(
            strictest?.Restriction ?? ContactRestriction.None,
            strictest?.Says,
            strictest?.Reference,
            taking.Exists(o => o.LastDay is null) ? null : taking.Max(o => o.LastDay),
            taking.Count == 0 ? null : taking.Min(o => o.From)).OrThrow();
    }

    /// <summary>Where they live, work or are reached, a place a line, that must not be known to the other carers.</summary>
    public Result<RelationshipChanged> KeepFromOthers(string? places)
    {
        var kept = Text.TidyLines(places);
        if (kept?.Length > PrivateMaxLength)
        {
            return new Refusal($"What is kept from the others must be {PrivateMaxLength} characters or fewer", nameof(KeptFromOthers));
        }

        KeptFromOthers = kept;
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>How a tie begins: the young person who decides already has not been asked about somebody new (rule 15).</summary>
    public void BeginFor(Pupil pupil) => YoungPersonSaysNo = pupil.LeadDecidedOn is not null;

    /// <summary>What the young person who decides wants this carer to know; all or nothing, until they say otherwise.</summary>
    public RelationshipChanged Heed(bool mayBeTold)
    {
        YoungPersonSaysNo = !mayBeTold;
        return new RelationshipChanged(PupilId, CarerId);
    }

    /// <summary>Whether a court takes something from this carer's right to be told, on a day.</summary>
    public bool IsRestrictedOn(LocalDate day) => IsRestricted(Restriction, RestrictionFrom, RestrictionUntil, day);

    public static bool IsRestricted(ContactRestriction restriction, LocalDate? from, LocalDate? until, LocalDate day) =>
        restriction is not ContactRestriction.None && !(until < day) && !(from > day);

    private void Choose(FormatWishes formats)
    {
        AccessibleFormat = OtherFormat;
        (LargePrint, HighContrast, EasyRead, ReadAloud) = formats;
    }

    /// <summary>Whether this carer may be told of shared things on a day without a person deciding first (rule 10).</summary>
    public bool MayBeToldOn(LocalDate day) => !IsRestrictedOn(day) && !YoungPersonSaysNo;

    /// <summary>For staff: why not, on a day on which they may not be told.</summary>
    public string WhyNotTold(LocalDate day) => IsRestrictedOn(day) ? "a court order" : "the young person decides, and has not said that they may be told";

    /// <summary><see cref="MayBeToldOn"/>, for a database to answer.</summary>
    public static Expression<Func<Relationship, bool>> ToldOn(LocalDate day) =>
        tie => !tie.YoungPersonSaysNo && (tie.Restriction == ContactRestriction.None || tie.RestrictionUntil < day || tie.RestrictionFrom > day);

    /// <summary>For a database to answer: who can be given nothing to do about the child, because they may know nothing of it.</summary>
    public static Expression<Func<Relationship, bool>> KnowsNothingOn(LocalDate day) =>
        tie => tie.YoungPersonSaysNo
            || ((tie.Restriction == ContactRestriction.NoInformation || tie.Restriction == ContactRestriction.NoContact)
                && (tie.RestrictionUntil == null || tie.RestrictionUntil >= day) && (tie.RestrictionFrom == null || tie.RestrictionFrom <= day));
}

/// <summary>Who a carer is to a child.</summary>
public sealed record TieDetails(string? Kind, KnownOrNot ParentalResponsibility, int Priority, LivesWith LivesWith, bool ReceivesCopies);

/// <summary>How a carer wants to be told. The office may keep these up to date; the rest needs somebody who runs the school's side.</summary>
/// <param name="AccessibleFormat">What is none of the choices.</param>
/// <param name="Formats">Null leaves them as they are.</param>
public sealed record ContactPreferences(
    ContactMethod Method, string? Times, string Language, bool InterpreterNeeded, string? AccessibleFormat, Rhythm Rhythm = Rhythm.AtOnce, FormatWishes? Formats = null);
