using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Versions of plans, as they were published: why, and the outcome that says the plan in one line.</summary>
internal sealed class PlansPublished : ITellsStory
{
    public string Kind => "plan";

    public string Title => "Plans";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var versions = record.PlanVersions.AsNoTracking().Where(v => v.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            versions = versions.Where(v => v.PublishedById == person);
        }

        var rows = await stretch.Of(versions.Select(v => new Timed<PlanVersion> { Row = v, At = v.PublishedAt, Id = v.Id }))
            .Join(record.Plans, v => v.PlanId, p => p.Id, (v, p) => new { Version = v, p.Kind })
            .Select(row => new
            {
                row.Version.Id,
                row.Version.PlanId,
                row.Version.Number,
                row.Version.PublishedAt,
                row.Version.KeyOutcome,
                row.Version.Reason,
                row.Kind,
                By = record.Names.Where(p => p.Id == row.Version.PublishedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.PublishedAt, row.Id), Kind, $"{row.Kind.InWords()}, version {row.Number}", $"/pupils/{stretch.Pupil}/plan/{row.PlanId}/versions/{row.Number}", Visibility.Family)
        {
            By = row.By,
            Words = row.Reason is { } why ? [new Words(null, why), new Words("First outcome", row.KeyOutcome)] : [new Words("First outcome", row.KeyOutcome)]
        })];
    }
}
