using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Messages;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Messages;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Sharing;

/// <summary>Nothing is shared that tells one parent what the other said to the school alone, or where they live, unless a person decides so and says why.</summary>
public sealed class BeforeSharingTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task What_one_parent_wrote_is_stopped_before_the_other_reads_it_and_is_shared_only_with_a_reason()
    {
        const string Wrote = "Leo told me on Sunday that he hides in the cloakroom when it rings";
        await World.AddThreadAsync(World.Leo, World.LeosMother, "Sundays", Wrote);
        var senco = As(World.Senco);

        var stopped = await LogAsync(senco, $"Mother says: {Wrote}");
        Assert.Equal(HttpStatusCode.BadRequest, stopped.Status);
        var sentence = Assert.Single(stopped.Errors);
        Assert.StartsWith("Ms Laura Bennett wrote “Leo told me on Sunday that he” to the school alone, and Mr Craig Bennett", sentence, StringComparison.Ordinal);
        Assert.Equal($"Mother says: {Wrote}", stopped.Value("Form.Issue"));
        await using (var db = Host.OpenDb())
        {
            Assert.Empty(await db.EntriesSayingAsync($"Mother says: {Wrote}"));
        }

        var shared = await senco.SubmitAsync(stopped.FormWith("Share it all the same"), ("SharedBecause", "Both said it in the meeting"));
        Assert.Equal($"/pupils/{World.Leo.Id}", shared.Url);
        await using var after = Host.OpenDb();
        Assert.Single(await after.EntriesSayingAsync($"Mother says: {Wrote}"));
        var decided = await after.SharedAllTheSame.SingleAsync(s => s.Because == "Both said it in the meeting", Cancel);
        Assert.Equal((World.Senco.Id, sentence[..40]), (decided.ById, decided.Found[..40]));
        Assert.True(await after.LedgerLinks.AnyAsync(l => l.Chain == World.Leo.Id.Value && l.Kind == "shared-all-the-same", Cancel));
    }

    [Fact]
    public async Task Kept_to_staff_it_is_saved_and_opened_to_the_family_later_it_is_stopped_then()
    {
        const string Wrote = "My brother now fetches Leo on Tuesdays because of the new shifts";
        await World.AddThreadAsync(World.Leo, World.LeosMother, "Tuesdays", Wrote);
        var entry = await World.AddEntryAsync(World.Leo, Wrote, Visibility.Staff);
        var senco = As(World.Senco);

        var page = await senco.GetAsync($"/entries/{entry.Id}/correct");
        var stopped = await senco.SubmitAsync(page.FormWith("Keep the correction"), ("Form.Visibility", nameof(Visibility.Family)), ("Form.Reason", "The family asked"));

        Assert.Equal(HttpStatusCode.BadRequest, stopped.Status);
        Assert.Contains("Stopped before sharing", stopped.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(Visibility.Staff, (await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel)).Visibility);
    }

    [Fact]
    public async Task Where_a_carer_lives_is_stopped_once_staff_say_that_it_must_not_be_known()
    {
        var senco = As(World.Senco);
        var aunt = await World.AddCarerAsync(World.Leo, "Ida", "Hidden", "aunt");
        var wishes = (await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{aunt.Id}/preferences")).Form();
        await senco.SubmitAsync(wishes, ("Form.KeptFromOthers", "27 Quarry Bank\nThe Copper Kettle café"));

        var stopped = await LogAsync(senco, "The taxi now stops at 27, Quarry Bank");
        Assert.StartsWith("“27 Quarry Bank” must not be known", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        Assert.Equal($"/pupils/{World.Leo.Id}", (await LogAsync(senco, "The taxi now stops at 27, Quarry Bank", nameof(Visibility.Staff))).Url);

        // A carer’s own choice of how they are told takes nothing of it away.
        await using var db = Host.OpenDb();
        Assert.Equal("27 Quarry Bank\nThe Copper Kettle café", await db.Relationships.Where(t => t.CarerId == aunt.Id).Select(t => t.KeptFromOthers).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Why_something_was_moved_is_checked_too()
    {
        var senco = As(World.Senco);
        await KeepFromOthersAsync(senco, "Moving", "9 Ferry Street");
        var action = await World.AddActionAsync(World.Leo, "Meet him at the gate");

        await using var db = Host.OpenDb();
        var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
        var moved = (await record.Actions.SingleAsync(a => a.Id == action.Id, Cancel)).MoveTo(action.DueOn.PlusDays(1), "They live at 9 Ferry Street now", World.Today, Clock.Now).OrThrow();
        Assert.StartsWith("“9 Ferry Street” must not be known", (await record.SaveAsync(moved, Cancel))!.Sentence, StringComparison.Ordinal);
        Assert.True(record.WasStopped);
    }

    [Fact]
    public async Task What_is_answered_to_one_parent_is_checked_against_the_other()
    {
        var senco = As(World.Senco);
        await KeepFromOthersAsync(senco, "Answered", "3 Weir Close");
        var thread = await World.AddThreadAsync(World.Leo, World.LeosFather, "Taxi");

        await using var db = Host.OpenDb();
        var record = new VisibleRecord(db, World.Senco.AsViewer, Clock);
        var answered = await record.AnswerAsync(World.Leo.Id, thread.Id, new NewMessage(Id<Message>.New(), World.Senco.Id, "The taxi goes to 3 Weir Close", "en", Clock.Now), Cancel);
        Assert.True(answered!.Value.Refused(out var refusal));
        Assert.StartsWith("“3 Weir Close” must not be known", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_may_not_see_is_never_quoted_to_them()
    {
        const string Wrote = "There is a man in the car outside and he asks for Leo";
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "A man", Wrote);
        var office = As(World.Office);
        Assert.NotEqual(HttpStatusCode.OK, (await office.GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}")).Status);

        var page = await office.PressAsync((await office.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form), "Keep it",
            ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", Wrote), ("Form.Review", "none"), ("Form.Visibility", nameof(Visibility.Family)));
        Assert.DoesNotContain("to the school alone", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_English_of_what_a_parent_wrote_is_theirs_as_well()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Poniedziałek", "Leo płacze w każdy poniedziałek rano przed szkołą", language: "pl");
        await using (var db = Host.OpenDb())
        {
            var message = await db.Messages.SingleAsync(m => m.ThreadId == thread.Id, Cancel);
            var translated = MachineTranslation.Of(new WrittenText(WrittenKind.MessageWords, message.Id.Value, message.Words, "pl"), "en", World.Hillview.Id, World.Leo.Id);
            translated.Take("Leo weeps every Monday in the morning before school", "test", Clock.Now);
            db.MachineTranslations.Add(translated);
            await db.SaveChangesAsync(Cancel);
        }

        var stopped = await LogAsync(As(World.Senco), "He weeps every Monday in the morning before school starts");
        Assert.Contains("to the school alone", Assert.Single(stopped.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_names_who_gets_it_and_who_does_not_and_why()
    {
        var page = await As(World.PastoralLead).GetAsync($"/log?pupil={World.Zainab.Id}&afresh=true");
        var said = page.Texts("[data-who-gets-it]")[0];
        Assert.Contains("Mrs Fatima Ali", said, StringComparison.Ordinal);
        Assert.Contains("in Urdu", said, StringComparison.Ordinal);
        Assert.Contains("Not to Mr Yusuf Ali: a court order.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_said_to_read_in_their_language_what_nobody_has_translated()
    {
        await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var page = await As(World.PastoralLead).GetAsync($"/log?pupil={World.Zainab.Id}&afresh=true");

        var said = page.Texts("[data-who-gets-it]")[0];
        Assert.Contains("Mrs Fatima Ali (told of it, reads it; the page is in Urdu, your words stay English until they are translated)", said, StringComparison.Ordinal);
    }

    private async Task KeepFromOthersAsync(TestClient senco, string familyName, string place)
    {
        var aunt = await World.AddCarerAsync(World.Leo, "Ida", familyName, "aunt");
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{aunt.Id}/preferences")).Form(), ("Form.KeptFromOthers", place));
    }

    [Fact]
    public async Task A_persons_translation_is_checked_as_the_text_is_that_it_translates()
    {
        await World.AddCarerAsync(World.Zainab, "Olu", "Second", "step-parent");
        const string Wrote = "Zainab cries every night because she is afraid of the bus";
        await World.AddThreadAsync(World.Zainab, World.ZainabsMother, "Nights", Wrote);
        var action = await World.AddActionAsync(World.Zainab, "Sit beside Mrs Khan on the bus");
        var senco = As(World.Senco);
        var form = await senco.GetAsync($"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/translations?of=ActionWhat-{action.Id}");

        var stopped = await senco.SubmitAsync(form.FormWith("Give it to the family"), ("Form.Words", $"خالہ: {Wrote}"), ("Form.Made", nameof(TranslationMade.Staff)));

        Assert.Equal(HttpStatusCode.BadRequest, stopped.Status);
        Assert.Contains("to the school alone", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        Assert.Equal($"خالہ: {Wrote}", stopped.Value("Form.Words"));
        await using (var db = Host.OpenDb())
        {
            Assert.False(await db.Translations.AnyAsync(t => t.TextId == action.Id.Value, Cancel));
        }

        await senco.SubmitAsync(stopped.FormWith("Share it all the same"), ("SharedBecause", "She said so herself"));
        await using var after = Host.OpenDb();
        Assert.True(await after.Translations.AnyAsync(t => t.TextId == action.Id.Value, Cancel));
        Assert.True(await after.SharedAllTheSame.AnyAsync(s => s.Because == "She said so herself", Cancel));
    }

    [Fact]
    public async Task An_answer_in_her_language_may_say_what_she_said_and_what_staff_alone_read_is_not_stopped()
    {
        await World.AddCarerAsync(World.Zainab, "Ola", "Third", "aunt");
        const string Wrote = "Her uncle has promised to bring her every single morning now";
        var (plan, _) = await World.AddPlanAsync(World.Zainab);
        var view = await World.AddPlanViewAsync(World.ZainabsMother, plan, "matters", Wrote, "ur");
        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Zainab.Id}/plan/views/{view.Id}")).Form(), ("Form.Answer", "Thank you, we will look out for him"));
        var page = $"/pupils/{World.Zainab.Id}/people/{World.ZainabsMother.Id}/translations";

        foreach (var (kind, button) in new[] { ("PlanViewWords", "Give it to staff"), ("PlanViewAnswer", "Give it to the family") })
        {
            var form = await senco.GetAsync($"{page}?of={kind}-{view.Id}");
            var saved = await senco.SubmitAsync(form.FormWith(button), ("Form.Words", Wrote), ("Form.Made", nameof(TranslationMade.Staff)));
            Assert.Equal((HttpStatusCode.OK, page), (saved.Status, saved.Url));
        }
    }

    [Fact]
    public async Task News_is_stopped_for_what_the_school_keeps_from_somebody_and_for_what_a_family_wrote_lately()
    {
        var senco = As(World.Senco);
        var aunt = await World.AddCarerAsync(World.Noah, "Vera", "Quiet", "aunt");
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Noah.Id}/people/{aunt.Id}/preferences")).Form(), ("Form.KeptFromOthers", "14 Larch Rise"));
        const string Wrote = "The reading corner smells of paint and Leo gets a headache there";
        await World.AddThreadAsync(World.Leo, World.LeosMother, "Paint", Wrote);

        var place = await TellAsync(senco, "The fair is beside 14 Larch Rise.");
        Assert.Equal(HttpStatusCode.BadRequest, place.Status);
        Assert.StartsWith("“14 Larch Rise” is kept private for a carer", Assert.Single(place.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Vera", place.Text, StringComparison.Ordinal);
        var words = await TellAsync(senco, $"We hear that {Wrote}.");
        Assert.StartsWith("A carer wrote “The reading corner smells of paint and” to the school alone", Assert.Single(words.Errors), StringComparison.Ordinal);
        await using (var db = Host.OpenDb())
        {
            Assert.False(await db.News.AnyAsync(n => n.Words.Contains("Larch") || n.Words.Contains("paint"), Cancel));
        }

        var told = await senco.SubmitAsync(place.FormWith("Share it all the same"), ("SharedBecause", "It is the address of the fair"));
        Assert.StartsWith("/telling/news/", told.Url, StringComparison.Ordinal);
        await using var after = Host.OpenDb();
        var news = await after.News.SingleAsync(n => n.Words.Contains("Larch"), Cancel);
        Assert.Equal("It is the address of the fair", news.Because);
        Assert.StartsWith("“14 Larch Rise”", news.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_another_school_is_not_held_against_what_a_family_wrote_to_ours_nor_against_what_was_written_long_ago()
    {
        const string Wrote = "My sister sells honey beside the old railway bridge on Sundays";
        await World.AddThreadAsync(World.Leo, World.LeosMother, "Honey", Wrote);

        Assert.StartsWith("/telling/news/", (await TellAsync(As(World.RiversideSenco), Wrote)).Url, StringComparison.Ordinal);
        var before = Clock.Now;
        try
        {
            Clock.Pass(NodaTime.Duration.FromDays(61));
            Assert.StartsWith("/telling/news/", (await TellAsync(As(World.Senco), Wrote)).Url, StringComparison.Ordinal);
        }
        finally
        {
            Clock.Now = before;
        }

        Assert.NotEmpty((await TellAsync(As(World.Senco), Wrote)).Errors);
    }

    [Fact]
    public async Task News_does_not_carry_the_number_of_a_carer_where_a_court_order_stands()
    {
        var uncle = await World.AddCarerAsync(World.Noah, "Ned", "Guarded", "uncle");
        await using (var db = Host.OpenDb())
        {
            var person = await db.People.SingleAsync(p => p.Id == uncle.Id, Cancel);
            var described = person.Describe(null, null, "07700 900991", null);
            Assert.Null(await new VisibleRecord(db, World.Senco.AsViewer, Host.Clock).SaveAsync(described, Cancel));
        }

        Assert.StartsWith("/telling/news/", (await TellAsync(As(World.Senco), "Ring 07700900991 for the raffle.")).Url, StringComparison.Ordinal);
        await World.RestrictAsync(World.Noah, uncle, Kept.Domain.People.ContactRestriction.Limited);
        var stopped = await TellAsync(As(World.Senco), "Ring 07700900991 for the raffle.");
        Assert.Contains("is kept private", Assert.Single(stopped.Errors), StringComparison.Ordinal);
    }

    private static async Task<TestPage> TellAsync(TestClient staff, string words)
    {
        var look = await staff.PressAsync((await staff.GetAsync("/telling/news/write")).Form(), "See who will be told", ("Form.Title", "The summer fair"), ("Form.Words", words));
        return await staff.PressAsync(look.Form(), "Tell them");
    }

    private async Task<TestPage> LogAsync(TestClient senco, string issue, string visibility = nameof(Visibility.Family)) =>
        await senco.PressAsync((await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form), "Keep it",
            ("Form.Channel", "Phone"), ("Form.WithWords", "a neighbour"), ("Form.Issue", issue), ("Form.Review", "none"), ("Form.Visibility", visibility));
}
