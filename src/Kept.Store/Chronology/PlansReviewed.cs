using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Chronology;

/// <summary>Reviews of plans: how many outcomes were achieved, how much of the provision helped.</summary>
internal sealed class PlansReviewed : ITellsStory
{
    public string Kind => "plan-review";

    public string Title => "Plan reviews";

    public async Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel)
    {
        var reviews = record.PlanReviews.AsNoTracking().Where(r => r.PupilId == stretch.Pupil);
        if (stretch.Person is { } person)
        {
            reviews = reviews.Where(r => r.ById == person);
        }

        var rows = await stretch.Of(reviews.Select(r => new Dated<PlanReview> { Row = r, Day = r.HeldOn, At = r.RecordedAt, Id = r.Id }))
            .Join(record.Plans, r => r.PlanId, p => p.Id, (r, p) => new { Review = r, p.Kind })
            .Select(row => new
            {
                row.Review,
                row.Kind,
                By = record.Names.Where(p => p.Id == row.Review.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new ChronicleLine(
            stretch.MarkOf(row.Review.HeldOn, row.Review.RecordedAt, row.Review.Id), Kind, $"{row.Kind.InWords()}, version {row.Review.Number}: reviewed",
            $"/pupils/{stretch.Pupil}/plan/{row.Review.PlanId}/versions/{row.Review.Number}#reviews", Visibility.Family)
        {
            By = row.By,
            LoggedAt = row.Review.RecordedAt,
            Words = [.. Found(row.Review.Findings)]
        })];
    }

    private static IEnumerable<Words> Found(PlanFindings found)
    {
        if (found.Outcomes.Count > 0)
        {
            yield return new Words("Outcomes", Counted(found.Outcomes.Select(o => o.Achieved).OfType<Achieved>().Select(a => a.InWords())));
        }

        if (found.Provisions.Count > 0)
        {
            yield return new Words("Provision", Counted(found.Provisions.Select(p => p.Helped).OfType<Helped>().Select(h => h.InWords())));
        }

        if (found.ChildView is { } child)
        {
            yield return new Words("The child", child);
        }

        if (found.FamilyView is { } family)
        {
            yield return new Words("The family", family);
        }
    }

    /// <summary>"2 achieved, 1 not yet".</summary>
    private static string Counted(IEnumerable<string> answers) =>
        string.Join(", ", answers.GroupBy(answer => answer).Select(same => $"{same.Count()} {char.ToLowerInvariant(same.Key[0])}{same.Key[1..]}"));
}
