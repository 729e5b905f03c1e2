using System.CommandLine;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Schools;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Commands;

/// <summary>What the coach reads lines against at one school: its staff and professionals, and its calendar.</summary>
internal static class CoachingAtSchool
{
    public static Command Command()
    {
        Where? where = null;
        var clock = MillisecondClock.System;
        var command = CoachCommand.Create(clock, (parsed, slug, cancel) => FindAsync(where!.Of(parsed), slug, clock, cancel));
        where = Where.On(command);
        return command;
    }

    private static async Task<CoachContext?> FindAsync(Place place, string slug, IClock clock, CancellationToken cancel)
    {
        await using var everywhere = place.Database.Open(new Tenancy());
        var school = await everywhere.Schools.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug, cancel);
        if (school is null)
        {
            return null;
        }

        await using var db = place.Database.Open(Tenancy.Of(school.Id));
        var record = new VisibleRecord(db, new OperatorViewer(school.Id), clock);
        var owners = await record.OwnersAsync(pupil: null, cancel);
        var calendar = await new SchoolCalendars().OfAsync(db, school, cancel);
        return new CoachContext(clock.GetCurrentInstant().InZone(School.Zone).Date, calendar, [.. owners.Select(o => o.ForTheCoach)]);
    }
}
