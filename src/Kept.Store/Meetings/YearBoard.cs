using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Meetings;

/// <summary>How often the parents of one pupil were offered a meeting, and met, in one term.</summary>
public sealed record TermCount(int Offered, int Held);

/// <summary>One pupil on SEN support, and the meetings with their parents in a school year.</summary>
/// <param name="Terms">In the order of the terms.</param>
public sealed record BoardRow(Id<Pupil> PupilId, string GivenName, string FamilyName, string? ClassName, IReadOnlyList<TermCount> Terms, LocalDate? Next)
{
    public string Name => $"{FamilyName}, {GivenName}";

    public int Offered => Terms.Sum(t => t.Offered);

    public int Held => Terms.Sum(t => t.Held);
}

/// <summary>The three-a-year board (Code of Practice 6.65): offered and held are counted apart.</summary>
public static class YearBoard
{
    public const int PageSize = 40;

    private const int MostMeetings = 2000;

    /// <summary>The English school year in three: autumn to Christmas, spring to the end of March, then summer.</summary>
    public static readonly IReadOnlyList<string> TermNames = ["Autumn", "Spring", "Summer"];

    /// <summary>One row more than a page, where there is one. In two statements.</summary>
    public static async Task<IReadOnlyList<BoardRow>> BoardAsync(this VisibleRecord record, AcademicYear year, LocalDate today, int page, CancellationToken cancel)
    {
        var pupils = await record.Pupils.AsNoTracking()
            .Where(p => p.Provision == SenProvision.Support && (p.LeftOn == null || p.LeftOn >= today))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Skip(page * PageSize).Take(PageSize + 1)
            .Select(p => new { p.Id, Given = p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName })
            .ToListAsync(cancel);
        var ids = pupils.Select(p => p.Id).ToList();
        var (from, to) = (year.From, year.To);
        var carers = record.PartsOfMeetings<Attendee>().Where(a => a.Part == MeetingPart.Carer && !a.IsWithdrawn);
        var meetings = await record.Meetings.AsNoTracking()
            .Where(m => ids.Contains(m.PupilId) && m.On >= from && m.On <= to && carers.Any(a => a.MeetingId == m.Id))
            .OrderBy(m => m.On).ThenBy(m => m.Id)
            .Take(MostMeetings)
            .Select(m => new
            {
                m.PupilId,
                m.On,
                m.Status,
                m.CalledOffBy,
                Met = m.Status == MeetingStatus.Held && carers.Any(a => a.MeetingId == m.Id && a.Attendance == Attendance.Attended)
            })
            .ToListAsync(cancel);
        var byPupil = meetings.ToLookup(m => m.PupilId);
        return [.. pupils.Select(p => new BoardRow(
            p.Id, p.Given, p.FamilyName, p.ClassName,
            [.. TermNames.Select((_, term) => new TermCount(
                byPupil[p.Id].Count(m => TermOf(m.On) == term && (m.Status != MeetingStatus.Cancelled || m.CalledOffBy == CalledOffBy.Family)),
                byPupil[p.Id].Count(m => TermOf(m.On) == term && m.Met)))],
            byPupil[p.Id].Where(m => m.Status is MeetingStatus.Planned && m.On >= today).Select(m => (LocalDate?)m.On).FirstOrDefault()))];
    }

    private static int TermOf(LocalDate day) => day.Month switch
    {
        >= 8 => 0,
        <= 3 => 1,
        _ => 2
    };
}
