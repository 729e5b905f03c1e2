using System.Diagnostics;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Bench;

/// <summary>An entry with two actions through the door, ledger and all, against the same five rows put in raw in one transaction.</summary>
internal static class Saving
{
    public static async Task<Measure> MeasureAsync(BenchPlace bench, CancellationToken cancel)
    {
        var (door, bare) = await InTurn.MediansAsync(
            i => ThroughTheDoorAsync(bench, Made(bench, i), cancel), i => RawAsync(bench, Made(bench, i), cancel));
        return new Measure("saving", "saving an entry with two actions and its ledger rows, against the same rows written raw in one transaction")
        {
            Unit = "times",
            Detail = new Dictionary<string, object> { ["throughTheDoorMedianMs"] = Math.Round(door, 3), ["rawMedianMs"] = Math.Round(bare, 3) }
        }.AtMost(2, door / bare);
    }

    private static async Task<double> ThroughTheDoorAsync(BenchPlace bench, (LogEntry Entry, AgreedAction[] Actions) made, CancellationToken cancel)
    {
        var (entry, actions) = made;
        await using var db = bench.Place.Database.Open(Tenancy.Of(bench.School));
        // A page that saves has read the pupil; the context of the raw rows has been asked something too before its clock starts.
        await db.Pupils.AnyAsync(p => p.Id == entry.PupilId, cancel);
        var watch = Stopwatch.StartNew();
        var viewer = new StaffViewer(bench.School, bench.Senco, "Bench", [StaffRole.Senco], []);
        var record = new VisibleRecord(db, viewer, MillisecondClock.System);
        record.Add(entry);
        foreach (var action in actions)
        {
            record.Add(action);
        }

        if (await record.SaveAsync(new EntryKept(entry.PupilId, entry.Id), cancel) is { } refused)
        {
            throw new InvalidOperationException(refused.Sentence);
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The rows are made, and their digests reckoned, before the clock starts; they go to a chain that nothing else writes.</summary>
    private static async Task<double> RawAsync(BenchPlace bench, (LogEntry Entry, AgreedAction[] Actions) made, CancellationToken cancel)
    {
        await using var db = bench.Place.Database.Open(Tenancy.Of(bench.School));
        var rows = new BulkRows(db);
        var record = new BulkRecord(db, rows);
        await record.GoOnAsync(made.Entry.PupilId.Value, cancel);
        record.Keep(new EntryKept(made.Entry.PupilId, made.Entry.Id), bench.Senco.Value, made.Entry.LoggedAt, [made.Entry, .. made.Actions]);
        await db.Database.CloseConnectionAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await rows.FlushAsync(cancel);
        await transaction.CommitAsync(cancel);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static (LogEntry Entry, AgreedAction[] Actions) Made(BenchPlace bench, int number)
    {
        var at = MillisecondClock.System.GetCurrentInstant();
        var today = at.InZone(Domain.Schools.School.Zone).Date;
        var pupil = bench.Pupils[number % bench.Pupils.Count];
        var lines = new EntryContent
        {
            HappenedOn = today,
            Channel = Channel.Phone,
            SpokeWith = "mum",
            Issue = "morning anxiety and late arrival",
            Said = "that a quieter start can begin on Monday",
            Visibility = Visibility.Family
        };
        var entry = LogEntry.Keep(Id<LogEntry>.New(), bench.School, pupil, lines, today.PlusDays(7), agreesSomething: true, bench.Senco, at).OrThrow();
        var owner = new Owner(bench.Senco, PersonKind.Staff, "Bench", null, [StaffRole.Senco]);
        AgreedAction Agree(string what) => AgreedAction.Agree(
            new ActionAgreement(bench.School, pupil, entry.Id, null, what, Visibility.Family, today), owner, today.PlusDays(7), today, at).OrThrow();
        return (entry, [Agree("Share a shorter start-of-day plan"), Agree("Meet him at the side gate at 8.40")]);
    }
}
