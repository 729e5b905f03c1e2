using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Meetings;

/// <summary>A contribution with the names of whose words they are and of who wrote them down.</summary>
/// <param name="InEnglish">What there is of it, where a carer wrote it in another language.</param>
public sealed record HeardBefore(Contribution Contribution, string From, string TakenBy, TranslationShown? InEnglish)
{
    /// <summary>A recording that came with it, where the viewer sees that document.</summary>
    public Id<Document>? Recording { get; init; }
}

/// <summary>A line of a running meeting with its owner's name.</summary>
public sealed record WrittenLine(MeetingLine Line, string Owner);

/// <summary>What a carer says of the written record.</summary>
/// <param name="SeesConcern">Whether the viewer sees the concern that it became: its words are for no wider sight.</param>
public sealed record ConfirmationRow(Confirmation Confirmation, string CarerName, bool SeesConcern)
{
    public string? Words => SeesConcern ? Confirmation.Words : null;
}

public sealed record TakenStep(ReviewStep Step, string By);

/// <summary>What belongs to one meeting, in five bounded statements.</summary>
public static class MeetingFile
{
    private const int Most = 100;

    /// <summary>Everybody who was asked and is still on the list: staff first, then the family, then professionals. To be changed.</summary>
    public static async Task<IReadOnlyList<Seat>> SeatsAsync(this VisibleRecord record, Meeting meeting, string childName, CancellationToken cancel, bool withdrawnToo = false)
    {
        var rows = await record.PartsOfMeetings<Attendee>()
            .Where(a => a.MeetingId == meeting.Id && (withdrawnToo || !a.IsWithdrawn))
            .OrderBy(a => a.InvitedAt).ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new { Attendee = a, Name = record.Names.Where(p => p.Id == a.PersonId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Attendee.PersonId != meeting.LeadId).ThenBy(r => Place(r.Attendee.Part)).ThenBy(r => r.Attendee.InvitedAt)
            .Select(r => new Seat(r.Attendee, r.Name ?? childName))];
    }

    public static async Task<IReadOnlyList<HeardBefore>> ContributionsAsync(this VisibleRecord record, Id<Meeting> meeting, string childName, CancellationToken cancel)
    {
        var rows = await record.PartsOfMeetings<Contribution>().AsNoTracking()
            .Where(c => c.MeetingId == meeting)
            .OrderBy(c => c.TakenAt).ThenBy(c => c.Id)
            .Take(Most)
            .Select(c => new
            {
                Contribution = c,
                Recording = record.PartsOfMeetings<ContributionFile>().Where(f => f.ContributionId == c.Id && record.Documents.Any(d => d.Id == f.DocumentId && d.WithdrawnAt == null))
                    .Select(f => (Id<Document>?)f.DocumentId).FirstOrDefault(),
                From = record.Names.Where(p => p.Id == c.FromId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                By = record.Names.Where(p => p.Id == c.TakenById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()
            })
            .ToListAsync(cancel);
        var into = await record.TranslationsOfAsync(rows.Select(r => Texts.Of(r.Contribution)).OfType<WrittenText>(), WrittenText.English, cancel);
        return [.. rows.Select(r => new HeardBefore(r.Contribution, r.From ?? childName, r.By ?? "", into.For(Texts.Of(r.Contribution))) { Recording = r.Recording })];
    }

    /// <summary>What carers say of the written record, the latest first.</summary>
    public static async Task<IReadOnlyList<ConfirmationRow>> ConfirmationsAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel) =>
        await record.PartsOfMeetings<Confirmation>().AsNoTracking()
            .Where(c => c.MeetingId == meeting)
            .Join(record.Names, c => c.CarerId, p => p.Id, (c, p) => new { Confirmation = c, Carer = p })
            .OrderByDescending(both => both.Confirmation.At).ThenByDescending(both => both.Confirmation.Id)
            .Take(Most)
            .Select(both => new ConfirmationRow(
                both.Confirmation, both.Carer.Name, record.Concerns.Any(c => c.MeetingId == meeting && c.CarerId == both.Confirmation.CarerId && c.At == both.Confirmation.At)))
            .ToListAsync(cancel);

    public static async Task<IReadOnlyList<AgendaPoint>> PointsAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel) =>
        await record.PartsOfMeetings<AgendaPoint>().AsNoTracking()
            .Where(p => p.MeetingId == meeting)
            .OrderBy(p => p.AddedAt).ThenBy(p => p.Id)
            .Take(AgendaPoint.Most)
            .ToListAsync(cancel);

    /// <summary>Those that stand. To be changed.</summary>
    public static async Task<IReadOnlyList<WrittenLine>> LinesAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel) =>
        await record.PartsOfMeetings<MeetingLine>()
            .Where(l => l.MeetingId == meeting && !l.IsDropped)
            .OrderBy(l => l.WrittenAt).ThenBy(l => l.Id)
            .Take(MeetingLine.Most)
            .Join(record.Names, l => l.OwnerId, p => p.Id, (l, p) => new WrittenLine(l, ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()))
            .ToListAsync(cancel);

    public static async Task<IReadOnlyList<RowGoneThrough>> GoneThroughAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel) =>
        await record.PartsOfMeetings<RowGoneThrough>().AsNoTracking()
            .Where(r => r.MeetingId == meeting)
            .OrderBy(r => r.At).ThenBy(r => r.Id)
            .Take(Most)
            .ToListAsync(cancel);

    public static async Task<IReadOnlyList<TakenStep>> StepsAsync(this VisibleRecord record, Id<Meeting> meeting, CancellationToken cancel) =>
        await record.PartsOfMeetings<ReviewStep>().AsNoTracking()
            .Where(s => s.MeetingId == meeting)
            .OrderBy(s => s.On).ThenBy(s => s.At)
            .Take(Most)
            .Select(s => new TakenStep(s, record.Names.Where(p => p.Id == s.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);

    private static int Place(MeetingPart part) => part switch
    {
        MeetingPart.Staff => 1,
        MeetingPart.Child => 2,
        MeetingPart.Carer => 3,
        _ => 4
    };
}
