using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Plans;
using Kept.Store;
using Kept.Store.Families;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.World;

/// <summary>The plans of the children whom the demo names: written, reviewed and changed at the moments when that happened.</summary>
internal sealed class Planning(Cast cast, Timeline timeline, KeptDb db, StoryClock clock)
{
    private const int DaysUntilReview = 70;

    public void Plan()
    {
        foreach (var told in PlanTold.All.Where(p => p.School == cast.School.Slug))
        {
            var child = cast.Named(told.Child);
            var plan = SupportPlan.Start(cast.School.Id, child.Pupil.Id, told.Kind, cast.Playing("senco", child).Person.Id, At(told.First, 9));
            timeline.At(At(told.First, 9), () => BeginAsync(told, child, plan));
            if (told.Review is { } review)
            {
                timeline.At(At(review, 14), () => ReviewAsync(told, child, plan));
            }

            if (told.Then is { } then)
            {
                timeline.At(At(then, 15), () => ChangeAsync(told, child, plan));
            }

            foreach (var view in told.Views)
            {
                timeline.At(At(view.Day, 17), () => SayAsync(view, child, plan.Id));
            }
        }
    }

    private Instant At(int schoolDaysAgo, int hour) => Timeline.Moment(cast.Calendar.Before(timeline.Today, schoolDaysAgo), hour, 20);

    private LocalDate Now => clock.Now.InZone(Domain.Schools.School.Zone).Date;

    private async Task BeginAsync(PlanTold told, Child child, SupportPlan plan)
    {
        db.Add(plan);
        await SaveAsync(cast.Playing("senco", child), new PlanStarted(plan.PupilId, plan.Id));
        var teacher = cast.Playing("teacher", child).Person;
        var content = told.Content(
            part => Named(part, child), new PlanLead(teacher.Id, teacher.Name), child.Pupil.Needs, Now, cast.Calendar.OnOrAfter(Now.PlusDays(DaysUntilReview)), timeline.Today);
        await PublishAsync(child, plan, content, was: null, cause: null, why: null);
    }

    private async Task ReviewAsync(PlanTold told, Child child, SupportPlan plan)
    {
        db.Attach(plan);
        var (by, was) = (cast.Playing("teacher", child), await InForceAsync(plan));
        var review = PlanReview.Hold(
            Id<PlanReview>.New(), plan, was, told.Findings(was.Content), Now, cast.Calendar.OnOrAfter(Now.PlusDays(DaysUntilReview)), cast.School.Nation,
            by.Person.Id, clock.Now).OrThrow();
        db.Add(review);
        await SaveAsync(by, new PlanReviewed(plan.PupilId, review.Id));
    }

    private async Task ChangeAsync(PlanTold told, Child child, SupportPlan plan)
    {
        db.Attach(plan);
        var was = await InForceAsync(plan);
        var review = await db.PlanReviews.AsNoTracking().FirstOrDefaultAsync(r => r.PlanId == plan.Id);
        var entry = await db.LogEntries.AsNoTracking().Where(e => e.PupilId == plan.PupilId && e.Issue.Contains(told.Because!))
            .OrderByDescending(e => e.HappenedOn).FirstOrDefaultAsync();
        var cause = told.Because is "review" ? PlanCause.Of(review!) : entry is null ? null : PlanCause.Of(entry, plan.PupilId).OrThrow();
        var changed = told.Changed(was.Content, part => Named(part, child)) with { From = Now, ReviewOn = cast.Calendar.OnOrAfter(Now.PlusDays(DaysUntilReview)) };
        await PublishAsync(child, plan, review is null ? changed : changed with { AssessedOn = review.HeldOn }, was, cause, told.Why);
    }

    /// <summary>A carer says what they think, through the door that their page goes through; the teacher answers an hour later.</summary>
    private async Task SayAsync(ViewTold told, Child child, Id<SupportPlan> plan)
    {
        var carer = child.Family.First(f => f.Tie.Kind == told.Carer).Carer;
        var inForce = await db.PlanVersions.AsNoTracking().Where(v => v.PlanId == plan).OrderByDescending(v => v.Number).FirstAsync();
        var part = told.Part.Split(' ') is ["outcome", var number] ? $"outcome {inForce.Content.Outcomes[int.Parse(number, CultureInfo.InvariantCulture) - 1].Id}" : told.Part;
        var shared = new SharedWith(new VisibleRecord(db, new CarerViewer(cast.School.Id, carer.Id, carer.Name), clock), carer.Id, child.Pupil.Id);
        var said = await shared.SayAsync(new PlanSaid(plan, inForce.Number, part, Agrees: told.Words is null, told.Words, "en"), clock.Now, CancellationToken.None);
        var view = said!.Value.OrThrow();
        db.ChangeTracker.Clear();
        if (told.Answer is { } answer)
        {
            timeline.At(clock.Now + Duration.FromHours(1), () => AnswerAsync(view, cast.Playing("teacher", child), answer));
        }
    }

    private Task AnswerAsync(PlanView view, Adult by, string answer)
    {
        db.Attach(view);
        return SaveAsync(by, view.TakeAnswer(answer, by.Person.Id, clock.Now).OrThrow());
    }

    private async Task PublishAsync(Child child, SupportPlan plan, PlanContent content, PlanVersion? was, PlanCause? cause, string? why)
    {
        if (db.Entry(plan).State is EntityState.Detached)
        {
            db.Attach(plan);
        }

        var by = cast.Playing("senco", child);
        var version = plan.Publish(content, was, cause, why, cast.School.Nation, by.Person.Id, clock.Now).OrThrow();
        db.Add(version);
        await SaveAsync(by, new PlanPublished(plan.PupilId, version.Id));
    }

    private Task<PlanVersion> InForceAsync(SupportPlan plan) =>
        db.PlanVersions.AsNoTracking().SingleAsync(v => v.PlanId == plan.Id && v.Number == plan.Current);

    private string Named(string part, Child child) => cast.Playing(part, child).Person.Name;

    private async Task SaveAsync(Adult by, ILedgerEvent happened)
    {
        var record = new VisibleRecord(db, by.Viewer, clock);
        if (await record.SaveAsync(happened) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        db.ChangeTracker.Clear();
    }
}
