using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Kept.Store.Export;
using Kept.Store.Log;
using NodaTime;

namespace Kept.Web.Exports;

/// <summary>A column of an export. Its value is text, a list of sentences, or a day, time or moment of NodaTime's; null is an empty cell.</summary>
/// <param name="Width">In characters, for a spreadsheet.</param>
internal sealed record LogColumn(string Title, int Width, Func<LogLine, object?> Of)
{
    /// <summary>The same columns in every format, in this order.</summary>
    public static IReadOnlyList<LogColumn> All { get; } =
    [
        new("Pupil", 24, line => line.Pupil.Name),
        new("UPN", 15, line => line.Pupil.Upn),
        new("Year", 11, line => YearGroups.InWords(line.Pupil.YearGroup)),
        new("Class", 8, line => line.Pupil.ClassName),
        new("Happened on", 12, line => line.Entry?.HappenedOn ?? line.Action?.AgreedOn),
        new("Time", 8, line => line.Entry?.HappenedAt),
        new("Logged at", 17, line => Local(line.Entry?.LoggedAt)),
        new("Same day", 9, line => line.Entry is { } entry ? entry.WasLoggedTheSameDay ? "Yes" : "No" : null),
        new("Channel", 13, line => line.Entry?.Channel.InWords() ?? line.Action?.Source),
        new("Spoke with", 24, line => line.Entry is { } entry ? entry.SpokeWithName ?? entry.SpokeWith : null),
        new("Logged by", 24, line => line.Entry?.LoggedBy),
        new("Issue", 50, line => line.Entry?.Issue),
        new("Said", 50, line => line.Entry?.Said),
        new("Note", 50, line => line.Entry?.Note),
        new("Action", 50, line => line.Action?.What),
        new("Owner", 24, line => line.Action?.OwnerName),
        new("Due", 12, line => line.Action?.DueOn),
        new("Status", 12, line => line.Action?.Status.InWords()),
        new("Done on", 12, line => line.Action?.DoneOn),
        new("What changed", 40, line => line.Action?.WhatChanged),
        new("Evidence", 40, line => line.Action?.Evidence),
        new("Review on", 12, line => line.Entry?.ReviewOn),
        new("Reviews", 50, line => line.Entry?.Reviews.Reverse().Select(Sentence).ToList()),
        new("Corrections", 50, line => line.Entry?.Corrections.Reverse().Select(Sentence).ToList()),
        new("Seen by", 24, line => Seen(line.Action?.Visibility ?? line.Entry?.Visibility))
    ];

    private static string Sentence(StoryReview review)
    {
        var happened = review.Happened switch { DidItHappen.Yes => "it happened", DidItHappen.Partly => "it happened in part", _ => "it did not happen" };
        var next = review.WhatNext is null ? "" : $" Next: {review.WhatNext}";
        return $"{Day(review.HeldAt)}, {review.By}: {happened}. {review.WhatChanged}{next}";
    }

    private static string Sentence(StoryVersion was) =>
        $"Until {Day(was.ReplacedAt)}, when {was.ReplacedBy} corrected it ({was.Reason}): {string.Join(" / ", new[] { was.Issue, was.Said, was.Note }.OfType<string>())}";

    private static string? Seen(Visibility? visibility) => visibility switch
    {
        Visibility.Family => "Family and staff",
        Visibility.Staff => "Staff who work with the pupil",
        Visibility.SendTeam => "SEND team",
        Visibility.Safeguarding => "Safeguarding leads",
        _ => null
    };

    private static LocalDateTime? Local(Instant? at) => at?.InZone(School.Zone).LocalDateTime;

    private static string Day(Instant at) => at.InZone(School.Zone).Date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
