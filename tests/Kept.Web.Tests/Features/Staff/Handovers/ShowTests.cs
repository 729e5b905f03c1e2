using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>The receiving adult acknowledges each line; an action is theirs with that, and a line may be asked about instead.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Each_line_is_acknowledged_by_itself_and_an_action_goes_to_its_next_owner_with_the_handover_as_reason()
    {
        var action = await World.AddActionAsync(World.Zainab, "Share the sound cards", World.Senco);
        var handover = await World.AddHandoverAsync(World.Zainab, World.FormTutor, by: World.Senco);
        var tutor = As(World.FormTutor);

        var page = await tutor.GetAsync($"/handovers/{handover.Id}");
        Assert.Equal(1, page.Texts(".row .what").Count(t => t.Contains("Share the sound cards", StringComparison.Ordinal)));
        page = await AcknowledgeAsync(tutor, page, "A quiet corner helps");
        Assert.Contains("1 of 2 acknowledged", page.Text, StringComparison.Ordinal);
        page = await AcknowledgeAsync(tutor, page, "Share the sound cards");

        Assert.Contains("Every line acknowledged 5 May", page.Text, StringComparison.Ordinal);
        Assert.Equal(World.FormTutor.Id, (await World.ReloadAsync(action)).OwnerId);
        var story = await tutor.GetAsync($"/actions/{action.Id}");
        Assert.Contains("Handed over: New class teacher", story.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_over_sees_the_pupil_from_that_day_and_until_they_hand_on()
    {
        var tutor = As(World.FormTutor);
        Assert.Equal(HttpStatusCode.NotFound, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);

        var handover = await World.AddHandoverAsync(World.Leo, World.FormTutor, by: World.Senco, owner: World.Senco);
        Assert.Equal(HttpStatusCode.OK, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);
        var page = await tutor.GetAsync($"/handovers/{handover.Id}");
        while (page.Document.QuerySelector("form[action*='handler=acknowledge']") is not null)
        {
            page = await tutor.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("form[action*='handler=acknowledge']")!);
        }

        Assert.Equal(HttpStatusCode.OK, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);
        Clock.Pass(NodaTime.Duration.FromHours(1));
        await World.AddHandoverAsync(World.Leo, World.Teacher, by: World.FormTutor, owner: World.Senco);
        tutor = As(World.FormTutor);
        Assert.Equal(HttpStatusCode.NotFound, (await tutor.GetAsync($"/pupils/{World.Leo.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tutor.GetAsync($"/handovers/{handover.Id}")).Status);
    }

    [Fact]
    public async Task A_line_asked_about_waits_for_an_answer_and_then_for_the_acknowledgement()
    {
        var handover = await World.AddHandoverAsync(World.Noah, World.Assistant, by: World.Senco, matters: "Needs the coloured paper");
        var assistant = As(World.Assistant);

        var page = await assistant.GetAsync($"/handovers/{handover.Id}");
        page = await assistant.PressAsync(page.FormWith("Ask"), "Ask", ("Form.Words", " "));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.GetElementById("Form_Words-error"));
        page = await assistant.PressAsync(page.FormWith("Ask"), "Ask", ("Form.Words", "Where is it kept?"));
        Assert.Contains("Mr Piotr Wrona asks: Where is it kept?", page.Text, StringComparison.Ordinal);

        var senco = As(World.Senco);
        Assert.Contains("1 asked", (await senco.GetAsync("/handovers")).Text, StringComparison.Ordinal);
        page = await senco.GetAsync($"/handovers/{handover.Id}");
        page = await senco.PressAsync(page.FormWith("Answer"), "Answer", ("Form.Words", "In the blue drawer"));
        Assert.Contains("Mrs Amina Khan: In the blue drawer", page.Text, StringComparison.Ordinal);

        page = await assistant.GetAsync($"/handovers/{handover.Id}");
        page = await AcknowledgeAsync(assistant, page, "Needs the coloured paper");
        Assert.Contains("Every line acknowledged", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_receiving_adult_acknowledges_and_a_stranger_finds_nothing()
    {
        var handover = await World.AddHandoverAsync(World.Leo, World.Assistant);
        await using var db = Host.OpenDb();
        var line = await db.HandoverLines.AsNoTracking().FirstAsync(l => l.HandoverId == handover.Id && l.Part == HandoverPart.Matters, Cancel);

        Assert.Null((await As(World.Senco).GetAsync($"/handovers/{handover.Id}")).Document.QuerySelector("form[action*='handler=acknowledge']"));
        var refused = await As(World.Senco).PostAsync($"/handovers/{handover.Id}?handler=acknowledge", ("Form.LineId", line.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync($"/handovers/{handover.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).PostAsync($"/handovers/{handover.Id}?handler=acknowledge", ("Form.LineId", line.Id.ToString()))).Status);
    }

    [Fact]
    public async Task Acknowledged_twice_it_is_acknowledged_once()
    {
        var handover = await World.AddHandoverAsync(World.Noah, World.SendLead, by: World.Senco, matters: "Pressed two times");
        var lead = As(World.SendLead);
        var form = (await lead.GetAsync($"/handovers/{handover.Id}")).FormWith("Acknowledge Pressed two times");

        await lead.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.OK, (await lead.SubmitAsync(form)).Status);

        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.LedgerLinks.CountAsync(l => l.Chain == World.Noah.Id.Value && l.Kind == "handover-acknowledged", Cancel));
    }

    [Fact]
    public async Task A_line_goes_with_what_it_names_when_that_is_shown_to_fewer_people_and_does_not_keep_the_handover_open()
    {
        var entry = await World.AddEntryAsync(World.Zainab, "said in confidence");
        var action = await World.AddActionAsync(World.Zainab, "A thing that is narrowed", World.Senco, entry: entry);
        var handover = await World.AddHandoverAsync(World.Zainab, World.Assistant, by: World.Senco, owner: World.Senco, matters: "Only this is left");
        await using (var db = Host.OpenDb())
        {
            var stored = await db.Actions.SingleAsync(a => a.Id == action.Id, Cancel);
            Assert.Null(stored.ShowTo(Visibility.SendTeam, World.Senco.AsOwner));
            Assert.Null(await (await Host.RecordOfAsync(db, World.Senco)).SaveAsync(new ActionsImported(World.Zainab.Id, 1), Cancel));
        }

        var assistant = As(World.Assistant);
        var page = await assistant.GetAsync($"/handovers/{handover.Id}");
        Assert.DoesNotContain("A thing that is narrowed", page.Html, StringComparison.Ordinal);
        while (page.Document.QuerySelector("form[action*='handler=acknowledge']") is AngleSharp.Html.Dom.IHtmlFormElement next)
        {
            page = await assistant.SubmitAsync(next);
        }

        Assert.Contains("Every line acknowledged", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gave_it_takes_it_back_with_a_reason_and_the_sight_goes_with_it()
    {
        var handover = await World.AddHandoverAsync(World.Noah, World.Teacher, by: World.FormTutor);
        Assert.Equal(HttpStatusCode.OK, (await As(World.Teacher).GetAsync($"/pupils/{World.Noah.Id}")).Status);
        var tutor = As(World.FormTutor);

        var page = await tutor.GetAsync($"/handovers/{handover.Id}");
        page = await tutor.PressAsync(page.FormWith("Take it back"), "Take it back", ("Form.Words", ""));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await tutor.PressAsync(page.FormWith("Take it back"), "Take it back", ("Form.Words", "Wrong Mr Ellis"));

        Assert.Contains("Taken back Wrong Mr Ellis", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.Teacher).GetAsync($"/pupils/{World.Noah.Id}")).Status);
    }

    private static Task<TestPage> AcknowledgeAsync(TestClient as_, TestPage page, string line) => as_.SubmitAsync(page.FormWith($"Acknowledge {line}"));
}
