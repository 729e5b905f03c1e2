using System.Net;
using Kept.Store.Documents;
using Kept.Web.Documents;
using Kept.Web.Tests.Documents;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Features.Staff.Documents;

/// <summary>Takes files of at most one megabyte, so that tests need not send fifty.</summary>
public sealed class SmallFilesHost(Template template) : KeptHost(template)
{
    public const long MostBytes = 1024 * 1024;

    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.AddSingleton(new DocumentSettings(MostBytes));
    }
}

public sealed class AddTests(SmallFilesHost host) : IClassFixture<SmallFilesHost>
{
    private SmallWorld World => host.World;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>At home it would be opened by a browser, with whatever program is in it.</summary>
    [Fact]
    public async Task A_drawing_that_can_carry_a_program_is_not_taken()
    {
        var page = await host.As(World.Senco).SendAsync(World.Leo, [Sending.File("Sun.png", Sample.Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))]);

        Assert.Contains(page.Answers(), answer => answer.StartsWith("Sun.png Not stored: this is a drawing (SVG), which can carry a program", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_files_each_get_their_answer_and_the_good_ones_are_found_by_their_words()
    {
        (string, HttpContent)[] files =
        [
            .. Enumerable.Range(0, 40).SelectMany(n => ((string, HttpContent)[])
            [
                Sending.File($"Report {n}.pdf", Sample.Pdf($"pangolin number {n}")), Sending.File($"Letter {n}.docx", Sample.Word($"pangolin letter {n}")),
                Sending.File($"Note {n}.txt", Sample.Text($"pangolin note {n}")), Sending.File($"Mail {n}.eml", Sample.Email($"pangolin mail {n}"))
            ]),
            .. Enumerable.Range(0, 34).Select(n => Sending.File($"Profile {n}.odt", Sample.Odt($"pangolin profile {n}"))),
            Sending.File("Invoice.pdf", Sample.Program), Sending.File("Empty.pdf", []), Sending.File("Locked.pdf", Sample.LockedPdf),
            ("Film.pdf", new EndlessContent(40 * SmallFilesHost.MostBytes)), Sending.File("Photo.jpg", Sample.Picture), Sending.File("Copy of note 3.txt", Sample.Text("pangolin note 3"))
        ];

        var page = await host.As(World.Senco).SendAsync(World.Leo, files, ("Form.Category", "Assessment"), ("Form.Visibility", "SendTeam"));

        Assert.Equal((HttpStatusCode.OK, "197 of 200 files are stored"), (page.Status, page.Heading));
        var answers = page.Answers();
        Assert.Equal(200, answers.Count);
        Assert.Contains("Invoice.pdf Not stored: this is a program, whatever its name says. Kept never stores programs.", answers);
        Assert.Contains(answers, a => a.StartsWith("Empty.pdf Not stored: the file is empty (0 bytes)", StringComparison.Ordinal));
        Assert.Contains(answers, a => a.StartsWith("Locked.pdf Stored. It is locked with a password", StringComparison.Ordinal));
        Assert.Contains("Film.pdf Not stored: it is larger than 1 MB, the most that is taken.", answers);
        Assert.Contains("Copy of note 3.txt This file is here already, as “Note 3”. It was not stored twice.", answers);
        Assert.Contains("Photo.jpg Stored.", answers);

        await AllReadAsync();
        var found = await host.As(World.Senco).GetAsync("/documents?q=pangolin");
        Assert.Contains("194 documents", found.Text, StringComparison.Ordinal);
        Assert.Contains("Profile 33", (await host.As(World.Senco).GetAsync("/documents?q=pangolin profile 33")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", (await host.As(World.Teacher).GetAsync("/documents?q=pangolin")).Text, StringComparison.Ordinal);
        Assert.Contains("Report 7", (await host.As(World.Senco).GetAsync("/search?q=pangolin number 7")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_script_each_file_has_a_request_of_its_own_and_sending_it_again_keeps_one()
    {
        var teacher = host.As(World.Teacher);
        var page = await teacher.GetAsync($"/documents/add?pupil={World.Leo.Id}");

        var (status, first) = await teacher.SendOneAsync(page, "Diary.txt", new ByteArrayContent(Sample.Text("a diary of numbats")));
        var (_, again) = await teacher.SendOneAsync(page, "Diary.txt", new ByteArrayContent(Sample.Text("a diary of numbats")));

        Assert.Equal(200, status);
        Assert.Equal(("Stored.", true), (Words(first), Kept(first)));
        Assert.Equal(Href(first), Href(again));
        await using var db = host.OpenDb();
        Assert.Equal(1, await db.Documents.CountAsync(d => d.Title == "Diary", Cancel));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_travels()
    {
        var senco = host.As(World.Senco);
        var page = await senco.GetAsync($"/documents/add?pupil={World.Leo.Id}");

        var (status, answer) = await senco.SendOneAsync(page, "Huge.pdf", new EndlessContent(2L * 1024 * 1024 * 1024));

        Assert.Equal((200, "Not stored: it is larger than 1 MB, the most that is taken.", false), (status, Words(answer), Kept(answer)));
    }

    [Fact]
    public async Task What_is_wrong_with_the_details_is_said_before_any_file_is_taken()
    {
        var senco = host.As(World.Senco);
        var page = await senco.SendAsync(World.Leo, [Sending.File("a.txt", Sample.Text("never kept"))], ("Form.DatedOn", "the day before never"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.GetElementById("Form_DatedOn-error"));

        var add = await senco.GetAsync("/documents/add");
        var (status, answer) = await senco.SendOneAsync(add, "a.txt", new ByteArrayContent(Sample.Text("never kept")), ("Form.Pupil", "Nobody of that name"));
        Assert.Equal((400, "Form_Pupil"), (status, answer.GetProperty("field").GetString()));

        page = await senco.SendAsync(World.Leo, []);
        Assert.Equal("Choose one file or more", Assert.Single(page.Errors));
        await using var db = host.OpenDb();
        Assert.False(await db.DocumentVersions.AnyAsync(v => v.FileName == "a.txt", Cancel));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read()
    {
        var senco = host.As(World.Senco);
        var page = await senco.GetAsync("/documents/add");

        var answer = await senco.SendAsync(Sending.Request(page, [Sending.File("e.txt", Sample.Text("from elsewhere"))], [("__RequestVerificationToken", "made up")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_pupil_may_be_named_and_others_too_but_only_ones_own()
    {
        var teacher = host.As(World.Teacher);
        var add = await teacher.GetAsync("/documents/add");
        var (_, answer) = await teacher.SendOneAsync(add, "b.txt", new ByteArrayContent(Sample.Text("for leo")), ("Form.Pupil", "Leo Bennett"));
        Assert.True(Kept(answer));

        var (status, refused) = await teacher.SendOneAsync(add, "c.txt", new ByteArrayContent(Sample.Text("for two")), ("Form.Pupil", "Leo"), ("Form.Others", "Zainab Ali"));
        Assert.Equal((400, "Form_Others"), (status, refused.GetProperty("field").GetString()));
        (status, _) = await teacher.SendOneAsync(add, "d.txt", new ByteArrayContent(Sample.Text("for another")), ("Form.PupilId", World.Zainab.Id.ToString()));
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Anybody_may_add_what_is_for_the_safeguarding_leads_and_then_sees_it_no_more()
    {
        var teacher = host.As(World.Teacher);
        var page = await teacher.SendAsync(World.Leo, [Sending.File("Concern.txt", Sample.Text("a grave thylacine"))], ("Form.Visibility", "Safeguarding"));

        Assert.Equal("Concern.txt Stored. Only the safeguarding leads can see it now.", Assert.Single(page.Answers()));
        Assert.DoesNotContain("Concern", (await teacher.GetAsync($"/pupils/{World.Leo.Id}/documents")).Text, StringComparison.Ordinal);
        Assert.Contains("Concern", (await host.As(World.Dsl).GetAsync($"/pupils/{World.Leo.Id}/documents")).Text, StringComparison.Ordinal);

        // The same file again, as something that may be seen: that it is here already is not told to whoever may not know.
        page = await host.As(World.Senco).SendAsync(World.Leo, [Sending.File("Mine.txt", Sample.Text("a grave thylacine"))]);
        Assert.Equal("Mine.txt Stored.", Assert.Single(page.Answers()));
    }

    private async Task AllReadAsync()
    {
        for (var tenth = 0; tenth < 600; tenth++)
        {
            await using var db = host.OpenDb();
            if (!await db.DocumentTexts.AnyAsync(t => t.State == TextState.Waiting, Cancel))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("Within a minute every document should have been read.");
    }

    private static string? Words(System.Text.Json.JsonElement answer) => answer.GetProperty("answers")[0].GetProperty("words").GetString();

    private static bool Kept(System.Text.Json.JsonElement answer) => answer.GetProperty("answers")[0].GetProperty("isKept").GetBoolean();

    private static string? Href(System.Text.Json.JsonElement answer) => answer.GetProperty("answers")[0].GetProperty("href").GetString();
}
