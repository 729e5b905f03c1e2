using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Handovers;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>A handover starts from the open record: a teacher reads it through, and no action is left without an owner.</summary>
public sealed class GiveTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_is_prefilled_from_the_open_record_and_given_as_it_stands()
    {
        var mine = await World.AddActionAsync(World.Zainab, "Print the picture timetable", World.Teacher);
        var stays = await World.AddActionAsync(World.Zainab, "Ask for the report", World.Senco);
        await World.AddEnquiryAsync(World.Zainab, "Asks whether the trip is on");
        await World.AddKeyAdultAsync(World.Zainab, World.Teacher);
        var teacher = As(World.Teacher);

        var page = await teacher.GetAsync($"/pupils/{World.Zainab.Id}/handover");
        Assert.Contains("EHC plan: Speech, language and communication needs", page.Value("Form.Matters"), StringComparison.Ordinal);
        Assert.Contains("Mrs Fatima Ali, mother: Urdu, interpreter needed", page.Value("Form.Matters"), StringComparison.Ordinal);
        Assert.Contains("Mr Yusuf Ali: do not contact without reading why", page.Value("Form.Matters"), StringComparison.Ordinal);
        page = await teacher.PressAsync(page.Form(".handing"), "Hand over", ("Form.To", World.SendLead.Id.ToString()), ("Form.Why", "New key adult"));

        Assert.StartsWith("/handovers/", page.Url, StringComparison.Ordinal);
        Assert.Contains("from Mr Tom Ellis to Ms Ines Duarte", page.Text, StringComparison.Ordinal);
        Assert.Contains("stays with Mrs Amina Khan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Asks whether the trip is on", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var proposed = await db.HandoverLines.Where(l => l.ActionId == mine.Id || l.ActionId == stays.Id).ToDictionaryAsync(l => l.ActionId!.Value, l => l.ProposedOwnerId, Cancel);
        Assert.Equal((World.SendLead.Id, World.Senco.Id), (proposed[mine.Id], proposed[stays.Id]));
        Assert.Equal(World.Teacher.Id, (await World.ReloadAsync(mine)).OwnerId);
    }

    [Fact]
    public async Task An_action_without_a_next_owner_is_refused_beside_it_and_what_was_typed_stays()
    {
        await World.AddActionAsync(World.Leo, "Left without anybody", World.Teacher);
        var teacher = As(World.Teacher);
        var form = (await teacher.GetAsync($"/pupils/{World.Leo.Id}/handover")).Form(".handing");
        var late = await World.AddActionAsync(World.Leo, "Agreed meanwhile", World.Teacher, due: World.Today.PlusDays(30));

        var page = await teacher.PressAsync(form, "Hand over",
            ("Form.To", World.SendLead.Id.ToString()), ("Form.Why", "Moves up"), ("Form.Matters", "Sits by the door"), ("Form.Actions[0].Owner", ""));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Sits by the door", page.Value("Form.Matters"));
        Assert.Contains("No action may be left without somebody", page.Document.GetElementById("Form_Actions_0__Owner-error")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.Texts(".govuk-form-group--error .govuk-label"), label => label == late.What);
        await using var db = Host.OpenDb();
        Assert.False(await db.Handovers.AnyAsync(h => h.Why == "Moves up", Cancel));
    }

    [Fact]
    public async Task Nobody_chosen_no_reason_and_no_line_are_each_said_beside_the_field()
    {
        var teacher = As(World.Teacher);

        var page = await teacher.PressAsync((await teacher.GetAsync($"/pupils/{World.Leo.Id}/handover")).Form(".handing"), "Hand over");
        Assert.NotNull(page.Document.GetElementById("Form_To-error"));
        page = await teacher.PressAsync(page.Form(".handing"), "Hand over", ("Form.To", World.SendLead.Id.ToString()));
        Assert.NotNull(page.Document.GetElementById("Form_Why-error"));
    }

    [Fact]
    public async Task Sent_twice_it_is_given_once()
    {
        var teacher = As(World.Teacher);
        var form = (await teacher.GetAsync($"/pupils/{World.Leo.Id}/handover")).Form(".handing");
        (string, string?)[] typed = [("Form.To", World.Assistant.Id.ToString()), ("Form.Why", "Sent two times")];

        await teacher.PressAsync(form, "Hand over", typed);
        Assert.Equal(HttpStatusCode.OK, (await teacher.PressAsync(form, "Hand over", typed)).Status);

        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Handovers.CountAsync(h => h.Why == "Sent two times", Cancel));
    }

    [Fact]
    public async Task Given_again_to_the_same_person_it_waits_for_the_first_to_be_finished()
    {
        var teacher = As(World.Teacher);
        (string, string?)[] typed = [("Form.To", World.Senco.Id.ToString()), ("Form.Why", "Gone back and sent again")];
        var first = await teacher.PressAsync((await teacher.GetAsync($"/pupils/{World.Leo.Id}/handover")).Form(".handing"), "Hand over", typed);
        Assert.StartsWith("/handovers/", first.Url, StringComparison.Ordinal);

        var again = await teacher.PressAsync((await teacher.GetAsync($"/pupils/{World.Leo.Id}/handover")).Form(".handing"), "Hand over", typed);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("from you that is not finished", again.Document.GetElementById("Form_To-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Gone back and sent again", again.Value("Form.Why"));
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Handovers.CountAsync(h => h.Why == "Gone back and sent again", Cancel));
    }

    [Fact]
    public async Task Safeguarding_is_not_on_the_page_even_of_somebody_who_sees_it()
    {
        await World.AddActionAsync(World.Leo, "Ring the social worker", World.Dsl, visibility: Visibility.Safeguarding);
        await World.AddEnquiryAsync(World.Leo, "Told the DSL about home", visibility: Visibility.Safeguarding);
        var dsl = As(World.Dsl);

        var page = await dsl.GetAsync($"/pupils/{World.Leo.Id}/handover");
        Assert.DoesNotContain("social worker", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("about home", page.Html, StringComparison.Ordinal);
        page = await dsl.PressAsync(page.Form(".handing"), "Hand over", ("Form.To", World.DeputyDsl.Id.ToString()), ("Form.Why", "Away for a term"));

        Assert.StartsWith("/handovers/", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("social worker", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_receiver_may_not_see_is_left_out_and_the_office_is_told_whom_to_ask()
    {
        await World.AddActionAsync(World.Noah, "Only for the SEND team", World.Senco, visibility: Visibility.SendTeam);
        var senco = As(World.Senco);

        var page = await senco.PressAsync(
            (await senco.GetAsync($"/pupils/{World.Noah.Id}/handover")).Form(".handing"), "Hand over", ("Form.To", World.FormTutor.Id.ToString()), ("Form.Why", "Joins the form"), ("Form.Matters", "New to the form"));

        Assert.StartsWith("/handovers/", page.Url, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var handover = await db.Handovers.SingleAsync(h => h.Why == "Joins the form", Cancel);
        Assert.Equal([HandoverPart.Matters], await db.HandoverLines.Where(l => l.HandoverId == handover.Id).Select(l => l.Part).ToListAsync(Cancel));
        Assert.Contains("Ask the class teacher", (await As(World.Office).GetAsync($"/pupils/{World.Noah.Id}/handover")).Text, StringComparison.Ordinal);
    }
}
