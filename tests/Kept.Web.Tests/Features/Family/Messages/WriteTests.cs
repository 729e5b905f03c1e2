using System.Net;
using Kept.Domain.Messages;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Messages;

/// <summary>A carer begins a thread: once, in their language, and with no word lost.</summary>
public sealed class WriteTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Sent_twice_it_is_kept_once_and_with_other_words_no_word_is_lost()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync($"{Messages(World.Leo)}/write");
        foreach (var words in new[] { "Same words", "Same words", "Same words and more" })
        {
            Assert.Contains("Sent.", (await mother.SubmitAsync(form.Form(), ("Form.Subject", "Double"), ("Form.Words", words))).Text, StringComparison.Ordinal);
        }

        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Double answer");
        var page = await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}");
        foreach (var words in new[] { "Once", "Once", "Twice" })
        {
            await mother.SubmitAsync(page.Form(), ("Form.Words", words));
        }

        await using var db = Host.OpenDb();
        var threads = await db.MessageThreads.Where(t => t.Subject == "Double").Select(t => t.Id).ToListAsync(Cancel);
        Assert.Equal(["Same words", "Same words and more"], await db.Messages.Where(m => threads.Contains(m.ThreadId)).OrderBy(m => m.Words).Select(m => m.Words).ToListAsync(Cancel));
        Assert.Equal(["When is PE?", "Once", "Twice"], await db.Messages.Where(m => m.ThreadId == thread.Id).OrderBy(m => m.Number).Select(m => m.Words).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_said_in_her_language_and_what_was_typed_stays()
    {
        var mother = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        var form = await mother.GetAsync($"{Messages(World.Zainab)}/write");
        Assert.Equal("ur", form.Document.QuerySelector("#Form_Language option[selected]")!.GetAttribute("value"));

        var refused = await mother.SubmitAsync(form.Form(), ("Form.Words", "کب؟"));
        Assert.Equal((HttpStatusCode.BadRequest, "براہِ کرم لکھیں کہ یہ کس بارے میں ہے۔"), (refused.Status, refused.Errors.Single()));
        Assert.Equal("کب؟", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("براہِ کرم اپنا پیغام لکھیں۔", (await mother.SubmitAsync(refused.Form(), ("Form.Subject", "سفر"), ("Form.Words", " "))).Errors.Single());
        await mother.SubmitAsync(refused.Form(), ("Form.Subject", "سفر"), ("Form.Words", "کب؟"));

        await using var db = Host.OpenDb();
        Assert.Equal("ur", (await db.Messages.SingleAsync(m => m.Words == "کب؟", Cancel)).Language);
        var staff = await As(World.Senco).GetAsync($"/pupils/{World.Zainab.Id}/messages/{(await FindAsync("سفر")).Id}");
        Assert.Contains("Urdu", staff.Texts(".talk .meta")[0], StringComparison.Ordinal);
        Assert.Equal("ur", staff.Document.QuerySelector(".talk .lines-kept")!.GetAttribute("lang"));
    }

    private static string Messages(TestPupil child) => $"/family/hillview/{child.Id}/messages";

    private async Task<MessageThread> FindAsync(string subject)
    {
        await using var db = Host.OpenDb();
        return await db.MessageThreads.AsNoTracking().SingleAsync(t => t.Subject == subject, Cancel);
    }
}
