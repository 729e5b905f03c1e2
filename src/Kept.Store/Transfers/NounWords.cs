namespace Kept.Store.Transfers;

/// <summary>What a stored kind of row is called on a page: "2 log entries".</summary>
public static class NounWords
{
    /// <summary>In the order in which they are told.</summary>
    private static readonly (string Noun, string One, string Many)[] Known =
    [
        ("pupil", "pupil", "pupils"),
        ("relationship", "parent or carer", "parents and carers"),
        ("court-order", "court order", "court orders"),
        ("who-decides", "note of who decides", "notes of who decides"),
        ("log-entry", "conversation", "conversations"),
        ("entry-version", "earlier wording", "earlier wordings"),
        ("enquiry", "enquiry", "enquiries"),
        ("action", "action", "actions"),
        ("action-change", "change of an action", "changes of actions"),
        ("review", "review", "reviews"),
        ("plan", "plan", "plans"),
        ("plan-version", "version of a plan", "versions of plans"),
        ("plan-review", "review of a plan", "reviews of plans"),
        ("plan-view", "family’s view on a plan", "families’ views on plans"),
        ("document", "document", "documents"),
        ("document-version", "file", "files"),
        ("meeting", "meeting", "meetings"),
        ("attendee", "place at a meeting", "places at meetings"),
        ("contribution", "contribution to a meeting", "contributions to meetings"),
        ("agenda-point", "point on an agenda", "points on agendas"),
        ("contribution-file", "recording before a meeting", "recordings before meetings"),
        ("meeting-line", "line agreed in a meeting", "lines agreed in meetings"),
        ("row-gone-through", "row gone through in a meeting", "rows gone through in meetings"),
        ("message-thread", "thread of messages", "threads of messages"),
        ("message", "message", "messages"),
        ("thread-handover", "thread passed on", "threads passed on"),
        ("message-file", "file in a message", "files in messages"),
        ("message-entry", "message in the log", "messages in the log"),
        ("review-step", "step of an annual review", "steps of annual reviews")
    ];

    /// <summary>"15 conversations", kind by kind. What only ties a document to the pupil says nothing that its document does not.</summary>
    public static IEnumerable<string> Counted(IReadOnlyDictionary<string, int> rows) => rows
        .Where(row => row.Key is not "document-pupil")
        .Select(row => (row.Key, row.Value, At: Array.FindIndex(Known, k => k.Noun == row.Key)))
        .OrderBy(row => row.At < 0 ? Known.Length : row.At).ThenBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => row.At < 0 ? $"{row.Value:N0} × {row.Key.Replace('-', ' ')}" : $"{row.Value:N0} {(row.Value == 1 ? Known[row.At].One : Known[row.At].Many)}");
}
