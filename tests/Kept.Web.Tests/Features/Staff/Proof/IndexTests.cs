using System.Net;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Web.Features.Staff.Proof;
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

    /// <summary>Or whoever watched the number would learn that something is kept from them.</summary>
    [Fact]
    public async Task Nobody_sees_by_a_number_that_a_safeguarding_entry_was_written()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        var before = (await As(World.Senco).GetAsync("/proof")).Text;

        await World.AddEntryAsync(World.Leo, "What she told the nurse", Visibility.Safeguarding);

        Assert.Equal(before, (await As(World.Senco).GetAsync("/proof")).Text);
    }

    [Theory]
    [InlineData(0, "fewer than 100")]
    [InlineData(99, "fewer than 100")]
    [InlineData(100, "at least 100")]
    [InlineData(12_345, "at least 12,300")]
    public void Events_are_counted_roughly(long events, string words) => Assert.Equal(words, IndexModel.Roughly(events));

    [Fact]
    public async Task Who_may_not_prove_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync("/proof")).Status);
}
