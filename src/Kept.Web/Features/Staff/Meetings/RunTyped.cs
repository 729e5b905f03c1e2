using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Web.Components;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>What somebody has typed on the screen of a meeting and not kept: no more than what differs from what they were shown.</summary>
public sealed class RunTyped
{
    /// <summary>Null while they are as they were shown, so that what a colleague keeps meanwhile is seen.</summary>
    public NotesForm? Notes { get; set; }

    public Dictionary<string, Attendance> Here { get; set; } = [];

    public string? Guest { get; set; }

    public QuickLine Line { get; set; } = new();

    /// <summary>Null in each field that is as it was shown.</summary>
    public EndForm End { get; set; } = new();

    public Dictionary<string, RowForm> Rows { get; set; } = [];

    public Dictionary<string, EntryReviewForm> Reviews { get; set; } = [];

    public bool HasALine => !string.IsNullOrWhiteSpace(Line.Text);

    /// <summary>Whether anything waits beside a row.</summary>
    public bool HasRows => Rows.Count + Reviews.Count > 0;

    public bool IsEmpty => Notes is null && Here.Count == 0 && Guest is null && !HasRows
        && string.IsNullOrWhiteSpace(Line.Text + Line.OwnerId + Line.Due) && (End.Review ?? End.Day ?? End.Started ?? End.Ended) is null;

    public static RunTyped Of(RunModel page) => new()
    {
        Notes = page.Notes.Mark() == page.Was.Notes ? null : page.Notes,
        Here = page.Here.Each.Where(said => !page.Was.Here.TryGetValue(said.Key, out var was) || was != said.Value).ToDictionary(),
        Guest = page.Join.Guest,
        Line = page.Line,
        End = new EndForm
        {
            Review = Changed(page.End.Review, page.Was.End.Review),
            Day = Changed(page.End.Day, page.Was.End.Day),
            Started = Changed(page.End.Started, page.Was.End.Started),
            Ended = Changed(page.End.Ended, page.Was.End.Ended)
        },
        Rows = page.Beside.Rows.Where(row => row.Value.HasWords).ToDictionary(),
        Reviews = page.Beside.Reviews.Where(review => review.Value.HasWords).ToDictionary()
    };

    /// <summary>Every word of it that the record of the meeting has not, each with where it was typed: to be copied, once the meeting is over.</summary>
    public IReadOnlyList<(string Where, string Words)> NotIn(Meeting meeting) =>
    [
        .. new (string Where, string? Words)[]
        {
            ("What it was about", Text.Tidy(Notes?.Issue) == NotesForm.Kept(meeting).Issue ? null : Notes?.Issue),
            ("What we said", Text.Tidy(Notes?.Said) == meeting.Said ? null : Notes?.Said),
            ("Notes", Text.TidyLines(Notes?.Note) == meeting.Note ? null : Notes?.Note),
            ("Who will do what, by when", Line.Text)
        }
        .Concat(Rows.Values.Select(row => (Where: "Beside a row from before", Words: Together(row.WhatChanged, row.Evidence, row.Day, row.Reason))))
        .Concat(Reviews.Values.Select(review => (Where: "Review of what was agreed before", Words: Together(review.WhatChanged, review.WhatNext, review.NextOn))))
        .Where(said => !string.IsNullOrWhiteSpace(said.Words)).Select(said => (said.Where, said.Words!))
    ];

    private static string? Together(params string?[] words) => string.Join('\n', words.Where(word => !string.IsNullOrWhiteSpace(word)));

    /// <summary>All of it is kept, or over.</summary>
    public void LetGo()
    {
        (Notes, Guest, Line, End) = (null, null, new(), new());
        Here.Clear();
        Rows.Clear();
        Reviews.Clear();
    }

    private static string? Changed(string? typed, string? was) => typed == was ? null : typed ?? "";
}
