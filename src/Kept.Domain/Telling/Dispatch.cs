using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Telling;

public enum DispatchState
{
    Waiting,

    /// <summary>Somebody is handing it over at this moment.</summary>
    Sending,

    /// <summary>The mail server, or the service, has taken it.</summary>
    Sent,

    /// <summary>The service says that it has arrived.</summary>
    Delivered,

    /// <summary>It may have arrived, and may not: the connection broke after it was handed over. It is not sent again until a person says so.</summary>
    Unclear,

    /// <summary>It did not and will not arrive; the next way was taken.</summary>
    Failed,

    /// <summary>For staff to print or to say.</summary>
    ByHand,

    /// <summary>Staff say that they have told them.</summary>
    Told,

    /// <summary>Not wanted any more: the carer may not be told, or has seen it all.</summary>
    Dropped
}

public enum DispatchOf
{
    /// <summary>That something waits.</summary>
    Notices,

    /// <summary>The single-use link with which they come in. It is made when it is sent, and kept nowhere.</summary>
    WayIn
}

/// <summary>
/// One thing that goes out to one carer by one way. It is written down before it leaves and after, so that whatever is killed in between leaves a trace:
/// a notice is never lost, and never sent twice without a person’s word.
/// </summary>
public sealed class Dispatch : IBelongsToSchool
{
    public const int AddressMaxLength = 254;
    public const int ProblemMaxLength = 200;
    public const int EarlierMaxLength = 500;
    public const int ReferenceMaxLength = 100;
    public const int ServiceMaxLength = 100;

    /// <summary>Why a letter is not made ready again by itself.</summary>
    public const string NothingToPrint = "Nothing came to print: what it is about can’t be read from their side any more";

    /// <summary>A server that cannot be reached for so long is a reason to tell them in another way.</summary>
    public static readonly Duration GivesUpAfter = Duration.FromHours(24);

    /// <summary>A service that was handed something, and does not know it so long afterwards, never got it.</summary>
    public static readonly Duration SurelyNotThereAfter = Duration.FromMinutes(15);

    /// <summary>Who carries mail and texts tries for three days, and then says that it has failed.</summary>
    public static readonly Duration AskedFor = Duration.FromHours(74);

    /// <summary>Mail servers try for five days as a rule, and then say that they gave up. What is said of older mail is not believed.</summary>
    public static readonly Duration ComesBackWithin = Duration.FromDays(14);

    /// <summary>Who hands it over says so for so long; after that they are thought dead.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(3);

    private static readonly Duration[] Pauses =
        [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1), Duration.FromHours(3)];

    public required Id<Dispatch> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> CarerId { get; init; }
    public required DispatchOf Of { get; init; }
    public required WayToTell Way { get; init; }

    /// <summary>Where it went, as it was then; null for what goes by hand.</summary>
    public string? Address { get; init; }

    /// <summary>BCP 47 tag of what the carer reads.</summary>
    public required string Language { get; init; }

    public required Instant MadeAt { get; init; }
    public required DispatchState State { get; init; }

    /// <summary>When it is tried next.</summary>
    public required Instant NextAt { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; init; }

    public Instant? LeasedUntil { get; init; }

    /// <summary>When it was sent, was told by hand, or came to its end.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>What went wrong, in a sentence for staff.</summary>
    public string? Problem { get; init; }

    /// <summary>The service’s own number for it.</summary>
    public string? Reference { get; init; }

    /// <summary>Which service it was handed to, of those that can be asked afterwards; null where nobody can be.</summary>
    public string? Service { get; init; }

    /// <summary>When the service is asked next what became of it; null where there is nothing more to ask.</summary>
    public Instant? AskAt { get; init; }

    /// <summary>Why it goes in this way and not in the one before, in a sentence for staff: they can mend the address.</summary>
    public string? Earlier { get; init; }

    /// <summary>Who asked for the link; whose word it is that they were told, where a person said so.</summary>
    public Id<Person>? SaidById { get; init; }

    /// <summary>With which others it was printed; null for what is not on paper. What comes for this carer afterwards is another letter.</summary>
    public Id<LetterRun>? RunId { get; init; }

    /// <summary>Its place among them, as it stands on the paper.</summary>
    public int? RunNumber { get; init; }

    /// <summary>That something waits, by one way.</summary>
    public static Dispatch To(Person carer, WayToTell way, string language, Instant now) => Made(carer, DispatchOf.Notices, way, language, now, askedBy: null);

    /// <summary>A link by email or text, which is made when it is sent.</summary>
    /// <param name="askedBy">Staff who invite; null where the carer asks.</param>
    public static Dispatch OfALink(Person carer, WayToTell way, string language, Id<Person>? askedBy, Instant now) => Made(carer, DispatchOf.WayIn, way, language, now, askedBy);

    /// <summary>How long to wait after so many tries.</summary>
    public static Duration PauseAfter(int tries) => Pauses[Math.Clamp(tries, 1, Pauses.Length) - 1];

    /// <summary>How long until the service is asked again: most arrive at once, some after days.</summary>
    /// <param name="age">For how long the service has had it.</param>
    public static Duration AskAgainAfter(Duration age) =>
        age < Duration.FromMinutes(10) ? Duration.FromMinutes(1)
        : age < Duration.FromHours(1) ? Duration.FromMinutes(5)
        : age < Duration.FromHours(6) ? Duration.FromMinutes(30)
        : Duration.FromHours(3);

    private static Dispatch Made(Person carer, DispatchOf of, WayToTell way, string language, Instant now, Id<Person>? askedBy) => new()
    {
        Id = Id<Dispatch>.New(),
        SchoolId = carer.SchoolId,
        CarerId = carer.Id,
        Of = of,
        Way = way,
        Address = way switch
        {
            WayToTell.Email => Addresses.Email(carer.Email),
            WayToTell.Text => Addresses.Mobile(carer.Phone),
            _ => null
        },
        Language = language,
        MadeAt = now,
        State = way.IsByHand() ? DispatchState.ByHand : DispatchState.Waiting,
        NextAt = now,
        SaidById = askedBy
    };
}
