using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kept.Domain;
using Kept.Domain.Log;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Bench;

/// <summary>
/// Many clients log conversations at once, through the form, against a server in a process of its own that is killed without warning in
/// the middle and started again. What was acknowledged must be there, whole, and the ledger must hold.
/// </summary>
internal sealed partial class Writers(BenchPlace bench, string cookie, int clients, TimeSpan length)
{
    private readonly ConcurrentBag<Guid> acknowledged = [];
    private readonly ConcurrentBag<double> times = [];
    private readonly ConcurrentDictionary<string, int> errors = new();
    private readonly string url = KeptProcess.FreeUrl();
    private int unanswered;
    private volatile bool isDown;

    public async Task<Measure> MeasureAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var (first, _) = await KeptProcess.ServeAsync(bench, url, cancel);
        var all = Task.WhenAll(Enumerable.Range(0, clients).Select(i => WriteAsync(i, over.Token)));
        using (first)
        {
            await Task.Delay(length / 2, cancel);
            isDown = true;
            first.Kill();
        }

        var before = acknowledged.Count;
        var (second, restarted) = await KeptProcess.ServeAsync(bench, url, cancel);
        using (second)
        {
            isDown = false;
            await Task.Delay(length / 2, cancel);
            await over.CancelAsync();
            await all;
        }

        var lost = await LostAsync(cancel);
        var checkpoints = new Checkpoints(bench.Place.Database, MillisecondClock.System);
        using var key = LedgerKey.Open(bench.Place.Directory);
        var proof = await new RecordVerifier(bench.Place.Database, checkpoints).VerifyAsync("bench-1", key, null, cancel);
        var failed = lost + errors.Values.Sum() + (proof.IsIntact ? 0 : 1);
        List<double> each = [.. times];
        return new Measure("writers", $"{clients} clients logging for {length.TotalSeconds:N0} s, the server killed in the middle: errors, and acknowledged entries lost")
        {
            Kind = "count",
            Unit = "errors",
            Detail = new Dictionary<string, object>
            {
                ["acknowledged"] = acknowledged.Count, ["beforeTheKill"] = before, ["lost"] = lost, ["errors"] = errors, ["unansweredWhileDown"] = unanswered,
                ["ledgerIntact"] = proof.IsIntact, ["entriesASecond"] = Math.Round(acknowledged.Count / length.TotalSeconds, 1),
                ["p50Ms"] = Math.Round(InTurn.Quantile(each, 0.5)), ["p95Ms"] = Math.Round(InTurn.Quantile(each, 0.95)), ["restartSeconds"] = Math.Round(restarted.TotalSeconds, 2),
                ["seconds"] = Math.Round(watch.Elapsed.TotalSeconds)
            }
        }.AtMost(0, failed);
    }

    private async Task WriteAsync(int number, CancellationToken over)
    {
        using var client = Served.ClientOf(url, cookie);
        var pupil = bench.Pupils[number % bench.Pupils.Count];
        var form = await FormAsync(client, pupil.ToString());
        while (!over.IsCancellationRequested)
        {
            var key = Guid.CreateVersion7();
            form["Form.Key"] = key.ToString();
            var started = Stopwatch.GetTimestamp();
            if (await PostAsync(client, form))
            {
                acknowledged.Add(key);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    /// <summary>True when it was acknowledged. What is not answered around the kill may or may not be kept: the sender tries again.</summary>
    private async Task<bool> PostAsync(HttpClient client, Dictionary<string, string> form)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await client.PostAsync("/log", content);
            if (answer.StatusCode is HttpStatusCode.Found)
            {
                return true;
            }

            var page = await answer.Content.ReadAsStringAsync();
            errors.AddOrUpdate($"{(int)answer.StatusCode} {Summary().Match(page).Groups["text"].Value.Trim()}", 1, (_, count) => count + 1);
        }
        catch (HttpRequestException problem)
        {
            if (isDown)
            {
                Interlocked.Increment(ref unanswered);
                await Task.Delay(50);
            }
            else
            {
                errors.AddOrUpdate(problem.Message, 1, (_, count) => count + 1);
            }
        }

        return false;
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpClient client, string pupil)
    {
        using var answer = await client.GetAsync($"/log?pupil={pupil}");
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var formCookie = answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("kept-form", StringComparison.Ordinal)).Split(';')[0];
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", formCookie);
        return new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
            ["Form.PupilId"] = pupil,
            ["Form.When"] = "now",
            ["Form.Channel"] = "Phone",
            ["Form.With"] = "other",
            ["Form.WithWords"] = "mum",
            ["Form.Issue"] = "morning anxiety and late arrival",
            ["Form.Lines[0].Text"] = "SENCO to share a shorter start-of-day plan by Friday",
            ["Form.Lines[1].Text"] = "SENCO to ring mum on Monday",
            ["Form.Review"] = "1w",
            ["Form.Visibility"] = "Family"
        };
    }

    private async Task<int> LostAsync(CancellationToken cancel)
    {
        await using var db = bench.Place.Database.Open(Tenancy.Of(bench.School));
        var lost = 0;
        foreach (var some in acknowledged.Chunk(500))
        {
            var ids = some.Select(id => new Id<LogEntry>(id)).ToList();
            lost += some.Length - await db.LogEntries.CountAsync(e => ids.Contains(e.Id), cancel);
            lost += (2 * some.Length) - await db.Actions.CountAsync(a => a.EntryId != null && ids.Contains(a.EntryId.Value), cancel);
        }

        return lost;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();

    [GeneratedRegex("""error-summary__list[^>]*>(?<text>.{0,300})""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Summary();
}
