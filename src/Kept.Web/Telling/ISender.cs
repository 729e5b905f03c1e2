using Kept.Domain.People;
using Kept.Domain.Telling;
using NodaTime;

namespace Kept.Web.Telling;

/// <summary>What goes out: in the carer's language, with no word about a child.</summary>
/// <param name="Reference">The same for every try at the same thing.</param>
/// <param name="Begun">When it was taken to be sent: what arrives long after that comes from a machine that was thought dead.</param>
/// <param name="Paragraphs">Plain text, in easy read with a new line after each sentence; an address stands alone in its paragraph.</param>
public sealed record Outgoing(string Reference, string To, string FromName, string Subject, IReadOnlyList<string> Paragraphs, string Lang, string Direction, Instant Begun)
{
    /// <summary>In which form the carer reads it.</summary>
    public FormatWishes Formats { get; init; } = FormatWishes.Ordinary;
}

public enum SendingEnd
{
    /// <summary>Whoever delivers has it now.</summary>
    Taken,

    /// <summary>It will never arrive by this way: no such mailbox, no such number.</summary>
    Refused,

    /// <summary>It surely has not gone out, and may another time.</summary>
    Later,

    /// <summary>As <see cref="Later"/>, and it is not for this carer alone: the server is away, or does not know us.</summary>
    Unreachable,

    /// <summary>It may have gone out.</summary>
    Unclear
}

/// <param name="Problem">A sentence for staff, where it was not taken.</param>
/// <param name="Number">The service's own, by which it can be asked afterwards.</param>
public sealed record Sending(SendingEnd End, string? Problem = null, string? Number = null);

/// <summary>What a service says became of something.</summary>
public abstract record Whereabouts
{
    private Whereabouts()
    {
    }

    /// <summary>The service could not be asked.</summary>
    public sealed record Unsaid : Whereabouts;

    /// <summary>It has no such thing.</summary>
    public sealed record NotThere : Whereabouts;

    /// <summary>It has it, and the end is open.</summary>
    public sealed record OnItsWay(string Number) : Whereabouts;

    /// <summary>It went out, and nobody will say whether it arrived.</summary>
    public sealed record Gone(string Number) : Whereabouts;

    /// <param name="Number">The service's own.</param>
    /// <param name="At">When; null where it does not say.</param>
    public sealed record Delivered(string Number, Instant? At) : Whereabouts;

    /// <param name="Number">The service's own.</param>
    /// <param name="Problem">Why it will not arrive, in a sentence for staff.</param>
    public sealed record Failed(string Number, string Problem) : Whereabouts;
}

/// <summary>One way by which something leaves the school.</summary>
public interface ISender
{
    WayToTell Way { get; }

    /// <summary>Tries once, within its own time limit. Throws only when it is cancelled.</summary>
    Task<Sending> SendAsync(Outgoing what, CancellationToken cancel);
}

/// <summary>A sender whose service can be asked afterwards what became of something, and whether it ever got it.</summary>
public interface IAnswersAfterwards : ISender
{
    /// <summary>Which service it is, for the record: another must never be asked for it.</summary>
    string Service { get; }

    /// <param name="reference">Ours, as it was handed over with it.</param>
    /// <param name="number">The service's own; null where it may never have got it.</param>
    /// <param name="cancel">Stops it.</param>
    Task<Whereabouts> AskAsync(string reference, string? number, CancellationToken cancel);
}
