using Kept.Domain;
using Kept.Domain.Log;
using Kept.Store.Log;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>What school and family said to each other, with what was corrected since.</summary>
internal sealed class Conversations : ITellsStory
{
    public string Kind => "conversation";

    public string Title => "Conversations";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var entries = record.Entries.Where(e => e.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            entries = entries.Where(e => e.LoggedById == person || e.SpokeWithId == person);
        }

        var rows = await record.StoryOf(stretch.Of(entries.Select(e => new Dated<LogEntry> { Row = e, Day = e.HappenedOn, At = e.LoggedAt, Id = e.Id })))
            .ToListAsync(cancel);
        return [.. rows.Select(entry => Line(entry, stretch))];
    }

    private ChronicleLine Line(StoryEntry entry, Stretch stretch) =>
        new(stretch.MarkOf(entry.HappenedOn, entry.LoggedAt, entry.Id), Kind, TitleOf(entry), $"/entries/{entry.Id}", entry.Visibility)
        {
            Time = entry.HappenedAt,
            By = entry.LoggedBy,
            LoggedAt = entry.LoggedAt,
            Words = [.. Said(entry)],
            Corrections = [.. entry.Corrections.OrderBy(c => c.Number).Select(was => new Corrected([.. Was(was, entry)], was.ReplacedBy, was.ReplacedAt, was.Reason))],
            NamesOthers = entry.Who is not null
        };

    private static string TitleOf(StoryEntry entry) => (entry.SpokeWithName ?? entry.SpokeWith, entry.SpokeWithKind) switch
    {
        (null, _) => entry.Channel.InWords(),
        (var name, null) => $"{entry.Channel.InWords()} with {name}",
        var (name, kind) => $"{entry.Channel.InWords()} with {name}, {kind}"
    };

    private static IEnumerable<Words> Said(StoryEntry entry)
    {
        yield return new Words(null, entry.Issue);
        if (entry.Said is not null)
        {
            yield return new Words("We said", entry.Said);
        }
    }

    /// <summary>Only what was otherwise.</summary>
    private static IEnumerable<string> Was(StoryVersion was, StoryEntry now)
    {
        if (was.Issue != now.Issue)
        {
            yield return was.Issue;
        }

        if (was.Said is not null && was.Said != now.Said)
        {
            yield return was.Said;
        }

        if (was.HappenedOn != now.HappenedOn)
        {
            yield return was.HappenedOn.InWords();
        }

        if (was.Channel != now.Channel)
        {
            yield return was.Channel.InWords();
        }
    }
}
