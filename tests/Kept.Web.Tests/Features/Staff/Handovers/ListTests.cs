using Kept.Store.Handovers;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>What is to be read, what was given, and who has not acknowledged theirs.</summary>
public sealed class ListTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Each_finds_their_own_and_the_senco_finds_who_has_not_acknowledged()
    {
        await World.AddHandoverAsync(World.Leo, World.SendLead);

        var teacher = await As(World.Teacher).GetAsync("/handovers");
        var lead = await As(World.SendLead).GetAsync("/handovers");
        var senco = await As(World.Senco).GetAsync("/handovers");
        var tutor = await As(World.FormTutor).GetAsync("/handovers");

        Assert.Contains("Given by you 1 Leo Bennett", teacher.Text, StringComparison.Ordinal);
        Assert.Contains("For you to read 1 Leo Bennett", lead.Text, StringComparison.Ordinal);
        Assert.Contains("Not acknowledged by others 1 Leo Bennett", senco.Text, StringComparison.Ordinal);
        Assert.Contains("Mr Tom Ellis to Ms Ines Duarte", senco.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leo Bennett", tutor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_today_is_found_in_one_statement_and_opening_it_clears_nothing()
    {
        var handover = await World.AddHandoverAsync(World.Noah, World.Assistant, by: World.FormTutor);
        await As(World.Assistant).GetAsync($"/handovers/{handover.Id}");
        await using var db = Host.OpenDb();

        var mine = await (await Host.RecordOfAsync(db, World.Assistant)).HandoversWaitingAsync(everybodys: false, Cancel);
        var givers = await (await Host.RecordOfAsync(db, World.FormTutor)).HandoversWaitingAsync(everybodys: false, Cancel);
        var all = await (await Host.RecordOfAsync(db, World.Senco)).HandoversWaitingAsync(everybodys: true, Cancel);

        Assert.Contains(mine, row => row.Id == handover.Id);
        Assert.DoesNotContain(givers, row => row.Id == handover.Id);
        Assert.Contains(all, row => row.Id == handover.Id);
    }
}
