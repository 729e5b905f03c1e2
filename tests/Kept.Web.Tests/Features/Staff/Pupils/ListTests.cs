using System.Net;
using Kept.Domain.Access;
using Kept.Web.Tests.House;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils;

public sealed class ListTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Pupils_with_support_or_a_plan_come_first_and_everybody_when_asked()
    {
        var senco = As(World.Senco);

        Assert.Equal(["Ali, Zainab", "Bennett, Leo"], Names(await senco.GetAsync("/pupils")));
        Assert.Equal(["Ali, Zainab", "Bennett, Leo", "Reid, Noah"], Names(await senco.GetAsync("/pupils?sen=Everybody")));
        Assert.Equal(["Ali, Zainab"], Names(await senco.GetAsync("/pupils?sen=Plan")));
        Assert.Equal(["Reid, Noah"], Names(await senco.GetAsync("/pupils?sen=None")));
    }

    [Fact]
    public async Task They_are_found_by_letter_name_class_and_year()
    {
        var senco = As(World.Senco);

        Assert.Equal(["Bennett, Leo"], Names(await senco.GetAsync("/pupils?q=b")));
        Assert.Equal(["Bennett, Leo"], Names(await senco.GetAsync("/pupils?q=leo+ben")));
        Assert.Equal(["Ali, Zainab"], Names(await senco.GetAsync("/pupils?class=4K")));
        Assert.Equal(["Bennett, Leo"], Names(await senco.GetAsync("/pupils?year=5")));
        Assert.Contains("No pupil fits that", (await senco.GetAsync("/pupils?q=zz")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_a_UPN_begins_finds_its_pupil_whatever_their_support_and_a_whole_one_leaves_the_address()
    {
        var senco = As(World.Senco);
        var upn = World.Noah.Upn;

        Assert.Equal(["Reid, Noah"], Names(await senco.GetAsync($"/pupils?q={upn[..^1]}")));
        Assert.Equal(["Reid, Noah"], Names(await senco.GetAsync($"/pupils?q={upn[..4].ToLowerInvariant()}+{upn[4..^1]}")));
        Assert.Empty(Names(await senco.GetAsync($"/pupils?q={upn[..^1]}&sen=Plan")));
        Assert.Empty(Names(await senco.GetAsync($"/pupils?q={upn[..^2]}{(upn[^2] is '9' ? '8' : '9')}")));
        Assert.Equal($"/pupils/{World.Noah.Id}", (await senco.DownloadAsync($"/pupils?q={upn}")).Headers.Location?.ToString());
        Assert.Null((await As(World.Teacher).DownloadAsync($"/pupils?q={upn}")).Headers.Location);
        Assert.Empty(Names(await As(World.Teacher).GetAsync($"/pupils?q={upn[..^1]}")));
        Assert.Empty(Names(await As(World.RiversideSenco).GetAsync($"/pupils?q={upn[..^1]}&sen=Everybody")));
    }

    [Fact]
    public async Task A_UPN_is_found_along_an_index_of_the_school()
    {
        using var statements = StatementPlans.Of(Host);
        await As(World.Senco).GetAsync($"/pupils?q={World.Noah.Upn[..6]}");

        var plan = Assert.Single(await statements.PlansAsync(text => text.Contains("upn >=", StringComparison.Ordinal) || text.Contains("\"upn\" >=", StringComparison.Ordinal)));

        // Of three pupils PostgreSQL sooner walks the names, in whose order they are shown; never another school’s.
        Assert.Contains(TestDatabase.IsPostgres ? "ix_pupils_school_id_" : "ix_pupils_school_id_upn", plan, StringComparison.Ordinal);
        Breaches.None(StatementPlans.WholeTables(plan));
    }

    [Fact]
    public async Task A_class_teacher_sees_their_own_class_and_no_other()
    {
        Assert.Equal(["Bennett, Leo"], Names(await As(World.Teacher).GetAsync("/pupils?sen=Everybody")));
        Assert.Contains("You see the pupils you work with", (await As(World.FormTutor).GetAsync("/pupils")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_and_last_contact_hold_only_what_the_viewer_may_see()
    {
        await World.AddActionAsync(World.Leo, "Ring the therapist", World.Senco, due: World.Today.PlusDays(-2), agreedOn: World.Today.PlusDays(-9));
        await World.AddActionAsync(World.Leo, "Note arrival times", World.Teacher);
        await World.AddActionAsync(World.Leo, "Speak to social care", World.Dsl, visibility: Visibility.Safeguarding);
        await World.AddEntryAsync(World.Leo, "Late again", on: World.Today.PlusDays(-4));
        await World.AddEntryAsync(World.Leo, "A disclosure", Visibility.Safeguarding, on: World.Today);

        Assert.Equal(["5E", "Year 5", "SEN support", "2", "1 late", "1 May 2026"], await LeosCellsAsync(World.Senco));
        Assert.Equal(["5E", "Year 5", "SEN support", "3", "1 late", "5 May 2026"], await LeosCellsAsync(World.Dsl));
    }

    [Fact]
    public async Task A_governor_and_another_school_see_nobody()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync("/pupils")).Status);
        Assert.Equal(["Walsh, Ruby"], Names(await As(World.RiversideSenco).GetAsync("/pupils?sen=Everybody")));
    }

    private async Task<IReadOnlyList<string>> LeosCellsAsync(TestPerson viewer) => (await As(viewer).GetAsync("/pupils?q=leo")).Texts("tbody td");

    private static IReadOnlyList<string> Names(TestPage page) => page.Texts("tbody th");
}
