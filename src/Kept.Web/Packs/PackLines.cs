using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Kept.Store.Chronology;
using Kept.Store.Log;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>A line of any part, with what whoever sends it should look at first: "Safeguarding", "Other people".</summary>
internal sealed record Marked<T>(T Line, IReadOnlyList<string> Marks);

/// <summary>An action that is still to do.</summary>
internal sealed record OpenAction(string What, string Owner, LocalDate Due, string Status, LocalDate Agreed, Visibility Visibility);

/// <summary>Somebody who has a part in the record, as far as the pack’s readers may know.</summary>
internal sealed record PackPerson(string Name, string What, IReadOnlyList<string> Details);

/// <summary>The sentences of a pack: days in full, for paper has no "today".</summary>
internal static class PackSentences
{
    public static string SeenBy(Visibility visibility) => visibility switch
    {
        Visibility.Family => "Family and staff",
        Visibility.Staff => "Staff who work with the pupil",
        Visibility.SendTeam => "SEND team",
        _ => "Safeguarding leads"
    };

    public static string Happened(StoryEntry entry) => entry.HappenedOn.InWords() + (entry.HappenedAt is { } time ? $", {time.InWords()}" : "");

    public static string With(StoryEntry entry) => (entry.SpokeWithName ?? entry.SpokeWith, entry.SpokeWithKind) switch
    {
        (null, _) => entry.Channel.InWords(),
        (var name, null) => $"{entry.Channel.InWords()} with {name}",
        var (name, kind) => $"{entry.Channel.InWords()} with {name}, {kind}"
    };

    public static IReadOnlyList<Words> Said(StoryEntry entry) => entry.Said is { } said ? [new Words(null, entry.Issue), new Words("We said", said)] : [new Words(null, entry.Issue)];

    public static string Logged(StoryEntry entry) => $"Logged {At(entry.LoggedAt)} by {entry.LoggedBy}";

    public static string Logged(ChronicleLine line) => (line.LoggedAt, line.By) switch
    {
        (null, null) => "",
        (null, var by) => $"By {by}",
        ({ } at, null) => $"Logged {At(at)}",
        ({ } at, var by) => $"Logged {At(at)} by {by}"
    };

    public static string Review(StoryReview review) =>
        $"Reviewed {At(review.HeldAt)} by {review.By}: {InWords(review.Happened)}. {review.WhatChanged}{(review.WhatNext is null ? "" : $" Next: {review.WhatNext}")}";

    public static string Correction(StoryVersion was) =>
        $"Until {At(was.ReplacedAt)}, when {was.ReplacedBy} corrected it ({was.Reason}): {string.Join(" / ", Was(was))}";

    public static string Correction(Corrected was) =>
        $"Until {At(was.At)}, when {was.By} corrected it ({was.Reason}): {string.Join(" / ", was.Was)}";

    public static IEnumerable<string> Was(StoryVersion was) => new[] { was.Issue, was.Said, was.Note }.OfType<string>();

    public static string At(Instant at)
    {
        var local = Local(at);
        return $"{local.Date.InWords()}, {local.TimeOfDay.InWords()}";
    }

    public static LocalDateTime Local(Instant at) => at.InZone(School.Zone).LocalDateTime;

    private static string InWords(DidItHappen happened) => happened switch
    {
        DidItHappen.Yes => "it happened",
        DidItHappen.Partly => "it happened in part",
        _ => "it did not happen"
    };
}
