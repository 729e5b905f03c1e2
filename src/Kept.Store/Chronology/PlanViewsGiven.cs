using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>What carers say of the parts of a plan, each by themselves. Another view later is another line.</summary>
internal sealed class PlanViewsGiven : ITellsStory
{
    public string Kind => "plan-view";

    public string Title => "What families say of plans";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var views = record.PlanViews.AsNoTracking().Where(v => v.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            views = views.Where(v => v.CarerId == person);
        }

        var rows = await stretch.Of(views.Select(v => new Timed<PlanView> { Row = v, At = v.At, Id = v.Id }))
            .Join(record.Plans, v => v.PlanId, p => p.Id, (v, p) => new { View = v, p.Kind })
            .Join(record.PlanVersions, row => new { row.View.PlanId, row.View.Number }, v => new { v.PlanId, v.Number }, (row, v) => new { row.View, row.Kind, v.Content })
            .Select(row => new
            {
                row.View,
                row.Kind,
                row.Content,
                By = record.Names.Where(p => p.Id == row.View.CarerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.View.At, row.View.Id), Kind, $"{row.By} {(row.View.Agrees ? "agrees with" : "says what they think of")} a part of the plan: {row.Kind.InWords()}, version {row.View.Number}",
            $"/pupils/{stretch.Pupil}/plan/{row.View.PlanId}/versions/{row.View.Number}", Visibility.Staff)
        {
            By = row.By,
            Words = [new Words(PlanParts.Of(row.Content).FirstOrDefault(part => part.Key == row.View.Part)?.Title, row.View.Words ?? "I agree")],
            NamesOthers = true
        })];
    }
}
