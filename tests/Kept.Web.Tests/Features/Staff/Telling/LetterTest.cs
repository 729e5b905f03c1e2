using System.Diagnostics;
using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>Letters that wait, and what a pile of them says.</summary>
public abstract class LetterTest(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private readonly Dictionary<string, int> before = [];

    protected static async Task<TestPage> PrepareAsync(TestClient staff)
    {
        var list = await staff.GetAsync("/telling/letters");
        var run = await staff.SubmitAsync(list.Form("form.acts"));
        Assert.StartsWith("/telling/letters/", run.Url, StringComparison.Ordinal);
        return run;
    }

    /// <summary>What each page of the file says.</summary>
    protected async Task<IReadOnlyList<string>> PagesAsync(TestClient staff, string run) =>
        [.. (await LinesAsync(await staff.DownloadAsync($"{run}/file"))).Split('\f').Select(TestPage.Tidy).Where(page => page.Length > 0)];

    /// <summary>The file as it stands on paper, line by line.</summary>
    protected async Task<string> LinesAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var file = Path.Combine(Host.Place.Directory, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(Cancel), Cancel);
        using var read = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return await read.StandardOutput.ReadToEndAsync(Cancel);
    }

    protected async Task<Dispatch> WaitAsync(TestPerson carer, TestPupil child, NoticeOf of, Guid about)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var dispatch = Dispatch.To(await db.People.SingleAsync(p => p.Id == carer.Id, Cancel), WayToTell.Letter, "en", Clock.Now);
        await db.Tidings.ExecuteDeleteAsync(Cancel);
        Add(db, dispatch, child, of, about);
        await db.SaveChangesAsync(Cancel);
        return dispatch;
    }

    protected void Add(Store.KeptDb db, Dispatch dispatch, TestPupil? child, NoticeOf of, Guid about) => db.AddRange(dispatch, new Notice
    {
        Id = Id<Notice>.New(),
        SchoolId = dispatch.SchoolId,
        CarerId = dispatch.CarerId,
        TidingId = Id<Tiding>.New(),
        PupilId = child?.Id,
        Of = of,
        AboutId = about,
        Visibility = of.Visibility(),
        MadeAt = Clock.Now,
        DispatchId = dispatch.Id
    });

    protected static IEnumerable<(string, string?)> Shown(AngleSharp.Html.Dom.IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name=Shown]").Select(i => ("Shown", i.GetAttribute("value")));

    protected async Task<(DispatchState State, Id<LetterRun>? Run)> StateAsync(Dispatch dispatch)
    {
        await using var db = Host.OpenDb();
        return await db.Dispatches.AsNoTracking().Where(d => d.Id == dispatch.Id).Select(d => new { d.State, d.RunId }).SingleAsync(Cancel) is var row ? (row.State, row.RunId) : default;
    }

    protected async Task<IReadOnlyList<Id<LetterRun>>> RunsAsync()
    {
        await using var db = Host.OpenDb();
        return await db.Dispatches.Where(d => d.RunId != null).Select(d => d.RunId!.Value).Distinct().ToListAsync(Cancel);
    }

    /// <summary>Nothing waits, and what happened in other tests counts for nothing.</summary>
    protected async Task BeginAsync()
    {
        await BothParentsAsync();
        await using var db = Host.OpenDb();
        foreach (var kind in (string[])["carer-told-by-hand", "letter-taken-back"])
        {
            before[kind] = await db.LedgerLinks.CountAsync(l => l.Kind == kind, Cancel);
        }
    }

    protected async Task<int> HappenedAsync(string kind)
    {
        await using var db = Host.OpenDb();
        return await db.LedgerLinks.CountAsync(l => l.Kind == kind, Cancel) - before[kind];
    }
}
