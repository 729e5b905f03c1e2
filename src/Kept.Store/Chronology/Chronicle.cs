using System.Runtime.CompilerServices;
using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>A page of the chronology; a mark is null where nothing lies beyond.</summary>
public sealed record ChroniclePage(IReadOnlyList<ChronicleLine> Lines, ChronicleMark? Before, ChronicleMark? After);

/// <summary>A kind of line, as a filter offers it.</summary>
public sealed record ChronicleKind(string Word, string Title);

/// <summary>Somebody who has a part in a pupil’s story.</summary>
public sealed record ChroniclePerson(Id<Person> Id, string Name);

/// <summary>The story over time, computed from everything that is kept: so many lines of each kind, merged by time.</summary>
public static class Chronicle
{
    private const int Batch = 200;
    private const int MostPeople = 200;

    /// <summary>In the order in which they are told where they were written down in one moment.</summary>
    private static readonly IReadOnlyList<ITellsStory> Tellers =
    [
        new MeetingsHeld(), new Conversations(), new Promises(), new Corrections(), new Acknowledgements(), new Answers(), new Changes(), new LookingBack(),
        new PlansReviewed(), new PlansPublished(), new PapersAdded(), new HandoversGiven(), new PlanViewsGiven(), new PlanViewsAnswered()
    ];

    /// <summary>
    /// What there is most of is asked first: it says soonest how far the lines reach, and so how little is to be read of the others.
    /// Conversations are asked last: with all that was corrected in them they take longest to read.
    /// </summary>
    private static readonly IReadOnlyList<(int Rank, ITellsStory Teller)> Asked =
        [.. Tellers.Index().OrderBy(t => t.Item switch { Changes => 0, Conversations => 2, _ => 1 })];

    public static IReadOnlyList<ChronicleKind> Kinds { get; } = [.. Tellers.Select(t => new ChronicleKind(t.Kind, t.Title))];

    /// <param name="record">What may be seen.</param>
    /// <param name="ask">Of whom, when, what.</param>
    /// <param name="before">The page that ends at this mark.</param>
    /// <param name="after">The page that begins at this mark; without either, the first.</param>
    /// <param name="size">How many lines.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ChroniclePage> ChroniclePageAsync(
        this VisibleRecord record, ChronicleAsk ask, ChronicleMark? before, ChronicleMark? after, int size, CancellationToken cancel)
    {
        if (before is null)
        {
            var lines = await NextAsync(record, ask, after, size + 1, cancel);
            var shown = lines.Take(size).ToList();
            return new ChroniclePage(shown, after is null || shown.Count == 0 ? null : shown[0].Mark, lines.Count > size ? shown[^1].Mark : null);
        }

        var backwards = await NextAsync(record, ask with { OldestFirst = !ask.OldestFirst }, before, size + 1, cancel);
        var page = backwards.Take(size).Reverse().ToList();
        return new ChroniclePage(page, backwards.Count > size ? page[0].Mark : null, page.Count == 0 ? null : page[^1].Mark);
    }

    /// <summary>All of it, some hundred lines at a time, so that memory does not grow with a long story.</summary>
    public static async IAsyncEnumerable<ChronicleLine> ChronicleAsync(
        this VisibleRecord record, ChronicleAsk ask, [EnumeratorCancellation] CancellationToken cancel)
    {
        ChronicleMark? after = null;
        while (await NextAsync(record, ask, after, Batch, cancel) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
            {
                yield return line;
            }

            after = lines[^1].Mark;
        }
    }

    /// <summary>Those who have a part in what the viewer may see of this pupil’s record.</summary>
    public static async Task<IReadOnlyList<ChroniclePerson>> ChroniclePeopleAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel)
    {
        var entries = record.Entries.Where(e => e.PupilId == pupil);
        var ids = entries.Select(e => (Id<Person>?)e.LoggedById)
            .Concat(entries.Select(e => e.SpokeWithId))
            .Concat(record.Actions.Where(a => a.PupilId == pupil).Select(a => (Id<Person>?)a.OwnerId))
            .Concat(record.PlanVersions.Where(v => v.PupilId == pupil).Select(v => (Id<Person>?)v.PublishedById))
            .Concat(record.PlanViews.Where(v => v.PupilId == pupil).Select(v => (Id<Person>?)v.CarerId))
            .Concat(record.PlanViews.Where(v => v.PupilId == pupil).Select(v => v.AnsweredById))
            .Concat(record.PartsOfMeetings<Attendee>().Where(a => a.PupilId == pupil && !a.IsWithdrawn).Select(a => a.PersonId))
            .Concat(record.DocumentPupils.Where(a => a.PupilId == pupil).Select(a => (Id<Person>?)a.AddedById));
        return await record.Names.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .OrderBy(p => p.NameKey)
            .Take(MostPeople)
            .Select(p => new ChroniclePerson(p.Id, ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()))
            .ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<ChronicleLine>> NextAsync(
        VisibleRecord record, ChronicleAsk ask, ChronicleMark? after, int most, CancellationToken cancel)
    {
        List<ChronicleLine> lines = [];
        foreach (var (rank, teller) in Asked.Where(t => ask.Kinds.Count == 0 || ask.Kinds.Contains(t.Teller.Kind)))
        {
            var within = lines.Count == most ? ask.NoFurtherThan(lines[^1].Mark.Day) : ask;
            lines = ask.InOrder([.. lines, .. await teller.TellAsync(record, new Stretch(within, after, most, rank), cancel)], most);
        }

        return lines;
    }
}
