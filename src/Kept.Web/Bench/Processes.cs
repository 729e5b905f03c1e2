namespace Kept.Web.Bench;

/// <summary>A served process by itself: how soon it answers and how much memory it holds.</summary>
internal static class Processes
{
    public static async IAsyncEnumerable<Measure> MeasureAsync(BenchPlace bench, string cookie, int seconds)
    {
        var url = KeptProcess.FreeUrl();
        var (child, took) = await KeptProcess.ServeAsync(bench, url, default);
        using (child)
        {
            yield return new Measure("start", "start to first page, database there") { Kind = "guide", Unit = "seconds" }.AtMost(2, took.TotalSeconds);

            await Task.Delay(TimeSpan.FromSeconds(3));
            yield return new Measure("memory: idle", "resident memory of a served process that has answered once") { Kind = "guide", Unit = "MB" }.AtMost(150, await child.MegabytesAsync("VmRSS")) with
            {
                Detail = new Dictionary<string, object>
                {
                    ["itsOwnMB"] = Math.Round(await child.MegabytesAsync("RssAnon") + await child.MegabytesAsync("RssShmem")),
                    ["programFilesMB"] = Math.Round(await child.MegabytesAsync("RssFile"))
                }
            };

            foreach (var path in (string[])[bench.PupilPage, "/today", "/actions"])
            {
                await Load.RequestsASecondAsync(url + path, cookie, seconds, default);
            }

            yield return new Measure("memory: under load", "most resident memory while pupil page, Today and action log are asked for by 16 at once")
            {
                Kind = "guide",
                Unit = "MB"
            }.AtMost(400, await child.MegabytesAsync("VmHWM"));
        }
    }
}
