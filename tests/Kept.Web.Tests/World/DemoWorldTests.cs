using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Store.People;
using Kept.Web.Hosting;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>Demo trusts, with few children that they do not name: one on a Sunday evening in term, which nobody changes, and others.</summary>
public sealed class DemoWorlds : IAsyncLifetime
{
    public static readonly Instant Sunday = Instant.FromUtc(2026, 11, 22, 18, 0);

    private readonly List<TestDatabase> databases = [];

    public Database OnSunday { get; private set; } = null!;

    public async ValueTask InitializeAsync() => OnSunday = await MadeAsync(Sunday);

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await database.RemoveAsync();
        }
    }

    public async Task<Database> MadeAsync(Instant now, int seed = DemoWorld.Seed)
    {
        var empty = await TestDatabase.EmptyAsync();
        databases.Add(empty);
        await Migrations.BringUpToDateAsync(empty.Place, default);
        await DemoWorld.MakeAsync(empty.Place.Database, new FixedClock { Now = now }, default, seed, oneIn: 12);
        return empty.Place.Database;
    }
}

/// <summary>The made-up trust of the demo.</summary>
public sealed class DemoWorldTests(DemoWorlds worlds) : IClassFixture<DemoWorlds>
{
    private static readonly Instant Sunday = DemoWorlds.Sunday;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_record_can_be_verified()
    {
        var database = worlds.OnSunday;

        var proof = await new RecordVerifier(database, new Checkpoints(database, new FixedClock { Now = Sunday })).VerifyAsync(null, null, null, Cancel);

        Assert.True(proof.IsIntact);
        Assert.Equal(["hillview", "riverside"], proof.Schools.Select(s => s.Slug).Order());
    }

    [Fact]
    public async Task The_same_seed_and_day_tell_the_same_story()
    {
        var (one, other) = (await StoryAsync(worlds.OnSunday), await StoryAsync(await worlds.MadeAsync(Sunday)));

        Assert.NotEmpty(one);
        Assert.Equal(one, other);
    }

    [Fact]
    public async Task Another_seed_tells_another_story() =>
        Assert.NotEqual(await StoryAsync(worlds.OnSunday), await StoryAsync(await worlds.MadeAsync(Sunday, seed: 7)));

    [Theory]
    [InlineData("2026-11-22T18:00:00Z")]
    [InlineData("2026-11-24T07:30:00Z")]
    [InlineData("2027-03-12T10:00:00Z")]
    [InlineData("2026-12-27T10:00:00Z")]
    [InlineData("2027-07-12T10:00:00Z")]
    [InlineData("2027-08-25T10:00:00Z")]
    public async Task Today_is_alive_on_a_Sunday_on_a_school_day_and_in_the_holidays(string at)
    {
        var now = NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value;
        var today = now.InZone(School.Zone).Date;
        await using var db = await OpenAsync(await worlds.MadeAsync(now), "hillview");

        var open = await db.Actions.AsNoTracking().Where(a => a.Status == ActionStatus.Open || a.Status == ActionStatus.InProgress).ToListAsync(Cancel);
        var reviews = await db.LogEntries.CountAsync(e => e.ReviewOn <= today, Cancel);
        var waiting = await db.Enquiries.CountAsync(q => q.AnsweredAt == null, Cancel);
        var next = await SchoolDayAsync(db, today);

        Assert.InRange(open.Count(a => a.IsLateOn(today)), 5, 40);
        Assert.InRange(open.Count(a => a.DueOn == next), 3, 20);
        Assert.Contains(open, a => a.IsDeadAt(now, 30));
        Assert.InRange(reviews, 2, 20);
        Assert.InRange(waiting, 3, 12);
    }

    [Theory]
    [InlineData("2026-11-22T18:00:00Z", 0)]
    [InlineData("2026-11-24T10:30:00Z", 1)]
    public async Task Meetings_were_held_are_planned_and_on_a_school_day_one_is_running(string at, int running)
    {
        var now = NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value;
        await using var db = await OpenAsync(await worlds.MadeAsync(now), "hillview");

        var meetings = await db.Meetings.AsNoTracking().ToListAsync(Cancel);

        Assert.Equal(running, meetings.Count(m => m.Status == MeetingStatus.Running));
        Assert.InRange(meetings.Count(m => m.Status == MeetingStatus.Held), 12, 40);
        Assert.InRange(meetings.Count(m => m.Status == MeetingStatus.Planned && m.On > now.InZone(School.Zone).Date), 7, 30);
        Assert.DoesNotContain(meetings, m => m.IsForgottenOn(now.InZone(School.Zone).Date));
    }

    [Fact]
    public async Task Nothing_was_logged_before_it_happened_or_after_now()
    {
        await using var db = await OpenAsync(worlds.OnSunday, "hillview");

        var entries = await db.LogEntries.AsNoTracking().ToListAsync(Cancel);

        Assert.All(entries, e => Assert.InRange(e.LoggedAt, e.HappenedOn.At(e.HappenedAt!.Value).InZoneLeniently(School.Zone).ToInstant(), Sunday));
        Assert.Contains(entries, e => e.Visibility is Visibility.Safeguarding);
        Assert.Contains(entries, e => !e.WasLoggedTheSameDay);
    }

    [Fact]
    public async Task Every_member_of_staff_can_be_chosen_and_one_works_at_both_schools()
    {
        var database = worlds.OnSunday;

        var people = await new Viewers(database, new FixedClock { Now = Sunday }).DemoPeopleAsync(Cancel);

        Assert.Equal("Mrs Amina Khan", people.First(p => p.SchoolName == "Hillview Primary").Name);
        Assert.Equal(2, people.Count(p => p.Name == "Mrs Helen Marsh"));
        Assert.Single(people.Where(p => p.Name == "Mrs Helen Marsh").Select(p => p.AccountId).Distinct());
        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.SendLead, StaffRole.FormTutor]))
        {
            Assert.Contains(people, p => p.SchoolName == "Hillview Primary" && p.Role.Contains(role.InWords(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_carer_whom_a_court_order_restricts_is_never_spoken_with()
    {
        await using var db = await OpenAsync(worlds.OnSunday, "hillview");

        var restricted = await db.Relationships.Where(t => t.Restriction != ContactRestriction.None).Select(t => t.CarerId).ToListAsync(Cancel);

        Assert.NotEmpty(restricted);
        Assert.False(await db.LogEntries.AnyAsync(e => e.SpokeWithId != null && restricted.Contains(e.SpokeWithId.Value), Cancel));
    }

    [Fact]
    public void A_made_up_UPN_is_valid_and_each_is_different()
    {
        var upns = Enumerable.Range(0, 30_000).Select(serial => MadeUpUpn.Of(4001, 2021, serial)).ToList();

        Assert.All(upns, upn => Assert.False(Upn.Read(upn).Refused(out _)));
        Assert.Equal(upns.Count, upns.Distinct().Count());
    }

    private static async Task<KeptDb> OpenAsync(Database database, string slug)
    {
        await using var db = database.Open(new Tenancy());
        var school = await db.Schools.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync(Cancel);
        return database.Open(Tenancy.Of(school));
    }

    /// <summary>Everything but ids: who, what, when.</summary>
    private static async Task<List<string>> StoryAsync(Database database)
    {
        await using var db = await OpenAsync(database, "hillview");
        var pupils = await db.Pupils.ToDictionaryAsync(p => p.Id, p => $"{p.Name} {p.Upn} {p.DateOfBirth}", Cancel);
        var people = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name, Cancel);
        var entries = await db.LogEntries.AsNoTracking().ToListAsync(Cancel);
        var actions = await db.Actions.AsNoTracking().ToListAsync(Cancel);
        return
        [
            .. entries.Select(e => $"{pupils[e.PupilId]}: {e.HappenedOn} {e.LoggedAt} {people[e.LoggedById]} {e.Issue} {e.ReviewOn}").Order(),
            .. actions.Select(a => $"{pupils[a.PupilId]}: {a.What} {people[a.OwnerId]} {a.DueOn} {a.Status} {a.TouchedAt} {a.WhatChanged}").Order()
        ];
    }

    private static async Task<LocalDate> SchoolDayAsync(KeptDb db, LocalDate today)
    {
        var periods = await db.CalendarEntries.AsNoTracking().ToListAsync(Cancel);
        return new SchoolCalendar(periods.Select(p => p.Period)).OnOrAfter(today);
    }
}
