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
            ("Form.Channel", "Phone"), ("Form.Issue", Wrote), ("Form.Review", "none"), ("Form.Visibility", nameof(Visibility.Family)));
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

    private async Task KeepFromOthersAsync(TestClient senco, string familyName, string place)
    {
        var aunt = await World.AddCarerAsync(World.Leo, "Ida", familyName, "aunt");
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{aunt.Id}/preferences")).Form(), ("Form.KeptFromOthers", place));
    }

    private async Task<TestPage> LogAsync(TestClient senco, string issue, string visibility = nameof(Visibility.Family)) =>
        await senco.PressAsync((await senco.GetAsync($"/log?pupil={World.Leo.Id}&afresh=true")).Form(Logging.Form), "Keep it",
            ("Form.Channel", "Phone"), ("Form.Issue", issue), ("Form.Review", "none"), ("Form.Visibility", visibility));
}
