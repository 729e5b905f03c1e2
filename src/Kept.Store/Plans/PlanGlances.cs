using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Plans;

/// <summary>A plan in one line, for the pupil's page: what is in force and when it is looked at again.</summary>
/// <param name="Number">Of the version in force.</param>
/// <param name="ReviewOn">The next review: later than the version says, once that was reviewed.</param>
public sealed record PlanGlance(Id<SupportPlan> Id, PlanKind Kind, int Number, string KeyOutcome, LocalDate From, LocalDate ReviewOn);

/// <summary>A review that falls on a day, for a calendar.</summary>
public sealed record PlanReviewDue(Id<SupportPlan> Id, Id<Pupil> PupilId, string PupilName, PlanKind Kind, LocalDate On, Id<Domain.People.Person>? LeadId);

public static class PlanGlances
{
    /// <summary>A pupil's plans in force; one statement, at most one of each kind.</summary>
    public static IQueryable<PlanGlance> PlansInForce(this VisibleRecord record, Id<Pupil> pupil) => record.Plans.AsNoTracking()
        .Where(p => p.PupilId == pupil && p.Current > 0)
        .Join(record.PlanVersions, p => new { p.Id, Number = p.Current }, v => new { Id = v.PlanId, v.Number }, (p, v) => new { Plan = p, Version = v })
        .OrderBy(both => both.Plan.Kind)
        .Select(both => new PlanGlance(both.Plan.Id, both.Plan.Kind, both.Version.Number, both.Version.KeyOutcome, both.Version.From, both.Plan.ReviewOn!.Value));

    /// <summary>Plan reviews of pupils on roll that fall between two days, both included. The caller bounds them.</summary>
    public static IQueryable<PlanReviewDue> PlanReviewsDue(this VisibleRecord record, LocalDate from, LocalDate to) => record.Plans.AsNoTracking()
        .Where(p => p.ReviewOn >= from && p.ReviewOn <= to)
        .Join(record.Pupils.Where(c => c.LeftOn == null || c.LeftOn >= from), p => p.PupilId, c => c.Id, (p, c) => new { Plan = p, Pupil = c })
        .OrderBy(both => both.Plan.ReviewOn).ThenBy(both => both.Pupil.NameKey)
        .Select(both => new PlanReviewDue(
            both.Plan.Id, both.Pupil.Id, (both.Pupil.PreferredName ?? both.Pupil.GivenName) + " " + both.Pupil.FamilyName, both.Plan.Kind, both.Plan.ReviewOn!.Value, both.Plan.LeadId));
}
