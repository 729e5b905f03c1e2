using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.People;

/// <summary>Orders of the family courts that schools meet (Children Act 1989 s.8, s.14A and s.31; Family Law Act 1996 parts 3A and 4).</summary>
public enum CourtOrderKind
{
    /// <summary>With whom a child lives and spends time.</summary>
    ChildArrangements,
    ProhibitedSteps,
    SpecificIssue,
    NonMolestation,
    Occupation,
    SpecialGuardianship,
    Care,
    Other
}

/// <summary>
/// What a court has ordered about one carer and one child: what it says, from when until when, and who has had the order itself in their hands. The
/// school stays neutral: without an order all parents are equal. Orders are not shown to any carer.
/// </summary>
public sealed class CourtOrder : IAboutPupil
{
    /// <summary>More on one carer than any court makes.</summary>
    public const int MostOfOneCarer = 20;

    public required Id<CourtOrder> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>Whom it binds.</summary>
    public required Id<Person> CarerId { get; init; }

    public CourtOrderKind Kind { get; private set; }

    /// <summary>The case number, as it stands on the order.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What staff are to do, in a sentence.</summary>
    public string Says { get; private set; } = "";

    /// <summary>What it takes from the carer’s right to be told; None where it takes nothing, such as one that says where a child lives.</summary>
    public ContactRestriction Restriction { get; private set; }

    /// <summary>The first day on which it holds.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day on which it holds; null where it names none.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>Who of the staff has read the order itself; null while the school only knows of it by word.</summary>
    public Id<Person>? SeenById { get; private set; }

    public LocalDate? SeenOn { get; private set; }

    /// <summary>The last day on which it held, where the court has ended it early.</summary>
    public LocalDate? EndedOn { get; private set; }

    /// <summary>How the school knows that it ended: "Discharged, order of 3 March seen".</summary>
    public string? EndedBecause { get; private set; }

    public required Id<Person> RecordedById { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>The last day on which it holds, as ordered or as ended.</summary>
    public LocalDate? LastDay => EndedOn is { } ended && !(Until < ended) ? ended : Until;

    /// <param name="id">Chosen by the form, so that sending it twice keeps one.</param>
    public static Result<CourtOrder> Record(Id<CourtOrder> id, Relationship tie, OrderDetails details, Id<Person> by, Instant at)
    {
        var order = new CourtOrder { Id = id, SchoolId = tie.SchoolId, PupilId = tie.PupilId, CarerId = tie.CarerId, RecordedById = by, RecordedAt = at };
        return order.Describe(details).Refused(out var refusal) ? refusal : order;
    }

    /// <summary>
    /// The order that must be behind a restriction which was written down before orders were kept, so that another order does not lift it unseen. None
    /// where the restriction is over, or where it is that very order which is being written down now.
    /// </summary>
    public static IReadOnlyList<CourtOrder> Behind(Relationship tie, string written, LocalDate today, Id<Person> by, Instant at)
    {
        if (tie.Restriction is ContactRestriction.None || tie.RestrictionUntil < today || tie.CourtOrderReference == written)
        {
            return [];
        }

        OrderDetails known = new(CourtOrderKind.Other, tie.CourtOrderReference, tie.RestrictionReason, tie.Restriction, tie.RestrictionFrom ?? today, tie.RestrictionUntil);
        return [Record(Id<CourtOrder>.New(), tie, known, by, at).OrThrow()];
    }

    /// <summary>Puts right what was written down; what stood before stays in the ledger.</summary>
    public Result<CourtOrderChanged> Describe(OrderDetails details)
    {
        if (Text.Tidy(details.Says) is not { Length: <= Relationship.ReasonMaxLength } says)
        {
            return new Refusal($"Say what the order says that staff are to do, in {Relationship.ReasonMaxLength} characters or fewer", nameof(Says));
        }

        if (Text.Tidy(details.Reference) is not { Length: <= Relationship.CourtOrderMaxLength } reference)
        {
            return new Refusal("Enter the reference of the court order. Ask to see the order: all parents are treated equally without one", nameof(Reference));
        }

        if (details.From is not { } from)
        {
            return new Refusal("Enter the day from which the order holds, like 3 March 2026", nameof(From));
        }

        if (details.Until < from)
        {
            return new Refusal("The last day must not be before the first", nameof(Until));
        }

        if (EndedOn < from)
        {
            return new Refusal($"This order was ended on {EndedOn!.Value.InWords()}: it must not begin after that", nameof(From));
        }

        (Kind, Says, Reference, Restriction, From, Until) = (details.Kind, says, reference, details.Restriction, from, details.Until);
        return Changed();
    }

    /// <summary>That somebody has read the order itself.</summary>
    public Result<CourtOrderChanged> WasSeen(Id<Person> by, LocalDate on, LocalDate today)
    {
        if (on > today)
        {
            return new Refusal("The order cannot have been seen after today", nameof(SeenOn));
        }

        (SeenById, SeenOn) = (by, on);
        return Changed();
    }

    /// <summary>That the court has ended it before its day.</summary>
    public Result<CourtOrderChanged> End(LocalDate? on, string? because, LocalDate today)
    {
        if (on is not { } day || day < From || day > today)
        {
            return new Refusal($"Enter the last day on which it held: from {From.InWords()} to today", nameof(EndedOn));
        }

        if (Text.Tidy(because) is not { Length: <= Relationship.ReasonMaxLength } why)
        {
            return new Refusal("Say how the school knows, such as: discharged, the order of 3 March was seen", nameof(EndedBecause));
        }

        (EndedOn, EndedBecause) = (day, why);
        return Changed();
    }

    public bool HoldsOn(LocalDate day) => From <= day && !(LastDay < day);

    private CourtOrderChanged Changed() => new(PupilId, CarerId, Id);
}

/// <summary>What an order says, as it is typed.</summary>
public sealed record OrderDetails(CourtOrderKind Kind, string? Reference, string? Says, ContactRestriction Restriction, LocalDate? From, LocalDate? Until);
