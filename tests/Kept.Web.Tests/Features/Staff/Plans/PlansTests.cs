using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Plans;
using Kept.Store.Plans;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Features.Staff.Plans;

/// <summary>Reading a plan: what is in force, how it came to that, and who sees what led to it.</summary>
public sealed class PlansTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task An_entry_shows_that_it_changed_the_plan_and_the_comparison_shows_the_words()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Tearful on Mondays", on: new(2026, 4, 30));
        var (plan, first) = await World.AddPlanAsync(World.Leo);
        var second = await World.ChangePlanAsync(
            plan,
            was => was with { Outcomes = [was.Outcomes[0] with { What = "Arrives calm and by 8.50 on four days in five" }] },
            PlanCause.Of(entry, World.Leo.Id).OrThrow(),
            "Mondays are the hard ones");
        var teacher = As(World.Teacher);

        var page = await teacher.GetAsync($"/entries/{entry.Id}");
        Assert.Contains($"Changed the plan: SEN support plan, version {second.Number}. Mondays are the hard ones", page.Text, StringComparison.Ordinal);
        page = await teacher.GetAsync(page.LinkTo($"SEN support plan, version {second.Number}"));

        Assert.Equal($"/pupils/{World.Leo.Id}/plan/{plan.Id}/compare?from={first.Number}&to={second.Number}", page.Url);
        Assert.Equal(["9.15", "three"], page.Texts(".diff del"));
        Assert.Equal(["calm and", "8.50", "four"], page.Texts(".diff ins"));
        Assert.Contains("what was said on 30 April: Tearful on Mondays", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("His dog", page.Text, StringComparison.Ordinal);

        page = await teacher.GetAsync($"/pupils/{World.Leo.Id}/plan");
        Assert.Contains("Arrives calm and by 8.50", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/entries/{entry.Id}", page.LinkTo("what was said on 30 April"));
    }

    [Fact]
    public async Task Whoever_may_not_see_what_led_to_a_change_reads_the_reason_alone()
    {
        var entry = await World.AddEntryAsync(World.Zainab, "for the SEND team", Visibility.SendTeam);
        var (plan, _) = await World.AddPlanAsync(World.Zainab, PlanKind.Individual);
        var version = await World.ChangePlanAsync(plan, was => was with { Matters = "Drawing" }, PlanCause.Of(entry, World.Zainab.Id).OrThrow(), "She likes to draw");

        foreach (var url in (string[])["", $"/{plan.Id}/versions/{version.Number}", $"/{plan.Id}/compare"])
        {
            var page = await As(World.PastoralLead).GetAsync($"/pupils/{World.Zainab.Id}/plan{url}");
            Assert.Contains("She likes to draw", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(entry.Id.ToString(), page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Because of", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("for the SEND team", (await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_there_for_those_who_work_with_the_pupil_and_for_nobody_else()
    {
        var (plan, _) = await World.AddPlanAsync(World.Noah);

        foreach (var url in (string[])["", $"/{plan.Id}/versions/1", $"/{plan.Id}/compare", $"/{plan.Id}/profile", $"/{plan.Id}/edit", $"/{plan.Id}/review"])
        {
            Assert.Equal(HttpStatusCode.OK, (await As(World.FormTutor).GetAsync($"/pupils/{World.Noah.Id}/plan{url}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"/pupils/{World.Noah.Id}/plan{url}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync($"/pupils/{World.Noah.Id}/plan{url}")).Status);
        }

        // Under another pupil's address it is not there either.
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/versions/1")).Status);
    }

    [Fact]
    public async Task The_one_page_profile_says_how_to_help_and_leaves_the_labels_out()
    {
        var (plan, _) = await World.AddPlanAsync(World.Leo, PlanKind.Individual);

        var page = await As(World.Assistant).GetAsync($"/pupils/{World.Leo.Id}/plan/{plan.Id}/profile");

        Assert.All(
            (string[])["Leo Bennett", "Say what comes next", "His dog", "Met at the side gate: Daily, 10 minutes", "ask Mr Tom Ellis"],
            words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.All((string[])["Social, emotional", "Sundays are hard"], words => Assert.DoesNotContain(words, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_EHC_plan_shows_the_dates_around_its_annual_review()
    {
        await World.AddPlanAsync(World.Zainab, PlanKind.Ehcp, World.PlanContent with { Ehcp = new EhcpSummary { IssuedOn = new(2025, 7, 1), MeetingOn = new(2026, 6, 15) } });

        var page = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/plan");

        Assert.Equal(
            ["Mon 1 Jun", "Mon 1 Jun", "Mon 29 Jun", "Wed 1 Jul", "Mon 13 Jul", "Mon 7 Sept"],
            page.Texts(".steps tbody td:first-child"));
    }

    [Fact]
    public async Task What_was_published_is_never_changed_by_anybody_and_verification_covers_it()
    {
        var (_, first) = await World.AddPlanAsync(World.Leo, PlanKind.Ehcp);
        await using var db = Host.OpenDb();

        var problem = await Record.ExceptionAsync(() => db.PlanVersions.Where(v => v.Id == first.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.KeyOutcome, "something else"), Cancel));

        Assert.Contains("append-only", problem!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["plan-started", "plan-published"], await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value && EF.Functions.Like(l.Kind, "plan-%")).OrderBy(l => l.Number).Select(l => l.Kind).Take(2).ToListAsync(Cancel));
        Assert.True((await Host.Services.GetRequiredService<Store.Ledger.RecordVerifier>().VerifyAsync("hillview", null, null, Cancel)).Schools[0].Broken == 0);
    }
}
