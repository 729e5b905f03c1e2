using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.Deciding;

/// <summary>Rule 15: from 16 nothing more is sent to carers until it is written down who decides.</summary>
public sealed class IndexTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    private static readonly (string Name, string? Value)[] Said = [("Form.DecidedOn", "1 May 2026"), ("Form.Evidence", "Said so in the review")];

    private const string First = "The young person is over 16. Write down who decides first";

    private string Url => $"/pupils/{World.Leo.Id}/decides";

    [Fact]
    public async Task Nothing_more_goes_out_until_it_is_said_and_then_what_waited_goes()
    {
        var (mother, father) = await BothParentsAsync();
        var signedIn = await Host.AsCarerAsync(father, World.Leo);
        await World.AddEntryAsync(World.Leo, "A quiet room for exams");
        await LeoIsOver16Async();
        var senco = As(World.Senco);

        Assert.Contains("over 16: write down who decides", (await senco.GetAsync($"/pupils/{World.Leo.Id}")).Text, StringComparison.Ordinal);
        await PassGraceAndTellAsync();
        Assert.Empty(Server.Kept);
        Assert.Contains("Write down who decides first", (await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{mother.Id}/invite")).Text, StringComparison.Ordinal);

        var saved = await DecideAsync(senco, ("Form.Decider", nameof(Decider.YoungPerson)), ("Form.Told", mother.Id.ToString()));
        Assert.Contains("Who decides is saved", saved.Text, StringComparison.Ordinal);

        await TellAsync();
        await PassGraceAndTellAsync();
        Assert.Contains(EmailOf(mother), Assert.Single(Server.Kept), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Do not tell: the young person decides", (await senco.GetAsync($"/pupils/{World.Leo.Id}/people")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await signedIn.GetAsync($"/family/{World.Hillview.Slug}/{World.Leo.Id}")).Status);
    }

    [Fact]
    public async Task Nothing_new_is_shared_either()
    {
        await LeoIsOver16Async();
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form);

        var stopped = await senco.PressAsync(form, "Keep it", ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", "Which college to visit"), ("Form.Review", "none"));
        Assert.StartsWith("The young person is over 16. Write down who decides first", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        Assert.Equal($"/pupils/{World.Leo.Id}", (await senco.PressAsync(stopped.Form(Logging.Form), "Keep it", ("Form.Visibility", "Staff"))).Url);
    }

    [Fact]
    public async Task No_day_that_families_read_is_moved_before_it_is_said_even_without_a_word()
    {
        var due = World.Today.PlusDays(1);
        var action = await World.AddActionAsync(World.Leo, "Ask the college for a tour", World.Senco, due: due);
        var kept = await World.AddActionAsync(World.Leo, "Read the college’s own file", World.Senco, visibility: Visibility.Staff, due: due);
        var meeting = await World.AddMeetingAsync(World.Leo, on: due, guests: World.LeosMother);
        await LeoIsOver16Async();
        var senco = As(World.Senco);

        Assert.StartsWith(First, Assert.Single((await MoveAsync(senco, meeting)).Errors), StringComparison.Ordinal);
        Assert.StartsWith(First, Assert.Single((await MoveAsync(senco, action)).Errors), StringComparison.Ordinal);
        await MoveAsync(senco, kept);
        Assert.Equal((due, due, due.PlusDays(3)), (await DayOfAsync(meeting), (await World.ReloadAsync(action)).DueOn, (await World.ReloadAsync(kept)).DueOn));

        await DecideAsync(senco, ("Form.Decider", nameof(Decider.YoungPerson)), ("Form.Told", World.LeosMother.Id.ToString()));
        await MoveAsync(senco, meeting);
        await MoveAsync(senco, action);
        Assert.Equal((due.PlusDays(3), due.PlusDays(3)), (await DayOfAsync(meeting), (await World.ReloadAsync(action)).DueOn));
    }

    [Fact]
    public async Task It_takes_who_since_when_and_how_the_school_knows()
    {
        await BothParentsAsync();
        await LeoIsOver16Async();
        var senco = As(World.Senco);

        Assert.Equal("Say who decides", Assert.Single((await DecideAsync(senco)).Errors));
        Assert.Equal("Choose who decides for them", Assert.Single((await DecideAsync(senco, ("Form.Decider", nameof(Decider.Representative)))).Errors));
        var refused = await DecideAsync(senco, ("Form.Decider", nameof(Decider.YoungPerson)), ("Form.Evidence", ""));
        Assert.StartsWith("Say how the school knows", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("1 May 2026", refused.Document.QuerySelector("[name='Form.DecidedOn']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Somebody_may_decide_for_them_and_what_stood_before_stays_beside_it()
    {
        var (mother, _) = await BothParentsAsync();
        await LeoIsOver16Async();
        var senco = As(World.Senco);

        await DecideAsync(senco, ("Form.Decider", nameof(Decider.YoungPerson)));
        await DecideAsync(senco, ("Form.Decider", nameof(Decider.Representative)), ("Form.RepresentativeId", mother.Id.ToString()), ("Form.Evidence", "Assessment of capacity, read"));

        var page = await senco.GetAsync(Url);
        Assert.Equal(2, page.Texts(".rows .row").Count);
        Assert.StartsWith("Ms Laura Bennett decides for Leo Bennett", page.Texts(".rows .row")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_reads_it_and_changes_nothing()
    {
        await LeoIsOver16Async();
        var teacher = As(World.Teacher);
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(Url)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.PostAsync(Url, ("Form.Decider", nameof(Decider.YoungPerson)))).Status);
    }

    private static string InWords(NodaTime.LocalDate day) => day.ToString("d MMMM uuuu", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<TestPage> MoveAsync(TestClient senco, AgreedAction action) =>
        await senco.SubmitAsync((await senco.GetAsync($"/actions/{action.Id}")).FormWith("Move"), ("Form.Day", InWords(World.Today.PlusDays(4))), ("Form.Reason", "The college is closed"));

    private async Task<TestPage> MoveAsync(TestClient senco, Meeting meeting) =>
        await senco.SubmitAsync((await senco.GetAsync($"/meetings/{meeting.Id}/change")).FormWith("Keep the change"), ("Form.Day", InWords(World.Today.PlusDays(4))));

    private async Task<NodaTime.LocalDate> DayOfAsync(Meeting meeting)
    {
        await using var db = Host.OpenDb();
        return await db.Meetings.Where(m => m.Id == meeting.Id).Select(m => m.On).SingleAsync(Cancel);
    }

    private async Task<TestPage> DecideAsync(TestClient senco, params (string Name, string? Value)[] fields) =>
        await senco.SubmitAsync((await senco.GetAsync(Url)).FormWith("Save"), [.. fields, .. Said.ExceptBy(fields.Select(f => f.Name), said => said.Name)]);

    /// <summary>And nobody has said yet who decides.</summary>
    private async Task LeoIsOver16Async()
    {
        await using var db = Host.OpenDb();
        await db.WhoDecides.ExecuteDeleteAsync(Cancel);
        await db.Pupils.Where(p => p.Id == World.Leo.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeadDecidedOn, (NodaTime.LocalDate?)null).SetProperty(p => p.DateOfBirth, new NodaTime.LocalDate(2009, 5, 3)), Cancel);
        await db.Relationships.ExecuteUpdateAsync(set => set.SetProperty(t => t.YoungPersonSaysNo, false), Cancel);
    }
}
