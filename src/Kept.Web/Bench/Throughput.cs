using System.Runtime.CompilerServices;

namespace Kept.Web.Bench;

/// <summary>Statements a page runs, and requests a second: against what could be written by hand, and against nothing at all.</summary>
internal static class Throughput
{
    private const int WarmUpSeconds = 15;

    /// <summary>A shared machine is now quick and now slow: each is asked in turn, so often, and the middle one counts.</summary>
    private const int Turns = 3;

    public static async IAsyncEnumerable<Measure> CountStatementsAsync(Served served, SqlWatch watch, BenchPlace bench)
    {
        foreach (var (name, path, most) in ((string, string, int)[])[("pupil page", bench.PupilPage, 6), ("Today", "/today", 5), ("search", "/search?q=morning", 4)])
        {
            var measure = new Measure($"statements: {name}", $"SQL statements for {name}, who is looking included") { Kind = "count", Unit = "statements" };
            if (!await served.HasAsync(path, default))
            {
                yield return measure with { Skipped = "the page is not there yet" };
                continue;
            }

            // Once more: the first visit also reads the calendar, which the process then holds.
            await served.HasAsync(path, default);
            var statements = watch.Last;
            var times = await Handwritten.TimeEachAsync(bench.Place.Database, bench.School.Value, statements, default);
            yield return measure.AtMost(most, statements.Count) with
            {
                Detail = new Dictionary<string, object> { ["leastMsOfEach"] = times }
            };
        }
    }

    public static async IAsyncEnumerable<Measure> MeasureAsync(Served served, SqlWatch watch, BenchPlace bench, int seconds, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!await served.HasAsync(bench.PupilPage, cancel))
        {
            yield return new Measure("throughput", "requests a second") { Skipped = "the pupil page is not there yet" };
            yield break;
        }

        var page = await served.Client.GetByteArrayAsync(bench.PupilPage, cancel);
        var statements = watch.Last;
        await using var byHand = await Handwritten.StartAsync(bench.Place.Database, bench.School.Value, statements, page, cancel);
        var hand = byHand.Urls.First();
        Task<double> Rate(string url, string? cookie) => Load.RequestsASecondAsync(url, cookie, seconds, cancel);

        watch.Rests = true;

        // Each unmeasured first, until the runtime has compiled it for good: that takes some thousand requests. Then in turn.
        await Load.RequestsASecondAsync(hand + "/pupil", null, WarmUpSeconds / 3, cancel);
        await Load.RequestsASecondAsync(served.Url + bench.PupilPage, served.Cookie, WarmUpSeconds, cancel);
        await Load.RequestsASecondAsync(served.Url + "/today", served.Cookie, WarmUpSeconds, cancel);
        List<double> bares = [], hands = [], pupils = [], todays = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            bares.Add(await Rate(hand + "/bare", null));
            hands.Add(await Rate(hand + "/pupil", null));
            pupils.Add(await Rate(served.Url + bench.PupilPage, served.Cookie));
            todays.Add(await Rate(served.Url + "/today", served.Cookie));
        }

        watch.Rests = false;

        var (bare, written, pupil, today) = (InTurn.Quantile(bares, 0.5), InTurn.Quantile(hands, 0.5), InTurn.Quantile(pupils, 0.5), InTurn.Quantile(todays, 0.5));
        var detail = new Dictionary<string, object>
        {
            ["bareRequestsASecond"] = Math.Round(bare), ["handwrittenRequestsASecond"] = Math.Round(written), ["pupilPageRequestsASecond"] = Math.Round(pupil),
            ["todayRequestsASecond"] = Math.Round(today), ["pupilPageBytes"] = page.Length, ["statements"] = statements.Count, ["by"] = Load.By
        };
        yield return new Measure("handwritten", "requests a second of the pupil page, as a part of a hand-written handler’s") { Detail = detail }.AtLeast(0.5, pupil / written);
        yield return new Measure("bare: pupil page", "requests a second of a bare endpoint for each of the pupil page") { Unit = "to one" }.AtMost(40, bare / pupil);
        yield return new Measure("bare: Today", "requests a second of a bare endpoint for each of Today") { Unit = "to one" }.AtMost(60, bare / today);
    }
}
