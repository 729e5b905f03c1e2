using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Proof;

public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_governor_sees_that_the_record_is_intact_and_names_nobody()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");

        var governor = As(World.RiversidesOwn(StaffRole.Governor));
        var before = await governor.GetAsync("/proof");
        var after = await governor.SubmitAsync(before.Form());

        Assert.Equal("Is the record intact?", before.Heading);
        Assert.Equal("The record is intact", after.Heading);
        Assert.Contains("about 1 pupil are as they were written", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Walsh", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_record_is_named_to_those_alone_who_may_open_it()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await new Tamperer(Host).DoAsync($"UPDATE log_entries SET issue = 'Never late' WHERE id = {Tamperer.Sql(entry.Id.Value)}");

        var visitor = As(World.Governor);
        var governor = await visitor.SubmitAsync((await visitor.GetAsync("/proof")).Form());
        var senco = await As(World.Senco).GetAsync("/proof");

        Assert.Equal("The record is not intact", governor.Heading);
        Assert.DoesNotContain("Leo Bennett", governor.Html, StringComparison.Ordinal);
        Assert.Contains("Leo Bennett", senco.Text, StringComparison.Ordinal);
        Assert.Contains("./kept verify --school hillview", senco.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_prove_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync("/proof")).Status);
}
