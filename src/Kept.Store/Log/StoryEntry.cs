using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Log;

/// <summary>An entry as the story shows it, with what was corrected and reviewed since.</summary>
public sealed record StoryEntry(
    Id<LogEntry> Id,
    Id<Pupil> PupilId,
    LocalDate HappenedOn,
    LocalTime? HappenedAt,
    Channel Channel,
    string? SpokeWithName,
    string? SpokeWithKind,
    string? SpokeWith,
    string Issue,
    string? Said,
    string? Note,
    Visibility Visibility,
    LocalDate? ReviewOn,
    Instant LoggedAt,
    string LoggedBy,
    int Version,
    IReadOnlyList<StoryVersion> Corrections,
    IReadOnlyList<StoryReview> Reviews,
    IReadOnlyList<StoryEnquiry> Enquiries)
{
    /// <summary>An entry is one question of the family at most.</summary>
    public StoryEnquiry? Enquiry => Enquiries.Count > 0 ? Enquiries[0] : null;

    public bool WasLoggedTheSameDay => LoggedAt.InZone(School.Zone).Date == HappenedOn;

    /// <summary>"mother", "Ms Laura Bennett", "grandmother at the gate"; null when nobody was named.</summary>
    public string? Who => SpokeWithKind ?? SpokeWithName ?? SpokeWith;
}

/// <summary>The words as they were before a correction.</summary>
public sealed record StoryVersion(
    int Number, string Issue, string? Said, string? Note, LocalDate HappenedOn, Channel Channel, Visibility Visibility, Instant ReplacedAt, string ReplacedBy, string Reason,
    string? Who);

public sealed record StoryReview(LocalDate WasDueOn, Instant HeldAt, string By, DidItHappen Happened, string WhatChanged, string? WhatNext, LocalDate? NextOn);

/// <summary>What the family waited for, or waits for still.</summary>
public sealed record StoryEnquiry(Id<Enquiry> Id, LocalDate? PromisedBy, Instant? AnsweredAt, string? Answer);

public static class Story
{
    /// <summary>
    /// One statement. The caller orders and bounds the entries first. The question comes as a list: as the first of them it would be numbered
    /// among all questions of the school, each time.
    /// </summary>
    public static IQueryable<StoryEntry> StoryOf(this VisibleRecord record, IQueryable<LogEntry> entries) => entries.AsNoTracking()
        .Select(e => new StoryEntry(
            e.Id, e.PupilId, e.HappenedOn, e.HappenedAt, e.Channel,
            record.Names.Where(p => p.Id == e.SpokeWithId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
            record.Relationships.Where(t => t.PupilId == e.PupilId && t.CarerId == e.SpokeWithId).Select(t => t.Kind).FirstOrDefault(),
            e.SpokeWith, e.Issue, e.Said, e.Note, e.Visibility, e.ReviewOn, e.LoggedAt,
            record.Names.Where(p => p.Id == e.LoggedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "",
            e.Version,
            record.EntryVersions.Where(v => v.EntryId == e.Id).OrderByDescending(v => v.Number).Select(v => new StoryVersion(
                v.Number, v.Issue, v.Said, v.Note, v.HappenedOn, v.Channel, v.Visibility, v.ReplacedAt,
                record.Names.Where(p => p.Id == v.ReplacedById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "",
                v.Reason,
                record.Relationships.Where(t => t.PupilId == v.PupilId && t.CarerId == v.SpokeWithId).Select(t => t.Kind).FirstOrDefault()
                    ?? record.Names.Where(p => p.Id == v.SpokeWithId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
                    ?? v.SpokeWith)).ToList(),
            record.Reviews.Where(r => r.EntryId == e.Id).OrderByDescending(r => r.HeldAt).Select(r => new StoryReview(
                r.WasDueOn, r.HeldAt,
                record.Names.Where(p => p.Id == r.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? "",
                r.Happened, r.WhatChanged, r.WhatNext, r.NextOn)).ToList(),
            record.Enquiries.Where(q => q.EntryId == e.Id).Select(q => new StoryEnquiry(q.Id, q.PromisedBy, q.AnsweredAt, q.Answer)).ToList()));
}
