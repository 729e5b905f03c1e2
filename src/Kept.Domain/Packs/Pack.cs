using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Packs;

/// <summary>How far the making of a pack has come.</summary>
public enum PackState
{
    Waiting,
    Making,
    Ready,
    Failed,
    Cancelled
}

/// <summary>What somebody asks for.</summary>
public sealed record PackWish
{
    public PackAudience? Audience { get; init; }
    public PackFormat? Format { get; init; }
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }

    /// <summary>18 point and more.</summary>
    public bool LargePrint { get; init; }

    public bool Safeguarding { get; init; }

    /// <summary>Who reads a family’s pack.</summary>
    public Id<Person>? CarerId { get; init; }
}

/// <summary>
/// A pupil’s record for one audience, as a file: asked for by one person, made in the background, theirs alone to fetch, and gone after
/// some days. A line of the queue by which it is made; that it was asked for and fetched is in the ledger.
/// </summary>
public sealed class Pack : IAboutPupil
{
    public const int StepMaxLength = 120;

    /// <summary>Of one carer about one child: making them is work, and nobody needs more.</summary>
    public const int MostOwnADay = 6;

    /// <summary>Of those with the files in them, which are big, fewer.</summary>
    public const int MostOwnZipsADay = 2;

    /// <summary>Long enough for a weekend: a file about a child lies about no longer than it is needed.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(3);

    public required Id<Pack> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> ById { get; init; }
    public required PackAudience Audience { get; init; }
    public Id<Person>? CarerId { get; init; }
    public required bool Safeguarding { get; init; }

    /// <summary>The narrowest that can be in it.</summary>
    public required Visibility Visibility { get; init; }

    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }
    public required PackFormat Format { get; init; }
    public required bool LargePrint { get; init; }

    /// <summary>BCP 47 tag of the language that a carer's own copy is in; null for what staff make.</summary>
    public string? Language { get; init; }

    public required Instant AskedAt { get; init; }
    public PackState State { get; private set; }

    /// <summary>What is being done, in words.</summary>
    public string? Step { get; private set; }

    /// <summary>Of a hundred.</summary>
    public int Progress { get; private set; }

    /// <summary>How many times somebody began to make it.</summary>
    public int Tries { get; private set; }

    /// <summary>Until when it is being made by whoever said so; one whose maker has died is taken up by another.</summary>
    public Instant? LeasedUntil { get; private set; }

    public Instant? FinishedAt { get; private set; }

    /// <summary>The file’s bytes; null until it is there.</summary>
    public long? Size { get; private set; }

    /// <summary>A carer's own copy of what they read: asked for by them, and read through their door.</summary>
    public bool IsOwn => CarerId == ById;

    public bool IsUnderWay => State is PackState.Waiting or PackState.Making;

    public PackWish Wish => new() { Audience = Audience, Format = Format, From = From, To = To, LargePrint = LargePrint, Safeguarding = Safeguarding, CarerId = CarerId };

    public bool IsThereAt(Instant now) => State is PackState.Ready && FinishedAt is { } made && now < made + KeptFor;

    /// <param name="by">Who asks.</param>
    /// <param name="pupil">Whose record.</param>
    /// <param name="wish">What for.</param>
    /// <param name="carer">What ties the reader of a family’s pack to the pupil.</param>
    /// <param name="today">The school’s day.</param>
    /// <param name="at">Now.</param>
    public static Result<Pack> Ask(StaffViewer by, Id<Pupil> pupil, PackWish wish, Relationship? carer, LocalDate today, Instant at)
    {
        if (wish.Audience is not { } audience)
        {
            return new Refusal("Choose who the pack is for", nameof(Audience));
        }

        if (wish.Format is not { } format)
        {
            return new Refusal("Choose what kind of file", nameof(Format));
        }

        if (wish.From > wish.To)
        {
            return new Refusal("The last day must be on or after the first", nameof(To));
        }

        if (wish.From > today)
        {
            return new Refusal("The first day is still to come", nameof(From));
        }

        if (audience is PackAudience.Family && RefusalOf(carer, today) is { } refusal)
        {
            return refusal;
        }

        return !PackScope.Of(by, audience, wish.Safeguarding).Allowed(out var scope, out var refused)
            ? refused
            : new Pack
            {
                Id = Id<Pack>.New(),
                SchoolId = by.SchoolId,
                PupilId = pupil,
                ById = by.PersonId,
                Audience = audience,
                CarerId = audience is PackAudience.Family ? carer!.CarerId : null,
                Safeguarding = wish.Safeguarding,
                Visibility = scope.Narrowest,
                From = wish.From,
                To = wish.To,
                Format = format,

                // Chosen once by the carer who reads it: nobody has to think of it here.
                LargePrint = wish.LargePrint || (audience is PackAudience.Family && carer!.LargePrint),
                AskedAt = at
            };
    }

    /// <summary>A carer asks for everything that they may read of a child of theirs, in their language.</summary>
    /// <param name="by">Who asks, and who alone reads it.</param>
    /// <param name="pupil">Of whom they may be told.</param>
    /// <param name="format">What kind of file.</param>
    /// <param name="language">BCP 47 tag of what they read.</param>
    /// <param name="largePrint">As they have chosen.</param>
    /// <param name="lately">How many they have asked for in the last day.</param>
    /// <param name="zipsLately">How many of these with the files in them.</param>
    /// <param name="at">Now.</param>
    public static Result<Pack> AskOwn(FamilyViewer by, Id<Pupil> pupil, PackFormat? format, string language, bool largePrint, int lately, int zipsLately, Instant at)
    {
        if (format is not (PackFormat.Html or PackFormat.Pdf or PackFormat.Json or PackFormat.Zip))
        {
            return new Refusal("Choose what kind of file", nameof(Format));
        }

        return lately >= MostOwnADay || (format is PackFormat.Zip && zipsLately >= MostOwnZipsADay)
            ? new Refusal("That is enough for one day. Come back tomorrow", nameof(AskedAt))
            : new Pack
            {
                Id = Id<Pack>.New(),
                SchoolId = by.SchoolId,
                PupilId = pupil,
                ById = by.PersonId,
                Audience = PackAudience.Family,
                CarerId = by.PersonId,
                Safeguarding = false,
                Visibility = Visibility.Family,
                Format = format.Value,
                LargePrint = largePrint,
                Language = language,
                AskedAt = at
            };
    }

    /// <summary>Separated parents are told separately, and one whom a court order restricts by no machine (rule 10).</summary>
    private static Refusal? RefusalOf(Relationship? carer, LocalDate today) => carer switch
    {
        null => new Refusal("Choose which parent or carer will read it: each is told separately", nameof(CarerId)),
        _ when !carer.MayBeToldOn(today) && !carer.IsRestrictedOn(today) => new Refusal("The young person decides, and has not said that this carer may be told", nameof(CarerId)),
        _ when !carer.MayBeToldOn(today) => new Refusal("A court order limits what this carer may be told. Read it on the page People, and give by hand what it allows", nameof(CarerId)),
        _ => null
    };

    public Result<PackCancelled> Cancel(Instant at)
    {
        if (!IsUnderWay)
        {
            return new Refusal("This pack is not being made any more");
        }

        State = PackState.Cancelled;
        FinishedAt = at;
        LeasedUntil = null;
        Step = null;
        return new PackCancelled(PupilId, Id);
    }
}
