using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Actions;

/// <summary>An action as every list shows it: what, whose child, who, when.</summary>
public sealed record ActionRow(
    Id<AgreedAction> Id,
    string What,
    ActionStatus Status,
    LocalDate DueOn,
    LocalDate AgreedOn,
    LocalDate? DoneOn,
    string? WhatChanged,
    string? Evidence,
    Instant TouchedAt,
    Visibility Visibility,
    string? Source,
    Id<LogEntry>? EntryId,
    Channel? Channel,
    Id<Pupil> PupilId,
    string PupilGivenName,
    string PupilFamilyName,
    string YearGroup,
    string? ClassName,
    Id<Person> OwnerId,
    PersonKind OwnerKind,
    string? OwnerTitle,
    string OwnerGivenName,
    string OwnerFamilyName,
    int Version,
    FamilySays? FamilySays)
{
    public string PupilName => $"{PupilGivenName} {PupilFamilyName}";

    public string OwnerName => string.Join(' ', new[] { OwnerTitle, OwnerGivenName, OwnerFamilyName }.Where(part => !string.IsNullOrEmpty(part)));

    public bool IsOpen => Status.IsOpen();

    public bool IsLateOn(LocalDate today) => IsOpen && DueOn < today;
}

public static class ActionRows
{
    /// <summary>One statement for the whole list. The caller orders and bounds the actions first.</summary>
    public static IQueryable<ActionRow> Rows(this VisibleRecord record, IQueryable<AgreedAction> actions) =>
        from a in actions.AsNoTracking()
        join p in record.Pupils on a.PupilId equals p.Id
        join o in record.Names on a.OwnerId equals o.Id
        join e in record.Entries on a.EntryId equals (Id<LogEntry>?)e.Id into entries
        from e in entries.DefaultIfEmpty()
        select new ActionRow(
            a.Id, a.What, a.Status, a.DueOn, a.AgreedOn, a.DoneOn, a.WhatChanged, a.Evidence, a.TouchedAt, a.Visibility, a.Source,
            a.EntryId, e == null ? null : e.Channel,
            p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.YearGroup, p.ClassName,
            o.Id, o.Kind, o.Title, o.GivenName, o.FamilyName, a.Version, a.FamilySays);
}
