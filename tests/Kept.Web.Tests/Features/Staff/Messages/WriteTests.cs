using System.Net;
using Kept.Web.Tests.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Messages;

/// <summary>Staff write to carers, to each alone.</summary>
public sealed class WriteTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Each_carer_gets_a_thread_of_their_own_and_sent_twice_it_is_kept_once()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(Write(World.Leo));
        Assert.Contains("None of them sees that you wrote to another", page.Text, StringComparison.Ordinal);

        (string, string?)[] fields = [($"Form.To", World.LeosMother.Id.ToString()), ("Form.To", World.LeosFather.Id.ToString()), ("Form.Subject", "The trip to both"), ("Form.Words", "We leave at nine")];
        var keys = page.Document.QuerySelectorAll("input[name^='Form.Keys']").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value"))).ToArray();
        foreach (var _ in new[] { 1, 2 })
        {
            var after = await teacher.PostAsync(Write(World.Leo), [.. keys, .. fields]);
            Assert.Contains("Sent to 2 people, to each alone.", after.Text, StringComparison.Ordinal);
        }

        await using var db = Host.OpenDb();
        var threads = await db.MessageThreads.Where(t => t.Subject == "The trip to both").ToListAsync(Cancel);
        Assert.Equal(new[] { World.LeosMother.Id, World.LeosFather.Id }.Order(), threads.Select(t => t.CarerId).Order());
        Assert.All(threads, t => Assert.Equal((1, World.Teacher.Id), (t.Count, t.WithId)));
        var his = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/messages");
        Assert.Equal(["The trip to both"], his.Texts(".rows .what b"));
        Assert.DoesNotContain("Laura", his.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_goes_to_each_carer_as_a_document_of_their_own_and_one_that_is_refused_costs_no_word()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(Write(World.Leo));
        (string, string?)[] fields =
            [("Form.To", World.LeosMother.Id.ToString()), ("Form.To", World.LeosFather.Id.ToString()), ("Form.Subject", "A map for both"), ("Form.Words", "Here is the map")];

        var refused = await teacher.UploadAsync(page.Form(), [new TestFile("Form.Files", "Map.pdf", Sample.Program)], fields);
        Assert.Equal((HttpStatusCode.BadRequest, "Here is the map"), (refused.Status, refused.Texts("#Form_Words").Single()));
        Assert.Contains("Map.pdf was not taken: this is a program", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Sent to 2 people", (await teacher.UploadAsync(refused.Form(), [new TestFile("Form.Files", "Map.pdf", Sample.Pdf("a map"))], fields)).Text, StringComparison.Ordinal);

        await using var db = Host.OpenDb();
        var kept = await db.Documents.Where(d => d.Title == "Map").Select(d => new { d.Id, d.WithCarerId, d.Author }).ToListAsync(Cancel);
        Assert.Equal(new[] { World.LeosMother.Id, World.LeosFather.Id }.Order(), kept.Select(d => d.WithCarerId!.Value).Order());
        Assert.All(kept, d => Assert.Equal(World.Teacher.Name, d.Author));
        var thread = await db.MessageThreads.SingleAsync(t => t.Subject == "A map for both" && t.CarerId == World.LeosFather.Id, Cancel);
        var his = await (await Host.AsCarerAsync(World.LeosFather, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/messages/{thread.Id}");
        Assert.Contains("Map.pdf PDF, ", his.Text, StringComparison.Ordinal);
        var answer = await teacher.GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}");
        Assert.Contains("Please see what I have added.", (await teacher.UploadAsync(answer.FormWith($"Send to {World.LeosFather.Name}"), [new TestFile("Form.Files", "Map 2.pdf", Sample.Pdf("another map"))])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_be_told_stands_there_with_the_reason_and_cannot_be_chosen()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Write(World.Zainab));

        Assert.Contains("Mr Yusuf Ali may not be told about Zainab", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not to be told anything about Zainab", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"input[value='{World.ZainabsFather.Id}']"));
        Assert.NotNull(page.Document.QuerySelector($"input[value='{World.ZainabsMother.Id}'][checked]"));
        Assert.Equal(["English", "Urdu"], page.Texts("#Form_Language option"));
        var forced = await senco.PostAsync(Write(World.Zainab), ("Form.To", World.ZainabsFather.Id.ToString()), ("Form.Subject", "x"), ("Form.Words", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.MessageThreads.AnyAsync(t => t.CarerId == World.ZainabsFather.Id, Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var teacher = As(World.Teacher);
        var page = await teacher.GetAsync(Write(World.Leo));

        var nobody = await teacher.SubmitAsync(page.Form(), ("Form.Subject", "Kept subject"), ("Form.Words", "Kept words"));
        Assert.Equal((HttpStatusCode.BadRequest, "Choose who to write to"), (nobody.Status, nobody.Errors.Single()));
        Assert.Equal("Kept subject", nobody.Document.QuerySelector("#Form_Subject")!.GetAttribute("value"));
        Assert.Equal("Enter what it is about", (await teacher.SubmitAsync(page.Form(), ("Form.To", World.LeosMother.Id.ToString()), ("Form.Words", "Words"))).Errors.Single());
        Assert.Equal("Write your message", (await teacher.SubmitAsync(page.Form(), ("Form.To", World.LeosMother.Id.ToString()), ("Form.Subject", "Subject"))).Errors.Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await teacher.PostAsync(Write(World.Leo), ("Form.To", World.ZainabsMother.Id.ToString()), ("Form.Subject", "x"), ("Form.Words", "x"))).Status);
    }

    private static string Write(TestPupil child) => $"/pupils/{child.Id}/messages/write";
}
