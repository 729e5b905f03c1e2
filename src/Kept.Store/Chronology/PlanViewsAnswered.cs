using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>What the school answered to what a carer said of a plan.</summary>
internal sealed class PlanViewsAnswered : ITellsStory
{
    public string Kind => "plan-view-answer";

    public string Title => "Answers to what families say of plans";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var views = record.PlanViews.AsNoTracking().Where(v => v.PupilId == stretch.Pupil && v.AnsweredAt != null);
        if (stretch.Person is { } person)
        {
            views = views.Where(v => v.AnsweredById == person);
        }

        var rows = await stretch.Of(views.Select(v => new Timed<PlanView> { Row = v, At = v.AnsweredAt!.Value, Id = v.Id }))
            .Select(v => new
            {
                View = v,
                Carer = record.Names.Where(p => p.Id == v.CarerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                By = record.Names.Where(p => p.Id == v.AnsweredById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.View.AnsweredAt!.Value, row.View.Id), Kind, $"{row.Carer} was answered about the plan",
            $"/pupils/{stretch.Pupil}/plan/{row.View.PlanId}/versions/{row.View.Number}", Visibility.Staff)
        {
            By = row.By,
            Words = [new Words(null, row.View.Answer!)],
            NamesOthers = true
        })];
    }
}
