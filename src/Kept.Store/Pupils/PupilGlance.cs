using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Pupils;

/// <summary>A plan in force, in one line.</summary>
/// <param name="ReviewOn">The next review: later than the version says, once that was reviewed.</param>
public sealed record PlanGlance(Id<SupportPlan> Id, PlanKind Kind, int Number, string KeyOutcome, LocalDate From, LocalDate ReviewOn);

/// <summary>The meeting that comes next, or is running.</summary>
public sealed record MeetingGlance(Id<Meeting> Id, MeetingKind Kind, LocalDate On, LocalTime At, string Lead);

/// <summary>A document that stands.</summary>
public sealed record DocumentGlance(Id<Document> Id, string Title, DocumentCategory Category, LocalDate DatedOn);

/// <summary>What stands beside a pupil's log, at a glance and in one statement: the plans in force, the next meeting, the latest documents.</summary>
public sealed record PupilGlance(IReadOnlyList<PlanGlance> Plans, MeetingGlance? Meeting, IReadOnlyList<DocumentGlance> Documents, bool ThereAreMoreDocuments)
{
    private const int MostDocuments = 3;
    private const int MostPlans = 3;

    private enum Part
    {
        Plan,
        Meeting,
        Document
    }

    public static async Task<PupilGlance> OfAsync(VisibleRecord record, Id<Pupil> pupil, LocalDate today, CancellationToken cancel = default)
    {
        var rows = await PlansOf(record, pupil).Take(MostPlans)
            .Concat(NextMeetingOf(record, pupil, today).Take(1))
            .Concat(DocumentsOf(record, pupil).Take(MostDocuments + 1))
            .ToListAsync(cancel);
        var parts = rows.ToLookup(r => r.Part);
        return new PupilGlance(
            [.. parts[Part.Plan].Select(r => new PlanGlance(new(r.Id), Conventions.Words.Read<PlanKind>(r.Kind), r.Number, r.Words, r.Since, r.On)).OrderBy(r => r.Kind)],
            parts[Part.Meeting].Select(r => new MeetingGlance(new(r.Id), Conventions.Words.Read<MeetingKind>(r.Kind), r.On, LocalTime.FromTimeOnly(r.At), r.Words)).FirstOrDefault(),
            [.. parts[Part.Document].Select(r => new DocumentGlance(new(r.Id), r.Words, Conventions.Words.Read<DocumentCategory>(r.Kind), r.On))
                .OrderByDescending(r => r.DatedOn).ThenByDescending(r => r.Id).Take(MostDocuments)],
            parts[Part.Document].Count() > MostDocuments);
    }

    private static IQueryable<Row> PlansOf(VisibleRecord record, Id<Pupil> pupil) =>
        from p in record.Plans.AsNoTracking()
        where p.PupilId == pupil && p.Current > 0
        join v in record.PlanVersions on new { p.Id, Number = p.Current } equals new { Id = v.PlanId, v.Number }
        orderby p.Kind
        select new Row
        {
            Part = Part.Plan,
            Id = (Guid)(object)p.Id,
            Kind = (string)(object)p.Kind,
            Words = v.KeyOutcome,
            On = p.ReviewOn!.Value,
            At = TimeOnly.MinValue,
            Since = v.From,
            Number = v.Number
        };

    private static IQueryable<Row> NextMeetingOf(VisibleRecord record, Id<Pupil> pupil, LocalDate today) =>
        from m in record.Meetings.AsNoTracking()
        where m.PupilId == pupil && (m.Status == MeetingStatus.Running || (m.Status == MeetingStatus.Planned && m.On >= today))
        join l in record.Names on m.LeadId equals l.Id
        orderby m.On, m.At, m.Id
        select new Row
        {
            Part = Part.Meeting,
            Id = (Guid)(object)m.Id,
            Kind = (string)(object)m.Kind,
            Words = ((l.Title ?? "") + " " + l.GivenName + " " + l.FamilyName).Trim(),
            On = m.On,
            At = (TimeOnly)(object)m.At,
            Since = m.On,
            Number = 0
        };

    private static IQueryable<Row> DocumentsOf(VisibleRecord record, Id<Pupil> pupil) =>
        from d in record.DocumentsAbout(pupil).AsNoTracking().Where(d => d.WithdrawnAt == null).LatestOfOne()
        select new Row
        {
            Part = Part.Document,
            Id = (Guid)(object)d.Id,
            Kind = (string)(object)d.Category,
            Words = d.Title,
            On = d.DatedOn,
            At = TimeOnly.MinValue,
            Since = d.DatedOn,
            Number = 0
        };

    /// <summary>A line of any part. What is not a plain column is kept as it is stored, since all come in one statement.</summary>
    private sealed record Row
    {
        public required Part Part { get; init; }
        public required Guid Id { get; init; }
        public required string Kind { get; init; }
        public required string Words { get; init; }
        public required LocalDate On { get; init; }
        
        /// <summary>A meeting’s. The others give one that is not read: PostgreSQL takes what is null in all rows of one part for text.</summary>
        public required TimeOnly At { get; init; }
        public required LocalDate Since { get; init; }
        public required int Number { get; init; }
    }
}
