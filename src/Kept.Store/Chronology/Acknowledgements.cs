using Kept.Domain;
using Kept.Domain.Log;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>That a family’s question was acknowledged, and what was promised. One that was answered at once is told as answered.</summary>
internal sealed class Acknowledgements : ITellsStory
{
    public string Kind => "acknowledgement";

    public string Title => "Questions acknowledged";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var enquiries = record.Enquiries.AsNoTracking().Where(q => q.PupilId == stretch.Pupil && q.AcknowledgedAt != null && q.PromisedBy != null);
        if (stretch.Person is { } person)
        {
            enquiries = enquiries.Where(q => q.AcknowledgedById == person);
        }

        var rows = await stretch.Of(enquiries.Select(q => new Timed<Enquiry> { Row = q, At = q.AcknowledgedAt!.Value, Id = q.Id }))
            .Select(q => new
            {
                Enquiry = q,
                By = record.Names.Where(p => p.Id == q.AcknowledgedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Enquiry.AcknowledgedAt!.Value, row.Enquiry.Id), Kind,
            $"The family’s question of {row.Enquiry.ArrivedOn.InWords()} was acknowledged: an answer by {row.Enquiry.PromisedBy!.Value.InWords()}",
            $"/entries/{row.Enquiry.EntryId}", row.Enquiry.Visibility)
        {
            By = row.By
        })];
    }
}
