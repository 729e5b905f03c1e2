using System.Net;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Web.Tests.Documents;
using Kept.Web.Tests.Features.Staff.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Meetings;

/// <summary>What the child says by voice and by pictures: half done for the carer alone, sent for the school, and never for the other parent.</summary>
public sealed class RecordingTests(SmallFilesHost host) : IClassFixture<SmallFilesHost>
{
    private const string Policy = "Content-Security-Policy";

    private SmallWorld World => host.World;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_and_pictures_wait_in_the_draft_and_go_to_the_meeting_when_they_are_sent()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(3), guests: [World.LeosMother, World.LeosFather]);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync(At(meeting));
        Assert.DoesNotContain("media-src", page.Answer.Headers.GetValues(Policy).Single(), StringComparison.Ordinal);

        var saved = await mother.UploadAsync(page.FormWith("Send to the school"), [Voice("Voice.amr", Amr)], ("act", "save"), ("Form.Pictures", "Happy"), ("Form.Pictures", "QuietPlace"));

        Assert.Contains("The school does not see it yet", saved.Text, StringComparison.Ordinal);
        Assert.Contains("media-src 'self'", saved.Answer.Headers.GetValues(Policy).Single(), StringComparison.Ordinal);
        var sound = saved.Document.QuerySelector("audio")!.GetAttribute("src")!;
        var heard = await mother.DownloadAsync(sound);
        Assert.Equal((HttpStatusCode.OK, "audio/amr", "inline"), (heard.StatusCode, heard.Content.Headers.ContentType?.MediaType, heard.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(Amr, await heard.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(["Happy", "QuietPlace"], saved.Document.QuerySelectorAll("input[name='Form.Pictures'][checked]").Select(i => i.GetAttribute("value")));
        var senco = host.As(World.Senco);
        Assert.Null((await senco.GetAsync($"/meetings/{meeting.Id}")).Document.QuerySelector("audio"));
        await using var db = host.OpenDb();
        Assert.False(await db.Set<ContributionFile>().AnyAsync(f => f.MeetingId == meeting.Id, Cancel));
        var father = await host.AsCarerAsync(World.LeosFather, World.Leo);
        Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync(sound)).Status);

        var sent = await mother.PressAsync(saved.FormWith("Send to the school"), "Send to the school");

        Assert.Contains("Happy, Quiet place", sent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.GetAsync(sound)).Status);
        var kept = sent.Document.QuerySelector("audio")!.GetAttribute("src")!;
        Assert.Equal(Amr, await (await mother.DownloadAsync(kept)).Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await father.GetAsync(kept)).Status);
        Assert.Null((await father.GetAsync(At(meeting))).Document.QuerySelector("audio"));

        var staff = await senco.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("media-src 'self'", staff.Answer.Headers.GetValues(Policy).Single(), StringComparison.Ordinal);
        Assert.Contains("quiet place", staff.Texts(".heard").Single(), StringComparison.Ordinal);
        Assert.Equal(2, staff.Document.QuerySelectorAll(".heard svg").Length);
        var played = await senco.DownloadAsync(staff.Document.QuerySelector(".heard audio")!.GetAttribute("src")!);
        Assert.Equal((HttpStatusCode.OK, "audio/amr"), (played.StatusCode, played.Content.Headers.ContentType?.MediaType));
        var document = await db.Documents.AsNoTracking().SingleAsync(d => db.Set<ContributionFile>().Any(f => f.DocumentId == d.Id && f.MeetingId == meeting.Id), Cancel);
        Assert.Equal("Voice note: What does your child say?", document.Title);
        Assert.Equal((DocumentCategory.FamilysOwn, (Domain.Id<Domain.People.Person>?)World.LeosMother.Id), (document.Category, document.WithCarerId));
    }

    [Fact]
    public async Task Words_and_a_recording_are_one_answer_and_sending_them_twice_keeps_one()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(6), guests: World.LeosMother);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(At(meeting))).FormWith("Send to the school");

        foreach (var _ in new[] { 1, 2 })
        {
            await mother.UploadAsync(form, [new TestFile("Form.VoiceWell", "Well.ogg", [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, 1])], ("Form.Well", "Listen to him read"));
        }

        Assert.Equal(1, (await host.As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Document.QuerySelectorAll(".heard audio").Length);
        Assert.Contains("Listen to him read", (await host.As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard").Single(), StringComparison.Ordinal);
        await mother.UploadAsync(form, [Voice("Only.amr", Amr)]);
        Assert.Contains((await host.As(World.Senco).GetAsync($"/meetings/{meeting.Id}")).Texts(".heard"), h => h.Contains("Please listen to this.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_sound_is_said_beside_its_question_and_no_word_or_picture_is_lost()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(7), guests: World.LeosMother);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var form = (await mother.GetAsync(At(meeting))).FormWith("Send to the school");
        (byte[], string)[] refused = [(Sample.Picture, "This is not sound."), (Sample.Program, "We cannot take Voice.amr."), ([.. Amr, .. new byte[SmallFilesHost.MostBytes * 2]], "Voice.amr is too big.")];

        foreach (var (content, why) in refused)
        {
            var page = await mother.UploadAsync(form, [Voice("Voice.amr", content)], ("Form.Child", "He whispers"), ("Form.Pictures", "TooHard"));

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(why, page.Texts("#Form_VoiceChild-error").Single(), StringComparison.Ordinal);
            Assert.Equal("He whispers", page.Texts("#Form_Child").Single());
            Assert.NotNull(page.Document.QuerySelector("#picture-TooHard[checked]"));
        }
    }

    [Fact]
    public async Task A_recording_can_be_left_out_again()
    {
        var meeting = await World.AddMeetingAsync(World.Leo, on: World.Today.PlusDays(8), guests: World.LeosMother);
        var mother = await host.AsCarerAsync(World.LeosMother, World.Leo);
        var saved = await mother.UploadAsync((await mother.GetAsync(At(meeting))).FormWith("Send to the school"), [Voice("Voice.amr", Amr)], ("act", "save"));
        Assert.NotNull(saved.Document.QuerySelector("audio"));

        var after = await mother.PressAsync(saved.FormWith("Send to the school"), "Save for later", ("Form.LeftOut", AskedQuestion.KeyOf(SayQuestion.Child)));

        Assert.Null(after.Document.QuerySelector("audio"));
        await using var db = host.OpenDb();
        Assert.False(await db.Set<ContributionFile>().AnyAsync(f => f.MeetingId == meeting.Id, Cancel));
    }

    private static byte[] Amr => [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x3C, 200)];

    private static TestFile Voice(string name, byte[] content) => new("Form.VoiceChild", name, content);

    private static string At(Meeting meeting) => $"/family/hillview/{meeting.PupilId}/meetings/{meeting.Id}";
}
