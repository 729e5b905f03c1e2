using Kept.Domain.People;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Kept.Web.Wordings;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Contact;

/// <summary>How a carer wants to hear, said by themselves.</summary>
public sealed class IndexTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task A_carer_says_how_they_want_to_hear_and_only_for_themselves()
    {
        await BothParentsAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
        Assert.Contains("laura.bennett@home.example", page.Text, StringComparison.Ordinal);

        var saved = await mother.SubmitAsync(page.Form(), ("Method", "Text"), ("Rhythm", "Weekly"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var ties = await db.Relationships.AsNoTracking().Where(t => t.PupilId == World.Leo.Id).ToListAsync(Cancel);
        Assert.Equal((ContactMethod.Text, Rhythm.Weekly), ties.Where(t => t.CarerId == World.LeosMother.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
        Assert.Equal((ContactMethod.NotSaid, Rhythm.AtOnce), ties.Where(t => t.CarerId == World.LeosFather.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
    }

    [Fact]
    public async Task In_which_form_she_reads_is_chosen_once_for_every_child_of_hers_and_for_nobody_else()
    {
        var (sibling, kept) = (World.Noah.Id, World.Zainab.Id);
        await World.AlsoOfAsync(World.Noah, World.LeosMother);
        await World.AlsoOfAsync(World.Zainab, World.LeosMother, restricted: true);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
        Assert.Contains("all your children at Hillview School", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.DocumentElement.GetAttribute("class"));
        Assert.DoesNotContain("formats.css", page.Html, StringComparison.Ordinal);

        var home = await mother.SubmitAsync(page.Form(), ("LargePrint", "true"), ("EasyRead", "true"));

        foreach (var shown in new[] { home, await mother.GetAsync($"/family/hillview/{sibling}"), await mother.GetAsync("/family") })
        {
            Assert.Equal("in-large in-easy", shown.Document.DocumentElement.GetAttribute("class"));
            Assert.Contains("formats.css", shown.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", shown.Html, StringComparison.Ordinal);
        }

        await using var db = Host.OpenDb();
        var ties = await db.Relationships.AsNoTracking().ToListAsync(Cancel);
        Assert.Equal([sibling, World.Leo.Id], ties.Where(t => t is { LargePrint: true, EasyRead: true }).Select(t => t.PupilId).OrderBy(id => id != sibling));
        Assert.True(ties.Single(t => t.PupilId == kept && t.CarerId == World.LeosMother.Id).Formats.IsOrdinary);
        foreach (var child in new[] { sibling, World.Leo.Id })
        {
            Assert.True(await db.LedgerLinks.AnyAsync(l => l.Chain == child.Value && l.Kind == "relationship-changed" && l.Actor == World.LeosMother.Id.Value, Cancel));
        }

        Assert.False(await db.LedgerLinks.AnyAsync(l => l.Chain == kept.Value && l.Actor == World.LeosMother.Id.Value, Cancel));
    }

    /// <summary>Wherever a page for her says two sentences together, each is a line; the words that people type stay as they typed them.</summary>
    [Fact]
    public async Task In_easy_read_every_page_says_one_sentence_a_line()
    {
        await World.ReadInAsync(World.LeosFather, World.Leo, new FormatWishes(EasyRead: true));
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        var child = $"/family/hillview/{World.Leo.Id}";
        var said = Wording.InEnglish;
        foreach (var (page, key) in new[]
        {
            ($"{child}/contact", "contact.text"), ($"{child}/download", "download.text"), ($"{child}/messages/write", "messages.stays"), ($"{child}/wrong", "wrong.text"), ("/family/account", "phone.text")
        })
        {
            var lines = OneIdeaALine.Of(said[key]);
            Assert.True(lines.Count > 1, $"{key} is one sentence: choose another");
            Assert.Contains(string.Join(LinesTagHelper.Line, lines.Select(System.Text.Encodings.Web.HtmlEncoder.Default.Encode)), (await father.GetAsync(page)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_she_chose_holds_at_the_other_school_of_her_sign_in_and_tells_it_of_no_school()
    {
        await RenameAsync("Laura", "Bennett");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await mother.AnswerAsync(await Host.LetterAsync(World.RubysMother, World.Ruby), World.Ruby.Born);
        try
        {
            var page = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
            Assert.Contains("Hillview School, Riverside", page.Text, StringComparison.Ordinal);
            await mother.SubmitAsync(page.Form(), ("HighContrast", "true"), ("LargePrint", "true"), ("EasyRead", "true"), ("Method", "Text"));

            Assert.Equal("in-large in-contrast in-easy", (await mother.GetAsync($"/family/riverside/{World.Ruby.Id}")).Document.DocumentElement.GetAttribute("class"));
            await using var db = Host.OpenDb(World.Ruby.SchoolId);
            var tie = await db.Relationships.AsNoTracking().SingleAsync(t => t.PupilId == World.Ruby.Id && t.CarerId == World.RubysMother.Id, Cancel);
            Assert.Equal((new FormatWishes(LargePrint: true, HighContrast: true, EasyRead: true), ContactMethod.NotSaid), (tie.Formats, tie.PreferredMethod));

            // In that school's history it is her, as she is known there; and nothing of where she was.
            var link = await db.LedgerLinks.Where(l => l.Chain == World.Ruby.Id.Value && l.Kind == "relationship-changed").OrderByDescending(l => l.Number).FirstAsync(Cancel);
            Assert.Equal(World.RubysMother.Id.Value, link.Actor);
            var content = await db.LedgerContents.Where(c => c.Chain == link.Chain && c.Number == link.Number).Select(c => c.Content).SingleAsync(Cancel);
            foreach (var elsewhere in (string[])[$"{World.Hillview.Id}", $"{World.Leo.Id}", $"{World.LeosMother.Id}", "Hillview"])
            {
                Assert.DoesNotContain(elsewhere, content, StringComparison.OrdinalIgnoreCase);
            }

            Assert.False(await db.LedgerLinks.AnyAsync(l => l.Actor == World.LeosMother.Id.Value, Cancel));

            // A court order there: what she chooses here changes nothing there, and the page names that school no more.
            await RestrictThereAsync(ContactRestriction.NoInformation);
            var again = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
            Assert.DoesNotContain("Riverside", again.Text, StringComparison.Ordinal);
            await mother.SubmitAsync(again.Form(), ("ReadAloud", "true"));
            Assert.False(await db.Relationships.AnyAsync(t => t.CarerId == World.RubysMother.Id && t.ReadAloud, Cancel));
        }
        finally
        {
            await RestrictThereAsync(ContactRestriction.None);
            await RenameAsync("Orla", "Walsh");
            await World.ReadInAsync(World.LeosMother, World.Leo, FormatWishes.Ordinary);
        }
    }

    private async Task RenameAsync(string given, string family)
    {
        await using var db = Host.OpenDb(World.Ruby.SchoolId);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var person = await record.People.SingleAsync(p => p.Id == World.RubysMother.Id, Cancel);
        Assert.Null(await record.SaveAsync(person.Rename(person.Title, given, family).OrThrow(), Cancel));
    }

    private async Task RestrictThereAsync(ContactRestriction restriction)
    {
        await using var db = Host.OpenDb(World.Ruby.SchoolId);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == World.Ruby.Id && t.CarerId == World.RubysMother.Id, Cancel);
        Assert.Null(await record.SaveAsync(tie.Restrict(restriction, "No contact", "LE26C00003", until: null).OrThrow(), Cancel));
    }

    [Fact]
    public async Task A_page_that_can_read_itself_out_is_chosen_too_and_only_then_there_is_a_script()
    {
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        var page = await father.GetAsync($"/family/hillview/{World.Leo.Id}/contact");

        var home = await father.SubmitAsync(page.Form(), ("ReadAloud", "true"));

        Assert.Contains("read-aloud.js", home.Html, StringComparison.Ordinal);
        Assert.True(home.Document.QuerySelector(".aloud")!.HasAttribute("hidden"));
        var again = await father.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
        Assert.True(again.Document.QuerySelector("input[name='ReadAloud']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_switch_of_a_device_is_over_once_she_chooses_for_herself()
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var strong = await mother.GetAsync($"/family/hillview/{World.Zainab.Id}/contact?look=strong&language=en");
        Assert.Equal("in-contrast", strong.Document.DocumentElement.GetAttribute("class"));
        Assert.Contains("Contrast as before", (await mother.GetAsync($"/family/hillview/{World.Zainab.Id}")).Html, StringComparison.Ordinal);

        var home = await mother.SubmitAsync(strong.Form(), ("LargePrint", "true"));

        Assert.Equal("in-large", home.Document.DocumentElement.GetAttribute("class"));
        Assert.DoesNotContain("Bigger letters", home.Html, StringComparison.Ordinal);
    }
}
