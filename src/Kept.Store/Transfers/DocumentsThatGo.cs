using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Transfers;

/// <summary>
/// Which documents go along with a pupil: those that are about this pupil and nobody else, and were filed for this pupil. A file about two
/// children tells of the other one, whoever reads it; and one that was first filed for another child has its history in that child's chain.
/// </summary>
internal static class DocumentsThatGo
{
    public static async Task<HashSet<Guid>> OfAsync(KeptDb db, Id<Pupil> pupil, CancellationToken cancel) =>
    [
        .. (await db.Documents.AsNoTracking()
            .Where(d => d.PupilId == pupil
                && db.DocumentPupils.Any(a => a.DocumentId == d.Id && a.PupilId == pupil && a.EndedAt == null)
                && !db.DocumentPupils.Any(a => a.DocumentId == d.Id && a.PupilId != pupil && a.EndedAt == null))
            .Select(d => d.Id)
            .ToListAsync(cancel)).Select(id => id.Value)
    ];
}

/// <summary>A document that a person must look at, since it does not go along.</summary>
public sealed record StayingDocument(Id<Document> Id, string Title, LocalDate DatedOn);

/// <summary>A meeting that is still to come, which stays in this school's diary.</summary>
public sealed record StayingMeeting(Id<Meeting> Id, MeetingKind Kind, LocalDate On);

/// <summary>What of a pupil's record somebody must see to by hand when the record goes to another school.</summary>
/// <param name="Threads">How many threads of messages are open, which stay until they are closed.</param>
public sealed record StaysBehind(IReadOnlyList<StayingDocument> Documents, IReadOnlyList<StayingMeeting> Meetings, int Threads)
{
    private const int Most = 200;

    /// <param name="record">What of it the viewer may see.</param>
    /// <param name="pupil">Whose record goes.</param>
    /// <param name="safeguarding">Whether it is the safeguarding leads’ own package.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<StaysBehind> OfAsync(VisibleRecord record, Id<Pupil> pupil, bool safeguarding, CancellationToken cancel)
    {
        var about = record.DocumentPupils;
        var documents = await record.Documents.AsNoTracking()
            .Where(d => about.Any(a => a.DocumentId == d.Id && a.PupilId == pupil) && (d.PupilId != pupil || about.Any(a => a.DocumentId == d.Id && a.PupilId != pupil)))
            .Where(d => d.Visibility == Visibility.Safeguarding == safeguarding)
            .OrderByDescending(d => d.DatedOn).ThenBy(d => d.Id)
            .Take(Most)
            .Select(d => new StayingDocument(d.Id, d.Title, d.DatedOn))
            .ToListAsync(cancel);
        var meetings = await record.Meetings.AsNoTracking()
            .Where(m => m.PupilId == pupil && (m.Status == MeetingStatus.Planned || m.Status == MeetingStatus.Running))
            .Where(m => m.Visibility == Visibility.Safeguarding == safeguarding)
            .OrderBy(m => m.On).ThenBy(m => m.Id)
            .Take(Most)
            .Select(m => new StayingMeeting(m.Id, m.Kind, m.On))
            .ToListAsync(cancel);
        var threads = safeguarding ? 0 : await record.Threads.CountAsync(t => t.PupilId == pupil && t.ClosedAt == null, cancel);
        return new StaysBehind(documents, meetings, threads);
    }
}
