using Kept.Domain.Log;
using Kept.Store.Chronology;
using Kept.Store.Log;

namespace Kept.Web.Packs;

/// <summary>A part of a pack as rows: the same columns in a workbook and in JSON.</summary>
/// <param name="Name">Its name in JSON: "openActions".</param>
/// <param name="Title">Its name in a workbook: "Open actions".</param>
internal sealed record PackTable(string Name, string Title, IReadOnlyList<(string Title, int Width)> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    public static IReadOnlyList<PackTable> Of(PackContent content, CancellationToken cancel) =>
    [
        Of("openActions", "Open actions", Actions(content), content.OpenActions.ToAsyncEnumerable()),
        Of("chronology", "Chronology", Chronology(content), content.ChronologyAsync(cancel)),
        Of("log", "Log", Log(content), content.LogAsync(cancel)),
        Of("people", "People", People, content.People.ToAsyncEnumerable())
    ];

    private static IReadOnlyList<Column<PackPerson>> People { get; } =
    [
        new("Name", 28, p => p.Name), new("What", 24, p => p.What), new("Details", 60, p => p.Details)
    ];

    private static IReadOnlyList<Column<Marked<OpenAction>>> Actions(PackContent content) => WithMarks<OpenAction>(content,
    [
        new("What", 60, a => a.Line.What), new("Owner", 28, a => a.Line.Owner), new("Due", 12, a => a.Line.Due), new("Status", 12, a => a.Line.Status),
        new("Agreed", 12, a => a.Line.Agreed), new("Seen by", 24, a => content.Scope.SaysWhoSees ? PackSentences.SeenBy(a.Line.Visibility) : null)
    ]);

    private static IReadOnlyList<Column<Marked<ChronicleLine>>> Chronology(PackContent content) => WithMarks<ChronicleLine>(content,
    [
        new("Happened on", 12, l => l.Line.Mark.Day), new("Time", 8, l => l.Line.Time), new("Logged at", 17, l => l.Line.LoggedAt is { } at ? PackSentences.Local(at) : null),
        new("Kind", 16, l => l.Line.Kind), new("Title", 50, l => l.Line.Title), new("By", 28, l => l.Line.By),
        new("Words", 70, l => l.Line.Words.Select(w => w.Label is null ? w.Text : $"{w.Label}: {w.Text}").ToList()),
        new("Corrections", 50, l => l.Line.Corrections.Select(PackSentences.Correction).ToList()),
        new("Seen by", 24, l => content.Scope.SaysWhoSees ? PackSentences.SeenBy(l.Line.Visibility) : null)
    ]);

    private static IReadOnlyList<Column<Marked<StoryEntry>>> Log(PackContent content) => WithMarks<StoryEntry>(content,
    [
        new("Happened on", 12, e => e.Line.HappenedOn), new("Time", 8, e => e.Line.HappenedAt), new("Logged at", 17, e => PackSentences.Local(e.Line.LoggedAt)),
        new("Channel", 13, e => e.Line.Channel.InWords()), new("Spoke with", 28, e => e.Line.SpokeWithName ?? e.Line.SpokeWith), new("Logged by", 28, e => e.Line.LoggedBy),
        new("Issue", 50, e => e.Line.Issue), new("Said", 50, e => e.Line.Said), new("Note", 50, e => e.Line.Note), new("Answer", 50, e => e.Line.Enquiry?.Answer),
        new("Reviews", 50, e => e.Line.Reviews.Select(PackSentences.Review).ToList()), new("Corrections", 50, e => e.Line.Corrections.Select(PackSentences.Correction).ToList()),
        new("Seen by", 24, e => content.Scope.SaysWhoSees ? PackSentences.SeenBy(e.Line.Visibility) : null)
    ]);

    private static IReadOnlyList<Column<Marked<T>>> WithMarks<T>(PackContent content, IReadOnlyList<Column<Marked<T>>> columns) =>
        content.Scope.MarksOthers ? [.. columns, new Column<Marked<T>>("Check before sending", 24, row => row.Marks)] : columns;

    private static PackTable Of<T>(string name, string title, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) =>
        new(name, title, [.. columns.Select(c => (c.Title, c.Width))], rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(row))]));

    private sealed record Column<T>(string Title, int Width, Func<T, object?> Of);
}
