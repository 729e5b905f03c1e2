namespace Kept.Store.Transfers;

/// <summary>What a stored kind of row is called on a page: "2 log entries".</summary>
public static class NounWords
{
    private static readonly Dictionary<string, (string One, string Many)> Known = new(StringComparer.Ordinal)
    {
        ["log-entry"] = ("conversation", "conversations"),
        ["entry-version"] = ("earlier wording", "earlier wordings"),
        ["enquiry"] = ("enquiry", "enquiries"),
        ["action-change"] = ("change of an action", "changes of actions"),
        ["relationship"] = ("parent or carer", "parents and carers"),
        ["plan-version"] = ("version of a plan", "versions of plans"),
        ["plan-review"] = ("review of a plan", "reviews of plans"),
        ["document-version"] = ("file", "files"),
        ["attendee"] = ("place at a meeting", "places at meetings"),
        ["contribution"] = ("contribution to a meeting", "contributions to meetings"),
        ["agenda-point"] = ("point on an agenda", "points on agendas"),
        ["meeting-line"] = ("line agreed in a meeting", "lines agreed in meetings"),
        ["row-gone-through"] = ("row gone through in a meeting", "rows gone through in meetings"),
        ["review-step"] = ("step of an annual review", "steps of annual reviews")
    };

    /// <summary>What only ties a document to the pupil says nothing that its document does not.</summary>
    public static bool IsCounted(string noun) => noun is not "document-pupil";

    public static string Counted(string noun, int count)
    {
        var (one, many) = Known.GetValueOrDefault(noun, (noun.Replace('-', ' '), $"{noun.Replace('-', ' ')}s"));
        return $"{count:N0} {(count == 1 ? one : many)}";
    }
}
