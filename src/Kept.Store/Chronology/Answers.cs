using Kept.Domain;
using Kept.Domain.Log;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>What a family that waited was told in the end.</summary>
internal sealed class Answers : ITellsStory
{
    public string Kind => "answer";

    public string Title => "Questions answered";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var enquiries = record.Enquiries.AsNoTracking().Where(q => q.PupilId == stretch.Pupil && q.AnsweredAt != null);
        if (stretch.Person is { } person)
        {
            enquiries = enquiries.Where(q => q.AcknowledgedById == person);
        }

        var rows = await stretch.Of(enquiries.Select(q => new Timed<Enquiry> { Row = q, At = q.AnsweredAt!.Value, Id = q.Id })).ToListAsync(cancel);
        return [.. rows.Select(q => new ChronicleLine(
            stretch.MarkOf(q.AnsweredAt!.Value, q.Id), Kind, $"The family’s question of {q.ArrivedOn.InWords()} was answered", $"/entries/{q.EntryId}", q.Visibility)
        {
            Words = [new Words(null, q.Answer!)]
        })];
    }
}
