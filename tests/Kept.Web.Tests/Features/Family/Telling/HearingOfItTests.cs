using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Telling;

/// <summary>That a carer has it before them is kept, and is not an act.</summary>
public sealed class HearingOfItTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private string Home => $"/family/hillview/{World.Leo.Id}";

    [Fact]
    public async Task Opening_the_page_is_kept_for_this_carer_alone_and_ends_what_was_still_to_be_done()
    {
        await BothParentsAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await SetAsync(World.LeosMother, ContactMethod.Phone);
        var entry = await World.AddEntryAsync(World.Leo, "Read by one");
        await PassGraceAndTellAsync();
        Assert.Equal(DispatchState.ByHand, (await Host.DispatchesAsync(World.LeosMother))[^1].State);

        // Staff who look from their side open nothing.
        await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview?as=them");
        Assert.All(await Host.NoticesAsync(entry.Id.Value), n => Assert.Null(n.OpenedAt));
        await mother.GetAsync(Home);

        var notices = await Host.NoticesAsync(entry.Id.Value);
        Assert.NotNull(Assert.Single(notices, n => n.CarerId == World.LeosMother.Id).OpenedAt);
        Assert.Null(Assert.Single(notices, n => n.CarerId == World.LeosFather.Id).OpenedAt);
        Assert.Equal(DispatchState.Dropped, (await Host.DispatchesAsync(World.LeosMother))[^1].State);
        Assert.Contains("Opened", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
        await SetAsync(World.LeosMother, ContactMethod.NotSaid);
    }

    [Fact]
    public async Task A_version_of_the_plan_is_opened_where_it_is_read_and_not_by_the_page_that_leads_there()
    {
        await BothParentsAsync();
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        await World.ChangePlanAsync(plan, c => c with { Strengths = "Funny, and a fast runner" }, reason: "He has joined the running club");
        await PassGraceAndTellAsync();
        await using var db = Host.OpenDb();
        var version = (await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).FirstAsync(Cancel)).Id.Value;
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        Assert.Contains((await mother.GetAsync(Home)).Texts(".say"), text => text.Contains("The plan", StringComparison.Ordinal));
        Assert.All(await Host.NoticesAsync(version), n => Assert.Null(n.OpenedAt));
        await mother.GetAsync($"{Home}/plan");

        Assert.NotNull(Assert.Single(await Host.NoticesAsync(version), n => n.CarerId == World.LeosMother.Id).OpenedAt);
        Assert.DoesNotContain((await mother.GetAsync(Home)).Texts(".say"), text => text.Contains("The plan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_said_something_of_the_plan_is_told_alone_that_there_is_an_answer_and_it_is_opened_where_it_stands()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "He misses the old dog");
        await BothParentsAsync();

        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "We will talk about the dog"));
        await PassGraceAndTellAsync();

        var notice = Assert.Single(await Host.NoticesAsync(view.Id.Value));
        Assert.Equal((World.LeosMother.Id, NoticeOf.PlanAnswer, Visibility.Staff), (notice.CarerId, notice.Of, notice.Visibility));
        var sent = Assert.Single(Server.Kept);
        Assert.Contains(EmailOf(World.LeosMother), sent, StringComparison.OrdinalIgnoreCase);
        foreach (var told in (string[])["dog", "the plan", "Leo"])
        {
            Assert.DoesNotContain(told, sent, StringComparison.OrdinalIgnoreCase);
        }

        var said = $"/pupils/{World.Leo.Id}/plan/views/{view.Id}";
        Assert.Contains("Told of the answer: Emailed", (await As(World.Senco).GetAsync(said)).Text, StringComparison.Ordinal);

        // The first page leads there and opens nothing; neither do staff who look from her side.
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/preview/plan");
        var home = await mother.GetAsync(Home);
        Assert.Contains(home.Texts("main p.say"), p => p == "The plan New");
        Assert.Null(Assert.Single(await Host.NoticesAsync(view.Id.Value)).OpenedAt);
        Assert.Contains("We will talk about the dog", (await mother.GetAsync($"{Home}/plan")).Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await Host.NoticesAsync(view.Id.Value)).OpenedAt);
        Assert.DoesNotContain((await mother.GetAsync(Home)).Texts("main p.say"), p => p == "The plan New");
        Assert.Contains("Told of the answer: Opened", (await As(World.Senco).GetAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_about_what_is_in_the_plan_no_more_is_read_all_the_same()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo);
        var view = await World.AddPlanViewAsync(World.LeosMother, plan, "matters", "The old dog is no help");
        await World.ChangePlanAsync(plan, c => c with { Matters = null });
        await BothParentsAsync();
        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "We took the dog out"));
        await PassGraceAndTellAsync();

        var read = await (await Host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"{Home}/plan");

        Assert.Contains("The old dog is no help", read.Text, StringComparison.Ordinal);
        Assert.Contains("We took the dog out", read.Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await Host.NoticesAsync(view.Id.Value)).OpenedAt);
    }

    [Fact]
    public async Task Who_may_not_be_told_by_the_time_hears_of_no_answer()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);
        var uncle = await World.AddCarerAsync(World.Leo, "Otto", "Bennett", "uncle");
        var view = await World.AddPlanViewAsync(uncle, plan, "matters", "Ask him about Sundays");
        await BothParentsAsync();
        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "We will ask him"));
        await World.RestrictAsync(World.Leo, uncle, ContactRestriction.NoInformation);

        await PassGraceAndTellAsync();

        Assert.Empty(await Host.NoticesAsync(view.Id.Value));
    }

    private async Task SetAsync(TestPerson carer, ContactMethod method)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == World.Leo.Id && t.CarerId == carer.Id, Cancel);
        Assert.Null(await record.SaveAsync(tie.Prefer(new ContactPreferences(method, null, "en", InterpreterNeeded: false, null)).OrThrow(), Cancel));
    }
}
