using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Tests.Documents;
using Kept.Web.Tests.Features.Staff.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Messages;

/// <summary>Files with a message: into the hub, to be opened by that carer and by staff, and by nobody else of the family.</summary>
public sealed class FileTests(SmallFilesHost host) : IClassFixture<SmallFilesHost>
{
    private SmallWorld World => host.World;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_sends_a_photo_and_a_letter_and_they_are_in_the_thread_on_both_sides_and_in_the_hub()
    {
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = await mother.GetAsync($"{Messages(World.Leo)}/write");
        var sent = await mother.UploadAsync(
            form.Form(), [File("Homework.png", Sample.Picture), File("Clinic letter.pdf", Sample.Pdf("the aardwolf clinic"))], ("Form.Subject", "Two papers"), ("Form.Words", "Please read these"));

        Assert.Contains("Homework.png Photo, \u20661 KB\u2069", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Clinic letter.pdf PDF, ", sent.Text, StringComparison.Ordinal);
        var photo = await mother.DownloadAsync(sent.LinkTo("Homework.png"));
        Assert.Equal((HttpStatusCode.OK, "image/png", "inline"), (photo.StatusCode, photo.Content.Headers.ContentType?.MediaType, photo.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Contains("sandbox", photo.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Sample.Picture, await photo.Content.ReadAsByteArrayAsync(Cancel));

        var thread = await FindAsync("Two papers");
        var teacher = host.As(World.Teacher);
        var read = await teacher.GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}");
        Assert.Contains("Homework.png Picture, 1 KB", read.Text, StringComparison.Ordinal);
        var document = await teacher.GetAsync(read.LinkTo("Clinic letter.pdf"));
        Assert.Equal("Clinic letter", document.Heading);
        Assert.Contains("Family’s own", document.Text, StringComparison.Ordinal);
        Assert.Contains("Ms Laura Bennett", document.Text, StringComparison.Ordinal);

        await OpenedAsync(World.LeosMother);
        var looked = await teacher.GetAsync((await teacher.GetAsync(read.LinkTo("Homework.png"))).Url);
        Assert.Contains("Ms Laura Bennett", looked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As(World.Office).GetAsync(document.Url)).Status);
    }

    [Fact]
    public async Task The_other_parent_finds_neither_the_file_nor_a_trace_of_it()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Only mine");
        var file = await World.AddFileAsync(thread, World.LeosMother, "Secret numbat.txt", "the secret numbat");
        var fromSchool = await World.AddFileAsync(thread, World.Teacher, "School numbat.txt", "the school numbat");
        var father = await host.AsCarerAsync(World.LeosFather, World.Leo);
        var his = await World.AddThreadAsync(World.Leo, World.LeosFather, "His own");

        foreach (var id in new[] { file, fromSchool })
        {
            foreach (var at in new[] { thread.Id, his.Id })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync($"{Messages(World.Leo)}/{at}/files/{id}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await (await host.AsCarerAsync(World.LeosMother, World.Leo)).GetAsync($"{Messages(World.Leo)}/{his.Id}/files/{id}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await (await host.AsCarerAsync(World.LeosMother, World.Leo)).DownloadAsync($"{Messages(World.Leo)}/{thread.Id}/files/{id}")).StatusCode);
        }

        foreach (var url in new[] { "/family", Messages(World.Leo), $"/family/hillview/{World.Leo.Id}", $"{Messages(World.Leo)}/{his.Id}" })
        {
            Assert.DoesNotContain("numbat", (await father.GetAsync(url)).Html, StringComparison.Ordinal);
        }

        // Were it shared with the family behind the domain’s back, still nobody but that carer would read it.
        await using var db = host.OpenDb();
        var document = await db.MessageFiles.Where(f => f.Id == file).Select(f => f.DocumentId).SingleAsync(Cancel);
        await db.Documents.Where(d => d.Id == document).ExecuteUpdateAsync(set => set.SetProperty(d => d.Visibility, Visibility.Family), Cancel);
        Assert.False(await Seen(db, World.LeosFather).Documents.AnyAsync(d => d.Id == document, Cancel));
        Assert.True(await Seen(db, World.LeosMother).Documents.AnyAsync(d => d.Id == document, Cancel));
    }

    [Fact]
    public async Task Staff_cannot_share_it_with_the_family_in_the_hub()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Between two");
        var id = await DocumentOfAsync(await World.AddFileAsync(thread, World.LeosMother, "Between two.txt", "words between two"));
        var senco = host.As(World.Senco);

        var edit = await senco.GetAsync($"/documents/{id}/edit");
        var refused = await senco.SubmitAsync(edit.FormWith("Keep the change"), ("Form.Visibility", "Family"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no other carer may read it", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_school_takes_back_is_gone_from_her_page_and_what_she_sent_herself_stays()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Taken back");
        var (hers, ours) = (await World.AddFileAsync(thread, World.LeosMother, "Hers.txt", "hers alone"), await World.AddFileAsync(thread, World.Teacher, "Wrong child.txt", "about another child"));
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        await using var db = host.OpenDb();
        foreach (var file in new[] { hers, ours })
        {
            var id = await DocumentOfAsync(file);
            await db.Documents.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.WithdrawnAt, host.Clock.Now).SetProperty(d => d.Visibility, Visibility.Safeguarding), Cancel);
        }

        var page = await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}");
        Assert.Contains("Hers.txt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong child", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}/files/{ours}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await mother.DownloadAsync($"{Messages(World.Leo)}/{thread.Id}/files/{hers}")).StatusCode);
        Assert.DoesNotContain("Hers.txt", (await host.As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}/messages/{thread.Id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_court_order_shuts_the_file_at_the_next_request()
    {
        var aunt = await World.AddCarerAsync(World.Noah, "Ina", "Reid", "aunt");
        var thread = await World.AddThreadAsync(World.Noah, aunt, "Before the order");
        var file = await World.AddFileAsync(thread, aunt, "Before.txt");
        var visitor = await host.AsCarerAsync(aunt, World.Noah);
        var url = $"{Messages(World.Noah)}/{thread.Id}/files/{file}";
        Assert.Equal(HttpStatusCode.OK, (await visitor.DownloadAsync(url)).StatusCode);

        await World.RestrictAsync(World.Noah, aunt, ContactRestriction.NoInformation);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url)).Status);
    }

    [Fact]
    public async Task What_is_refused_costs_no_word_and_is_said_in_her_language()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Refused files");
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var url = $"{Messages(World.Leo)}/{thread.Id}";
        var form = (await mother.GetAsync(url)).Form();
        (string, byte[], string)[] refused =
        [
            ("Game.pdf", Sample.Program, "We cannot take Game.pdf. Send a photo, a PDF"), ("Empty.png", [], "Empty.png is empty."),
            ("Film.mp4", new byte[SmallFilesHost.MostBytes * 6], "Film.mp4 is too big.")
        ];
        foreach (var (name, content, why) in refused)
        {
            var page = await mother.UploadAsync(form, [File(name, content)], ("Form.Words", "My words must stay"));

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(why, page.Texts("#Form_Files-error").Single(), StringComparison.Ordinal);
            Assert.Contains("Please choose your files again.", page.Text, StringComparison.Ordinal);
            Assert.Equal("My words must stay", page.Texts("#Form_Words").Single());
        }

        var many = await mother.UploadAsync(form, [.. Enumerable.Range(1, 4).Select(n => File($"{n}.txt", Sample.Text($"page {n}")))], ("Form.Words", "Four pages"));
        Assert.Contains("Please send no more than 3 files.", many.Text, StringComparison.Ordinal);
        var spanish = await mother.GetAsync($"{url}?language=es");
        Assert.Contains("está vacío", (await mother.UploadAsync(spanish.Form(), [File("Nada.png", [])], ("Form.Words", "Mis palabras"))).Text, StringComparison.Ordinal);
        await using var db = host.OpenDb();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.ThreadId == thread.Id, Cancel));
    }

    [Fact]
    public async Task A_file_without_words_is_sent_with_a_line_that_says_so_and_sending_it_twice_keeps_one()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Without words");
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}")).Form();

        var sent = await mother.UploadAsync(form, [File("Voice.m4a", Sound)]);
        await mother.UploadAsync(form, [File("Voice.m4a", Sound)]);

        Assert.Contains("I have sent you a file.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Voice.m4a Sound, ", sent.Text, StringComparison.Ordinal);
        var answer = await mother.DownloadAsync(sent.LinkTo("Voice.m4a"));
        Assert.Equal(("audio/mp4", "attachment"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        await using var db = host.OpenDb();
        var files = db.MessageFiles.Where(f => db.Messages.Any(m => m.Id == f.MessageId && m.ThreadId == thread.Id));
        Assert.Equal(1, await files.CountAsync(Cancel));

        await mother.UploadAsync(form, [File("Other.m4a", [.. Sound, 1])]);
        Assert.Equal(2, await files.CountAsync(Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, (await mother.SubmitAsync((await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}")).Form())).Status);
    }

    [Fact]
    public async Task Without_the_forms_token_no_file_is_taken_in()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "No token");
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.UploadAsync(
            (await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}")).Form(), [File("Forged.txt", Sample.Text("forged"))], ("__RequestVerificationToken", "none"), ("Form.Words", "Forged"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await using var db = host.OpenDb();
        Assert.False(await db.Messages.AnyAsync(m => m.Words == "Forged", Cancel));
    }

    /// <summary>How a phone’s recording begins.</summary>
    private static byte[] Sound => [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0, 0, 0, .. "M4A mp42"u8, .. Enumerable.Repeat((byte)5, 300)];

    private static TestFile File(string name, byte[] content) => new("Form.Files", name, content);

    private static string Messages(TestPupil child) => $"/family/hillview/{child.Id}/messages";

    private VisibleRecord Seen(KeptDb db, TestPerson carer) => new(db, new FamilyViewer(carer.SchoolId, carer.Id, World.Leo.Id), host.Clock);

    private async Task<Domain.Id<Document>> DocumentOfAsync(Domain.Id<MessageFile> file)
    {
        await using var db = host.OpenDb();
        return await db.MessageFiles.Where(f => f.Id == file).Select(f => f.DocumentId).SingleAsync(Cancel);
    }

    private async Task OpenedAsync(TestPerson by)
    {
        for (var i = 0; i < 100; i++)
        {
            await using var db = host.OpenDb();
            if (await db.DocumentOpenings.AnyAsync(o => o.PersonId == by.Id && o.How == OpenedHow.Preview, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("Nobody wrote down that it was opened.");
    }

    private async Task<MessageThread> FindAsync(string subject)
    {
        await using var db = host.OpenDb();
        return await db.MessageThreads.SingleAsync(t => t.Subject == subject, Cancel);
    }
}
