using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Kept.Web.Hosting;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Bench;

/// <summary>
/// A pupil of whom five thousand things are told, and what telling them costs: the chronology against that of a pupil whose story just fills a
/// page, and the pack of five hundred conversations as PDF.
/// </summary>
internal static class LongStory
{
    private const int Conversations = 1000;
    private const int InThePack = 500;

    /// <summary>Five lines are told of each: a page of fifty and one more, so that both pages show as much.</summary>
    private const int AFullPage = 11;

    private static readonly string Upn = MadeUpUpn.Of(3999, 2020, 1);

    public static async IAsyncEnumerable<Measure> MeasureAsync(Served served, SqlWatch watch, BenchPlace bench)
    {
        var (pupil, begins) = await MakeAsync(bench, Upn, "Long", Conversations);
        var (other, _) = await MakeAsync(bench, MadeUpUpn.Of(3999, 2020, 2), "Short", AFullPage);
        var (atLong, atShort) = await InTurn.MediansAsync(
            _ => InTurn.TimeAsync(served.Client, $"/pupils/{pupil}/chronology"), _ => InTurn.TimeAsync(served.Client, $"/pupils/{other}/chronology"));
        await served.HasAsync($"/pupils/{pupil}/chronology", default);
        var each = await Handwritten.TimeEachAsync(bench.Place.Database, bench.School.Value, watch.Last, default);
        yield return new Measure("chronology", $"chronology of a pupil with {5 * Conversations:N0} events against that of a pupil whose story fills one page") { Unit = "times" }.AtMost(1.3, atLong / atShort) with
        {
            Detail = new Dictionary<string, object> { ["longMedianMs"] = Math.Round(atLong, 2), ["onePageMedianMs"] = Math.Round(atShort, 2), ["leastMsOfEach"] = each }
        };
        yield return await PackAsync(bench, begins.PlusDays(Conversations - InThePack));
    }

    private static async Task<Measure> PackAsync(BenchPlace bench, LocalDate from)
    {
        var measure = new Measure("pack", $"a pack of {InThePack:N0} conversations as PDF, by the command in a process of its own") { Kind = "guide", Unit = "seconds" };
        using var child = KeptProcess.Run(
            bench, "export", "pack", "--school", "bench-1", "--pupil", Upn, "--audience", "tribunal", "--from", from.InWords(), "--out", Path.Combine(bench.Place.Directory, "pack.pdf"));
        var (peak, took) = await child.WatchToTheEndAsync(TimeSpan.FromMinutes(5), default);
        return child.HasEnded && child.ExitCode is 0
            ? measure.AtMost(15, took.TotalSeconds) with { Detail = new Dictionary<string, object> { ["keptMB"] = Math.Round(peak) } }
            : measure with { Skipped = $"the pack could not be made: {child.LastWords}" };
    }

    /// <summary>One conversation a day up to yesterday, each with an action that was started and done, and a review.</summary>
    private static async Task<(Id<Pupil> Pupil, LocalDate Begins)> MakeAsync(BenchPlace bench, string upn, string name, int conversations)
    {
        await using var db = bench.Place.Database.Open(Tenancy.Of(bench.School));
        var known = await db.Pupils.Where(p => p.Upn == upn).Select(p => (Id<Pupil>?)p.Id).FirstOrDefaultAsync();
        if (known is { } there)
        {
            return (there, await db.LogEntries.Where(e => e.PupilId == there).MinAsync(e => e.HappenedOn));
        }

        var begins = MillisecondClock.System.GetCurrentInstant().InZone(School.Zone).Date.PlusDays(-conversations - 1);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var rows = new BulkRows(db);
        var record = new BulkRecord(db, rows);
        var pupil = Pupil.Enrol(bench.School, new PupilDetails(upn, name, "Story", null, null, "9", "9G", SenProvision.Plan, ["ASD"])).OrThrow();
        record.Keep(new PupilEnrolled(pupil.Id), bench.Senco.Value, Timeline.Moment(begins, 8, 0), pupil);
        for (var i = 0; i < conversations; i++)
        {
            record.Keep(new EntryKept(pupil.Id, default), bench.Senco.Value, Timeline.Moment(begins.PlusDays(i), 15, 0), [.. Day(bench, pupil, begins.PlusDays(i), i)]);
            await rows.FlushIfManyAsync(default);
        }

        await rows.FlushAsync(default);
        await transaction.CommitAsync();
        return (pupil.Id, begins);
    }

    private static IEnumerable<object> Day(BenchPlace bench, Pupil pupil, LocalDate day, int number)
    {
        var (morning, noon, evening) = (Timeline.Moment(day, 9, 0), Timeline.Moment(day, 12, 0), Timeline.Moment(day, 15, 0));
        var words = string.Create(CultureInfo.InvariantCulture, $"Conversation {number} about how the morning went, what he said at the door, and what would make tomorrow easier");
        var content = new EntryContent { HappenedOn = day, HappenedAt = new LocalTime(8, 40), Channel = Channel.Phone, Issue = words, Said = "We will try a softer start and ring on Friday", Visibility = Visibility.Family };
        var entry = LogEntry.Keep(Id<LogEntry>.New(), bench.School, pupil.Id, content, day, agreesSomething: true, bench.Senco, morning).OrThrow();
        var agreed = new ActionAgreement(bench.School, pupil.Id, entry.Id, null, "Meet him at the side gate", Visibility.Family, day);
        var action = AgreedAction.Agree(agreed, new Owner(bench.Senco, PersonKind.Staff, "SENCO", null, [StaffRole.Senco]), day, day, morning).OrThrow();
        var started = ActionChange.Of(action.Start(noon).OrThrow(), bench.School, bench.Senco, noon);
        var done = ActionChange.Of(action.MarkDone("He came in by himself", null, day, evening).OrThrow(), bench.School, bench.Senco, evening);
        var review = Review.Hold(entry, DidItHappen.Yes, "It helped", null, null, day, bench.Senco, evening).OrThrow();
        return [entry, action, started, done, review];
    }
}
