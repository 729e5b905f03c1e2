using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Reviews;
using Kept.Store;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Transfers;

/// <summary>A pupil's record goes from one Kept to another and stays what it was: who wrote it, when, and the proof of it.</summary>
public sealed class HandoverPackageTests(Template template) : TwoKepts(template)
{
    [Fact]
    public async Task A_record_arrives_with_its_authors_its_times_and_its_proof()
    {
        var (entry, open, done) = await LiveAsync();

        var report = await TakeAsync(await PackAsync(There.Leo));

        Assert.True(report.IsNewPupil);
        Assert.Equal([open.What], report.OpenActions.Select(a => a.What));
        await using var db = OpenRiverside();
        var pupil = await db.Pupils.SingleAsync(p => p.Upn == There.Leo.Upn, Cancel);
        Assert.Equal(("Leo Bennett", (string?)null), (pupil.Name, pupil.ClassName));
        var came = await db.LogEntries.SingleAsync(e => e.ReviewOn == null && e.PupilId == pupil.Id && e.Version == 3, Cancel);
        Assert.Equal((entry.LoggedAt, "Tearful on Mondays", 3), (came.LoggedAt, came.Issue, came.Version));
        var author = await db.People.SingleAsync(p => p.Id == came.LoggedById, Cancel);
        Assert.Equal((PersonKind.Elsewhere, "Mrs Amina Khan", "Hillview School", (Guid?)null), (author.Kind, author.Name, author.Job, author.AccountId));
        Assert.Equal("Late on Mondays", (await db.EntryVersions.SingleAsync(v => v.EntryId == came.Id, Cancel)).Issue);
        Assert.Equal("He comes in calmly", (await db.Reviews.SingleAsync(r => r.EntryId == came.Id, Cancel)).WhatChanged);
        Assert.Equal(ActionStatus.Done, (await db.Actions.SingleAsync(a => a.What == done.What, Cancel)).Status);
        var mine = await db.Actions.SingleAsync(a => a.What == open.What, Cancel);
        Assert.Equal((Here.RiversideSenco.Id, came.Id), (mine.OwnerId, mine.EntryId));
        Assert.Contains(await db.ActionChanges.Where(c => c.ActionId == mine.Id).Select(c => c.Reason).ToListAsync(Cancel), reason => reason == "Came with the record from Hillview School");
        Assert.Equal(2, await db.Relationships.CountAsync(t => t.PupilId == pupil.Id, Cancel));

        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
        var page = await Second.As(Here.RiversideSenco).GetAsync($"/pupils/{pupil.Id}");
        Assert.Contains("Tearful on Mondays", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mrs Amina Khan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Amina Khan", (await Second.As(Here.RiversideSenco).GetAsync($"/actions/{mine.Id}")).Document.QuerySelector("select")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_in_twice_it_changes_nothing()
    {
        await LiveAsync();
        var package = await PackAsync(There.Leo);
        await TakeAsync(package);
        var before = await CountsAsync();

        var again = await TakeAsync(package);

        Assert.True(again.IsHere);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task A_later_package_adds_what_is_new_and_overwrites_nothing()
    {
        await LiveAsync();
        await TakeAsync(await PackAsync(There.Leo));
        await There.AddEntryAsync(There.Leo, "Said on the last day");
        Second.Clock.Pass(Duration.FromHours(1));

        var report = await TakeAsync(await PackAsync(There.Leo));

        Assert.Equal((1, false), (report.Added["log-entry"], report.IsNewPupil));
        await using var db = OpenRiverside();
        Assert.Equal(1, await db.LogEntries.CountAsync(e => e.Issue == "Tearful on Mondays", Cancel));
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_refused()
    {
        await LiveAsync();
        await There.AddDocumentAsync(There.Leo, "EP report", words: new string('x', 4000));
        var package = await PackAsync(There.Leo);

        for (var at = 0; at < package.Length; at += Math.Max(1, package.Length / 150))
        {
            var changed = package.ToArray();
            changed[at] ^= 1;
            Assert.True((await OpenAsync(changed)).Refused(out _), $"byte {at} of {package.Length}");
        }

        Assert.True((await OpenAsync([.. package, 0])).Refused(out _));
        Assert.True((await OpenAsync(package[..^1])).Refused(out _));
        Assert.True((await OpenAsync([])).Refused(out _));
    }

    [Theory]
    [InlineData("Tearful on Mondays", false, "rows.jsonl")]
    [InlineData("Tearful on Mondays", true, "ledger.jsonl, event")]
    [InlineData("Khan", false, "people.jsonl")]
    [InlineData("Hillview School", false, "manifest.json")]
    [InlineData("words of the report", true, "the file “EP report.txt” (files/")]
    public async Task The_refusal_names_the_place(string words, bool last, string place)
    {
        await LiveAsync();
        await There.AddDocumentAsync(There.Leo, "EP report", "words of the report");
        var package = await PackAsync(There.Leo);
        var at = last ? package.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(words)) : package.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words));
        package[at] ^= 1;

        Assert.True((await OpenAsync(package)).Refused(out var refused));
        Assert.Contains(place, refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_do_needs_an_owner_here_and_without_one_nothing_is_saved()
    {
        await LiveAsync();
        var before = await CountsAsync();

        var refused = await TryTakeAsync(await PackAsync(There.Leo), owner: _ => null);

        Assert.True(refused.Refused(out var why));
        Assert.Contains("Choose the one person", why.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task A_carer_is_never_merged_by_name_and_a_court_order_always_comes_along()
    {
        await using (var db = OpenRiverside())
        {
            var pupil = Kept.Domain.Pupils.Pupil.Enrol(Here.Riverside.Id, new(There.Zainab.Upn, "Zainab", "Ali", null, null, "4", "6R", default, [])).OrThrow();
            var mother = Person.Named(Here.Riverside.Id, PersonKind.Carer, "Mrs", "Fatima", "Ali").OrThrow();
            var record = new VisibleRecord(db, Here.RiversideSenco.AsViewer, Second.Clock);
            record.Add(pupil);
            record.Add(mother);
            record.Add(new Relationship { Id = Id<Relationship>.New(), SchoolId = Here.Riverside.Id, PupilId = pupil.Id, CarerId = mother.Id, Kind = "mother" });
            Assert.Null(await record.SaveAsync([new Kept.Domain.Pupils.PupilEnrolled(pupil.Id), new PersonAdded(mother.Id)], Cancel));
        }

        var report = await TakeAsync(await PackAsync(There.Zainab));

        Assert.False(report.IsNewPupil);
        Assert.Equal(["Mrs Fatima Ali, mother"], report.CarersLeftOut);
        await using var after = OpenRiverside();
        Assert.Equal("6R", (await after.Pupils.SingleAsync(p => p.Id == report.PupilId, Cancel)).ClassName);
        var restricted = await after.Relationships.SingleAsync(t => t.PupilId == report.PupilId && t.Restriction != ContactRestriction.None, Cancel);
        Assert.Equal("ZC26C00417", restricted.CourtOrderReference);
    }

    [Fact]
    public async Task A_package_changed_where_it_is_kept_is_found_by_verification()
    {
        await LiveAsync();
        var report = await TakeAsync(await PackAsync(There.Leo));
        await using (var db = OpenRiverside())
        {
            var kept = await db.ReceivedPackages.AsNoTracking().SingleAsync(Cancel);
            kept.Content[kept.Content.AsSpan().IndexOf("Tearful"u8)] ^= 1;
            await db.ReceivedPackages.Where(p => p.Id == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, kept.Content), Cancel);
        }

        var found = Assert.Single((await VerifyAsync()).Schools.Single().Breaks);
        Assert.Equal(report.PupilId.Value, found.Chain);
        Assert.Contains("rows.jsonl", found.What, StringComparison.Ordinal);
    }

    private async Task<(LogEntry Entry, AgreedAction Open, AgreedAction Done)> LiveAsync()
    {
        var entry = await There.AddEntryAsync(There.Leo, "Late on Mondays", with: There.LeosMother, reviewOn: There.Today);
        var open = await There.AddActionAsync(There.Leo, "Share a shorter start-of-day plan", There.Teacher, entry: entry);
        var done = await There.AddActionAsync(There.Leo, "Ring on Friday", There.Senco);
        await There.AddEnquiryAsync(There.Leo, "Asks who to ring about the bus");
        await There.AddKeyAdultAsync(There.Leo, There.FormTutor);
        await There.ChangeAsync(done, a => a.MarkDone("She was glad", null, There.Today, First.Clock.Now));
        await using var db = First.OpenDb();
        var stored = await db.LogEntries.SingleAsync(e => e.Id == entry.Id, Cancel);
        var record = new VisibleRecord(db, There.Senco.AsViewer, First.Clock);
        record.Add(stored.Correct(stored.Content with { Issue = "Tearful on Mondays" }, "Not late: tearful", There.Senco.Id, First.Clock.Now).OrThrow());
        Assert.Null(await record.SaveAsync(new EntryCorrected(There.Leo.Id, entry.Id, "Not late: tearful"), Cancel));
        var review = Review.Hold(stored, DidItHappen.Yes, "He comes in calmly", null, null, There.Today, There.Senco.Id, First.Clock.Now).OrThrow();
        record.Add(review);
        Assert.Null(await record.SaveAsync(new ReviewHeld(There.Leo.Id, review.Id), Cancel));
        return (entry, open, done);
    }

    private async Task<(int Entries, int Actions, int People, int Pupils, long Links)> CountsAsync()
    {
        await using var db = OpenRiverside();
        return (await db.LogEntries.CountAsync(Cancel), await db.Actions.CountAsync(Cancel), await db.People.CountAsync(Cancel), await db.Pupils.CountAsync(Cancel), await db.LedgerLinks.LongCountAsync(Cancel));
    }
}
