using System.Net;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Messages;

/// <summary>A carer writes to the school, and reads the answer. Nobody else in the family does.</summary>
public sealed class ThreadTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task She_starts_a_thread_the_teacher_answers_and_she_reads_it()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var home = await mother.GetAsync("/family");
        var list = await mother.GetAsync(home.LinkTo("Messages"));
        Assert.Contains("Only you and school staff can read these.", list.Text, StringComparison.Ordinal);
        var form = await mother.GetAsync(list.LinkTo("Write to the school"));

        var sent = await mother.SubmitAsync(form.Form(), ("Form.Subject", "Bell"), ("Form.Words", "Is the bell gone?"));

        Assert.Contains("Sent. The school will answer by 11 May.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("With Mr Tom Ellis", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Not read yet", sent.Text, StringComparison.Ordinal);
        var thread = await FindAsync("Bell");
        await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}");
        await World.AddMessageAsync(thread, "It is a light now", World.Teacher);
        await OpenedAsync(thread, World.Teacher);

        Assert.Contains("Messages New", (await mother.GetAsync("/family")).Texts(".say"));
        var read = await mother.GetAsync(sent.Url);
        Assert.Equal(["Is the bell gone?", "It is a light now"], read.Texts(".talk .lines-kept"));
        Assert.Contains("Read by the school", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Opened by", read.Text, StringComparison.Ordinal);
        Assert.Contains("The school wrote to you", read.Text, StringComparison.Ordinal);
        await OpenedAsync(thread, World.LeosMother);
        Assert.Contains("Opened by Ms Laura Bennett on 5 May", (await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}")).Text, StringComparison.Ordinal);
        Assert.Empty((await mother.GetAsync("/family")).Texts(".say"));

        var again = await mother.SubmitAsync(read.Form(), ("Form.Words", "Thank you"));
        Assert.Contains("The school will answer by 11 May", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_parent_neither_sees_nor_can_infer_it()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Between us", "His father must not know");
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);

        foreach (var url in new[] { "/family", Messages(World.Leo) })
        {
            var page = await father.GetAsync(url);
            Assert.DoesNotContain("Between us", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync($"{Messages(World.Leo)}/{thread.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await father.PostAsync($"{Messages(World.Leo)}/{thread.Id}", ("Form.Words", "I saw this"))).Status);
        var reused = await father.PostAsync($"{Messages(World.Leo)}/write", ("Form.Key", thread.Id.ToString()), ("Form.Subject", "Between us"), ("Form.Words", "His father must not know"));
        Assert.Equal(HttpStatusCode.OK, reused.Status);
        Assert.DoesNotContain(thread.Id.ToString(), reused.Url, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.ThreadId == thread.Id, Cancel));
    }

    [Fact]
    public async Task A_court_order_shuts_it_at_the_next_request_and_nothing_hints_at_it()
    {
        var aunt = await World.AddCarerAsync(World.Noah, "Ida", "Reid", "aunt");
        var thread = await World.AddThreadAsync(World.Noah, aunt, "Before");
        var visitor = await Host.AsCarerAsync(aunt, World.Noah);
        var page = await visitor.GetAsync($"{Messages(World.Noah)}/{thread.Id}");
        Assert.Equal("Before", page.Heading);

        await World.RestrictAsync(World.Noah, aunt, ContactRestriction.NoInformation);

        foreach (var url in new[] { $"{Messages(World.Noah)}/{thread.Id}", Messages(World.Noah), $"{Messages(World.Noah)}/write" })
        {
            var shut = await visitor.GetAsync(url);
            Assert.Equal(HttpStatusCode.NotFound, shut.Status);
            Assert.DoesNotContain("Before", shut.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("order", shut.Text, StringComparison.OrdinalIgnoreCase);
        }

        await visitor.PostAsync($"{Messages(World.Noah)}/{thread.Id}", ("Form.Words", "After"));
        await visitor.PostAsync($"{Messages(World.Noah)}/write", ("Form.Subject", "After"), ("Form.Words", "After"));
        await using var db = Host.OpenDb();
        Assert.False(await db.Messages.AnyAsync(m => m.Words == "After", Cancel));
    }

    [Fact]
    public async Task Two_posts_in_the_same_moment_are_one_message_and_two_from_two_pages_are_both_kept()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "At once");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var (one, other) = (await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}"), await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}"));

        await Task.WhenAll(
            mother.SubmitAsync(one.Form(), ("Form.Words", "First page")), mother.SubmitAsync(one.Form(), ("Form.Words", "First page")),
            mother.SubmitAsync(other.Form(), ("Form.Words", "Second page")));

        await using var db = Host.OpenDb();
        Assert.Equal(["First page", "Second page", "When is PE?"], await db.Messages.Where(m => m.ThreadId == thread.Id).OrderBy(m => m.Words).Select(m => m.Words).ToListAsync(Cancel));
        Assert.Equal([1, 2, 3], await db.Messages.Where(m => m.ThreadId == thread.Id).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync(Cancel));
    }

    private static string Messages(TestPupil child) => $"/family/hillview/{child.Id}/messages";

    private async Task<MessageThread> FindAsync(string subject)
    {
        await using var db = Host.OpenDb();
        return await db.MessageThreads.AsNoTracking().SingleAsync(t => t.Subject == subject, Cancel);
    }

    /// <summary>What is opened is written down a moment later.</summary>
    private async Task OpenedAsync(MessageThread thread, TestPerson by)
    {
        for (var i = 0; i < 100; i++)
        {
            await using var db = Host.OpenDb();
            if (await db.MessageOpenings.AnyAsync(o => o.ThreadId == thread.Id && o.PersonId == by.Id, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail($"{by.Name} has not opened it.");
    }
}
