using System.IO.Compression;
using System.Net;
using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Meetings;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Packs;

/// <summary>What goes out, and what never does, for each audience and in each format.</summary>
public sealed class AudienceTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData(PackFormat.Html)]
    [InlineData(PackFormat.Xlsx)]
    [InlineData(PackFormat.Json)]
    public async Task Each_visibility_reaches_those_it_is_for_and_no_others(PackFormat format)
    {
        foreach (var visibility in Enum.GetValues<Visibility>())
        {
            var entry = await World.AddEntryAsync(World.Leo, $"said to {visibility}", visibility);
            await World.AddActionAsync(World.Leo, $"promised to {visibility}", visibility: visibility, entry: entry);
            await World.AddEnquiryAsync(World.Leo, $"asked of {visibility}", visibility: visibility);
        }

        foreach (var maker in (TestPerson[])[World.Senco, World.Dsl])
        {
            foreach (var (audience, narrowest) in Reaches)
            {
                var pack = await TextAsync(maker, World.Leo, Packing.For(audience, format) with { CarerId = World.LeosMother.Id });
                foreach (var visibility in Enum.GetValues<Visibility>())
                {
                    Assert.All(
                        (string[])["said to", "promised to", "asked of"],
                        words => Assert.Equal(visibility <= narrowest, pack.Contains($"{words} {visibility}", StringComparison.Ordinal)));
                }
            }
        }
    }

    [Fact]
    public async Task A_document_about_two_children_is_named_only_where_somebody_looks_before_it_goes()
    {
        await World.AddDocumentAsync(World.Leo, "Group report on Leo and Noah", visibility: Visibility.Family, also: World.Noah);
        await World.AddDocumentAsync(World.Leo, "Report on Leo alone", visibility: Visibility.Family);

        foreach (var audience in Enum.GetValues<PackAudience>())
        {
            var pack = await TextAsync(World.Senco, World.Leo, Packing.For(audience, PackFormat.Html) with { CarerId = World.LeosMother.Id });
            Assert.Equal(audience is PackAudience.Tribunal or PackAudience.SubjectAccess, pack.Contains("Group report", StringComparison.Ordinal));
            Assert.Contains("alone", pack, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_familys_pack_never_holds_the_other_parents_ways_to_be_reached()
    {
        await DescribeAsync(World.LeosFather, "craig@example.org", "07700 900123");
        await DescribeAsync(World.LeosMother, "laura@example.org", "07700 900456");
        await World.AddEntryAsync(World.Leo, "Dad asks to be rung on +44 7700 900 123 or at Craig@example.org", with: World.LeosFather);

        var pack = await Packing.ReadAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Family) with { CarerId = World.LeosMother.Id });

        Assert.Contains("Dad asks to be rung on [number not shown] or at [address not shown]", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("900 123", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("craig@example.org", pack, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("07700 900456", pack, StringComparison.Ordinal);
        Assert.DoesNotContain(World.Leo.Upn, pack, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PackFormat.Html, "Bennett")]
    [InlineData(PackFormat.Xlsx, "Whitfield")]
    [InlineData(PackFormat.Json, "Whitfield")]
    public async Task A_familys_pack_never_says_who_the_other_parent_is(PackFormat format, string family)
    {
        await RenameAsync(World.LeosMother, "Ms", "Laura", family);
        var with = await World.AddEntryAsync(World.Leo, "Laura is unhappy with his reading", with: World.LeosMother, said: $"Ms {family} heard what we try", note: $"Laura {family} rings again");
        await World.AddActionAsync(World.Leo, $"Laura will send a photo to Ms {family}", World.LeosMother, entry: with);
        var given = await World.AddActionAsync(World.Leo, "A reading book goes home", World.Senco);
        await World.ChangeAsync(given, action => action.GiveTo(World.LeosMother.AsOwner, "Laura has the book", World.Today, Host.Clock.Now));
        await World.AddEntryAsync(World.Leo, "Mr Bennett asks about the trip", with: World.LeosFather);
        await World.AddDocumentAsync(World.Leo, $"Letter of Laura {family}", visibility: Visibility.Family);
        await HoldAsync(MeetingKind.AnnualReview, World.LeosMother);
        await HoldAsync(MeetingKind.SenSupport, World.LeosMother, World.LeosFather);

        var fathers = await TextAsync(World.Senco, World.Leo, Packing.For(PackAudience.Family, format) with { CarerId = World.LeosFather.Id });
        var tribunals = await TextAsync(World.Senco, World.Leo, Packing.For(PackAudience.Tribunal, format));

        string[] hers = ["Laura", "mother", World.LeosMother.Id.ToString(), .. family is "Bennett" ? [] : (string[])[family]];
        Assert.All(hers, word => Assert.DoesNotContain(word, fathers, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("[somebody in your family] is unhappy with his reading", fathers, StringComparison.Ordinal);
        Assert.Contains("[somebody in your family] agreed", fathers, StringComparison.Ordinal);
        Assert.Contains("Mr Bennett asks about the trip", fathers, StringComparison.Ordinal);
        Assert.Contains("Mr Craig Bennett, father", fathers, StringComparison.Ordinal);
        Assert.Contains($"{MeetingKind.SenSupport.InWords()} held", fathers, StringComparison.Ordinal);
        Assert.DoesNotContain($"{MeetingKind.AnnualReview.InWords()} held", fathers, StringComparison.Ordinal);
        Assert.Contains($"Ms Laura {family}, mother", tribunals, StringComparison.Ordinal);
        Assert.Contains("Laura is unhappy with his reading", tribunals, StringComparison.Ordinal);
        Assert.Contains($"{MeetingKind.AnnualReview.InWords()} held", tribunals, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_governors_pack_names_nobody_of_the_family()
    {
        await World.AddEntryAsync(World.Leo, "Ms Bennett says Leo cries when Laura leaves", Visibility.Staff, with: World.LeosMother);
        await World.AddActionAsync(World.Leo, "Laura will send a photo with Leo Bennett", World.LeosMother);

        var pack = await Packing.ReadAsync(Host, World.Senco, World.Leo, Packing.For(PackAudience.Governor));

        Assert.Contains("[mother] says L.B. cries when [mother] leaves", pack, StringComparison.Ordinal);
        Assert.All((string[])["Leo", "Laura", "Bennett", World.Leo.Upn], name => Assert.DoesNotContain(name, pack, StringComparison.Ordinal));
        Assert.Contains("Mrs Amina Khan", pack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_school_gets_who_to_reach_and_who_may_not_be_told()
    {
        var pack = await Packing.ReadAsync(Host, World.Dsl, World.Zainab, Packing.For(PackAudience.NextSchool));

        Assert.Contains(World.Zainab.Upn, pack, StringComparison.Ordinal);
        Assert.Contains("Restricted by a court order (ZC26C00417): Not to be told anything about Zainab", pack, StringComparison.Ordinal);
        Assert.Contains("Needs an interpreter", pack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_child_protection_file_holds_safeguarding_and_nothing_else()
    {
        await World.AddEntryAsync(World.Zainab, "an ordinary call", Visibility.SendTeam);
        await World.AddEntryAsync(World.Zainab, "a disclosure", Visibility.Safeguarding);

        var pack = await Packing.ReadAsync(Host, World.Dsl, World.Zainab, Packing.For(PackAudience.NextSchool) with { Safeguarding = true });

        Assert.Contains("Child protection file of Zainab Ali", pack, StringComparison.Ordinal);
        Assert.Contains("a disclosure", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("an ordinary call", pack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_concerns_others_is_marked_for_whoever_sends_it()
    {
        await World.AddEntryAsync(World.Leo, "Zainab Ali sat with him");
        await World.AddEntryAsync(World.Leo, "he was pushed at home", Visibility.Safeguarding);
        await World.AddEntryAsync(World.Leo, "he reads well");
        var wish = Packing.For(PackAudience.SubjectAccess) with { Safeguarding = true };

        var log = System.Text.Json.JsonDocument.Parse(await Packing.ReadAsync(Host, World.Dsl, World.Leo, wish)).RootElement.GetProperty("log").EnumerateArray().ToList();

        Assert.Equal(["Other people"], MarksOf("Zainab Ali sat with him"));
        Assert.Equal(["Safeguarding"], MarksOf("he was pushed at home"));
        Assert.Empty(MarksOf("he reads well"));

        IEnumerable<string?> MarksOf(string issue) =>
            log.Single(e => e.GetProperty("issue").GetString() == issue).GetProperty("checkBeforeSending").EnumerateArray().Select(m => m.GetString());
    }

    [Fact]
    public async Task A_period_bounds_what_is_told()
    {
        await World.AddEntryAsync(World.Noah, "before the period", on: World.Today.PlusDays(-30));
        await World.AddEntryAsync(World.Noah, "in the period", on: World.Today.PlusDays(-10));
        await World.AddEntryAsync(World.Noah, "after the period");

        var pack = await Packing.ReadAsync(
            Host, World.Senco, World.Noah, Packing.For(PackAudience.Tribunal) with { From = World.Today.PlusDays(-20), To = World.Today.PlusDays(-1) });

        Assert.Contains("in the period", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("before the period", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("after the period", pack, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<PackAudience, Visibility> Reaches { get; } = new Dictionary<PackAudience, Visibility>
    {
        [PackAudience.Family] = Visibility.Family,
        [PackAudience.Governor] = Visibility.Staff,
        [PackAudience.NextSchool] = Visibility.SendTeam,
        [PackAudience.Tribunal] = Visibility.SendTeam,
        [PackAudience.SubjectAccess] = Visibility.SendTeam
    };

    private async Task<string> TextAsync(TestPerson maker, TestPupil pupil, PackWish wish)
    {
        var file = await Packing.MakeAsync(Host, maker, pupil, wish);
        if (wish.Format is not PackFormat.Xlsx)
        {
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(file));
        }

        await using var zip = new ZipArchive(new MemoryStream(file));
        var sheets = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            sheets.Append(await reader.ReadToEndAsync(Cancel));
        }

        return sheets.ToString();
    }

    private async Task DescribeAsync(TestPerson person, string email, string phone)
    {
        await using var db = Host.OpenDb();
        var stored = await db.People.SingleAsync(p => p.Id == person.Id, Cancel);
        Assert.Null(await (await Host.RecordOfAsync(db, World.Senco)).SaveAsync(stored.Describe(null, email, phone, null), Cancel));
    }

    private async Task RenameAsync(TestPerson person, string title, string given, string family)
    {
        await using var db = Host.OpenDb();
        var stored = await db.People.SingleAsync(p => p.Id == person.Id, Cancel);
        Assert.Null(await (await Host.RecordOfAsync(db, World.Senco)).SaveAsync(stored.Rename(title, given, family).OrThrow(), Cancel));
    }

    private async Task HoldAsync(MeetingKind kind, params TestPerson[] carers)
    {
        var meeting = await World.AddMeetingAsync(World.Leo, kind, guests: carers);
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var stored = await record.Meetings.SingleAsync(m => m.Id == meeting.Id, Cancel);
        var there = await record.PartsOfMeetings<Attendee>().Where(a => a.MeetingId == meeting.Id)
            .Join(record.People, a => a.PersonId, p => (Id<Person>?)p.Id, (a, p) => new { Attendee = a, Person = p }).ToListAsync(Cancel);
        there.ForEach(row => row.Attendee.Mark(Attendance.Attended));
        var now = Host.Clock.Now.InZone(School.Zone).LocalDateTime;
        var started = stored.Start(now).OrThrow();
        var held = stored.Hold([.. there.Select(row => new Seat(row.Attendee, row.Person.Name))], [], null, now, World.Senco.Id, Host.Clock.Now).OrThrow();
        record.Add(held.Entry);
        Assert.Null(await record.SaveAsync((ILedgerEvent[])[started, held.Happened], Cancel));
    }
}
