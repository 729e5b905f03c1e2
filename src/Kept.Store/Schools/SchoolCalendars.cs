using System.Collections.Concurrent;
using Kept.Domain;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Schools;

/// <summary>
/// Each school's calendar, read once for each version. The version comes with the school on every request, so a node never
/// works from a calendar that another node has changed.
/// </summary>
public sealed class SchoolCalendars
{
    private const int MostPeriods = 2000;

    private readonly ConcurrentDictionary<Id<School>, (int Version, SchoolCalendar Calendar)> held = new();

    public async Task<SchoolCalendar> OfAsync(KeptDb db, School school, CancellationToken cancel)
    {
        if (held.TryGetValue(school.Id, out var known) && known.Version == school.CalendarVersion)
        {
            return known.Calendar;
        }

        var periods = await db.CalendarEntries.AsNoTracking()
            .OrderBy(e => e.From)
            .Take(MostPeriods)
            .Select(e => new CalendarPeriod(e.Kind, e.From, e.To, e.Title))
            .ToListAsync(cancel);
        var calendar = new SchoolCalendar(periods, school.InsetDaysAreWorkingDays);
        held[school.Id] = (school.CalendarVersion, calendar);
        return calendar;
    }
}
