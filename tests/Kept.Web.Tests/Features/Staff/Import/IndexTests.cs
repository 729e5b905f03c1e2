using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Import;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Whoever_runs_the_school_sees_what_can_be_imported()
    {
        var page = await As(World.Senco).GetAsync("/import");

        Assert.Equal(["/import/pupils", "/import/staff", "/import/log", "/handovers/take-in"], page.Document.QuerySelectorAll("main .settings a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task An_administrator_who_sees_no_record_cannot_write_one()
    {
        var administrator = As(World.Administrator);

        Assert.DoesNotContain("Action log", (await administrator.GetAsync("/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/import/log")).Status);
    }

    [Fact]
    public async Task A_class_teacher_imports_nothing()
    {
        foreach (var url in (string[])["/import", "/import/pupils", "/import/staff", "/import/log"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync(url)).Status);
        }
    }

    [Fact]
    public async Task Rows_that_are_gone_or_somebody_elses_lead_back_here()
    {
        var answer = await As(World.Senco).DownloadAsync("/import?handler=rows&left-out=made-up");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
