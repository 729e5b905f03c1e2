using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.World;

/// <summary>
/// Oakmoor Learning Trust: a primary and a secondary school that do not exist, with two school years of what they and their
/// families agreed. Told through the same doors that pages use, at the moments when it happened, up to now.
/// </summary>
internal static class DemoWorld
{
    private static readonly string[] HillviewClasses = ["RM", "1H", "2B", "3D", "4K", "5E", "6P"];
    private static readonly string[] RiversideForms = ["7A", "7R", "8B", "8S", "9G", "9T", "10C", "10M", "11D", "11K"];

    /// <summary>The same seed, day and version of Kept give the same people and the same story.</summary>
    public const int Seed = 2026;

    /// <param name="database">Migrated, and without these schools.</param>
    /// <param name="clock">Says what "now" is.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="seed">Another seed draws other people.</param>
    /// <param name="oneIn">Draws one in so many of the children whom the demo does not name; tests need only a few.</param>
    /// <param name="blobs">Where files lie; without it the hub stays empty.</param>
    public static async Task MakeAsync(Database database, IClock clock, CancellationToken cancel, int seed = Seed, int oneIn = 1, BlobStore? blobs = null)
    {
        var present = clock.GetCurrentInstant();
        var start = SchoolYearStart(present.InZone(School.Zone).Date).PlusYears(-1);
        var opening = new StoryClock(Timeline.Moment(start.PlusDays(-4), 9, 0));
        var hillview = (await OpenSchool.OpenAsync(database, opening, "Oakmoor Learning Trust", "Hillview Primary", "hillview", Nation.England, cancel)).OrThrow();
        var riverside = (await OpenSchool.OpenAsync(database, opening, hillview.TrustId, "Riverside Academy", "riverside", Nation.England, cancel)).OrThrow();
        await FillAsync(database, hillview, present, new Size(HillviewClasses, WithSen: 75 / oneIn, Others: 130 / oneIn), seed, blobs, cancel);
        await FillAsync(database, riverside, present, new Size(RiversideForms, WithSen: 46 / oneIn, Others: 190 / oneIn), seed, blobs, cancel);
    }

    private static async Task FillAsync(Database database, School school, Instant present, Size size, int seed, BlobStore? blobs, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school.Id));
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var yearStart = SchoolYearStart(present.InZone(School.Zone).Date);
        var clock = new StoryClock(Timeline.Moment(yearStart.PlusYears(-1).PlusDays(-4), 9, 30));
        var cast = await EnrolAsync(db, school, clock, size, new Dice(seed, school.Slug), yearStart, cancel);
        var timeline = new Timeline(present);
        var telling = new Telling(cast, timeline, new Deeds(db, clock), clock, new Dice(seed, school.Slug + " telling"));
        new ComingOfAge(db, cast, timeline, clock).Plan();
        new Years(cast, telling, new Dice(seed, school.Slug + " years")).Plan(yearStart.PlusYears(-1), timeline.Today);
        new Lately(cast, telling, timeline.Today).Plan();
        new MeetingsTold(cast, timeline, db, clock, present).Plan();
        new SurgeriesTold(db, cast, timeline, clock).Plan();
        new Planning(cast, timeline, db, clock).Plan();
        new Papers(cast, timeline, db, clock, blobs).Plan();
        new HandingOver(db, cast, timeline, clock).Plan();
        new Messaging(cast, timeline, db, clock).Plan();
        new NewsTold(db, cast, timeline, clock).Plan();
        await timeline.TellAsync(clock);

        // Families were told of the old stories when they happened: only what is fresh still waits to be told.
        var fresh = present - Duration.FromDays(3);
        await db.Tidings.Where(t => t.At < fresh).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<Cast> EnrolAsync(
        KeptDb db, School school, StoryClock clock, Size size, Dice dice, LocalDate yearStart, CancellationToken cancel)
    {
        var register = new SchoolRegister(db, new OperatorViewer(school.Id), clock);
        var room = new StaffRoom(db, school, school.Slug, sharesAccounts: true);
        var (staff, professionals) = (room.Staff(), room.Professionals());
        var roll = new Roll(db, school, staff, dice, yearStart);
        var children = roll.Enrol(size.Classes, size.WithSen, size.Others);
        db.AddRange(TermDates.Of(school.Id));
        db.Attach(school);
        await register.SaveAsync([school.ChangeCalendar(), .. room.Happened, .. roll.Happened], cancel);
        var calendar = new SchoolCalendar(register.Calendar.OrderBy(e => e.From).Take(500).AsEnumerable().Select(e => e.Period), school.InsetDaysAreWorkingDays);
        register.Rest();
        return new Cast(school, calendar, staff, professionals, children);
    }

    private static LocalDate SchoolYearStart(LocalDate today) => new(today.Month >= 9 ? today.Year : today.Year - 1, 9, 1);

    private sealed record Size(IReadOnlyList<string> Classes, int WithSen, int Others);
}
