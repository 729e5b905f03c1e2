using Kept.Domain.Telling;

namespace Kept.Web.Telling;

/// <summary>What goes out: in the carer's language, with no word about a child.</summary>
/// <param name="Reference">The same for every try at the same thing.</param>
/// <param name="Paragraphs">Plain text; an address stands alone in its paragraph.</param>
public sealed record Outgoing(string Reference, string To, string FromName, string Subject, IReadOnlyList<string> Paragraphs, string Lang, string Direction);

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

/// <summary>One way by which something leaves the school.</summary>
public interface ISender
{
    WayToTell Way { get; }

    /// <summary>Tries once, within its own time limit. Throws only when it is cancelled.</summary>
    Task<Sending> SendAsync(Outgoing what, CancellationToken cancel);
}
