using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Handovers;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Handovers from one adult to the next, on the day they were given, and what became of them.</summary>
internal sealed class HandoversGiven : ITellsStory
{
    public string Kind => "handover";

    public string Title => "Handovers";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var handovers = record.Handovers.AsNoTracking().Where(h => h.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            handovers = handovers.Where(h => h.FromId == person || h.ToId == person);
        }

        var rows = await stretch.Of(handovers.Select(h => new Timed<Handover> { Row = h, At = h.GivenAt, Id = h.Id }))
            .Select(h => new
            {
                Handover = h,
                From = record.Names.Where(p => p.Id == h.FromId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                To = record.Names.Where(p => p.Id == h.ToId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Handover.GivenAt, row.Handover.Id), Kind, $"Handed over to {row.To}", $"/handovers/{row.Handover.Id}", Visibility.Staff)
        {
            By = row.From,
            Words = [new Words(null, row.Handover.Why), new Words("Then", Ending(row.Handover))]
        })];
    }

    private static string Ending(Handover handover) => handover switch
    {
        { WithdrawnBecause: { } why } => $"taken back: {why}",
        { ClosedAt: { } at } => $"acknowledged on {at.InZone(School.Zone).Date.InWords()}",
        _ => "not acknowledged yet"
    };
}
