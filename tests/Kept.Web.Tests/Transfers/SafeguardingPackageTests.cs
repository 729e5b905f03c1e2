using System.Text;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Transfers;

/// <summary>What is about safeguarding travels in a package of its own, from safeguarding lead to safeguarding lead (KCSIE), and leaves no trace in the other.</summary>
public sealed class SafeguardingPackageTests(Template template) : TwoKepts(template)
{
    private TestPerson RiversideDsl => Here.RiversidesOwn(StaffRole.Dsl);

    [Fact]
    public async Task The_ordinary_package_holds_no_word_of_it_not_even_of_what_once_was()
    {
        var entry = await ConcernAsync();
        var narrowed = await There.AddEntryAsync(There.Leo, "Bruise on the left arm");
        await using (var db = First.OpenDb())
        {
            var stored = await db.LogEntries.SingleAsync(e => e.Id == narrowed.Id, Cancel);
            var record = new VisibleRecord(db, There.Dsl.AsViewer, First.Clock);
            record.Add(stored.Correct(stored.Content with { Visibility = Visibility.Safeguarding }, "For the DSL", There.Dsl.Id, First.Clock.Now).OrThrow());
            Assert.Null(await record.SaveAsync(new EntryCorrected(There.Leo.Id, narrowed.Id, "For the DSL"), Cancel));
        }

        var package = Encoding.UTF8.GetString(await PackAsync(There.Leo));

        foreach (var word in (string[])["social worker", "Afraid to go home", "Bruise", "For the DSL", "afeguarding\",", entry.Id.ToString(), There.Dsl.Id.ToString(), There.Dsl.Name])
        {
            Assert.DoesNotContain(word, package, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_a_safeguarding_lead_makes_it_and_only_one_reads_it_in_after_the_record_itself()
    {
        await ConcernAsync();
        Assert.True((await TryPackAsync(There.Leo, There.Senco.AsViewer, safeguarding: true)).Refused(out _));
        Assert.True((await TryPackAsync(There.Leo, new OperatorViewer(There.Hillview.Id), safeguarding: true)).Refused(out _));
        var package = await PackAsync(There.Leo, There.Dsl, safeguarding: true);

        Assert.True((await TryTakeAsync(package, RiversideDsl)).Refused(out var tooEarly));
        Assert.Contains("Read the pupil’s record in first", tooEarly.Sentence, StringComparison.Ordinal);
        await TakeAsync(await PackAsync(There.Leo));
        Assert.True((await TryTakeAsync(package, Here.RiversideSenco)).Refused(out var notTheirs));
        Assert.Contains("Only a safeguarding lead", notTheirs.Sentence, StringComparison.Ordinal);
        var report = await TakeAsync(package, RiversideDsl);

        var lead = await Second.As(RiversideDsl).GetAsync($"/pupils/{report.PupilId}");
        var senco = await Second.As(Here.RiversideSenco).GetAsync($"/pupils/{report.PupilId}");
        Assert.Contains("Afraid to go home", lead.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Afraid to go home", senco.Html, StringComparison.Ordinal);
        await using var db = OpenRiverside();
        Assert.Equal(RiversideDsl.Id, (await db.Actions.SingleAsync(a => a.What == "Ring the social worker", Cancel)).OwnerId);
        Assert.False(await (await Second.RecordOfAsync(db, Here.RiversideSenco)).Actions.AnyAsync(a => a.Visibility == Visibility.Safeguarding, Cancel));
        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
    }

    private async Task<LogEntry> ConcernAsync()
    {
        await There.AddEntryAsync(There.Leo, "Late on Mondays");
        var entry = await There.AddEntryAsync(There.Leo, "Afraid to go home", Visibility.Safeguarding);
        var action = await There.AddActionAsync(There.Leo, "Ring the social worker", There.Dsl, visibility: Visibility.Safeguarding, entry: entry);
        await There.ChangeAsync(action, a => a.Start(First.Clock.Now), There.Dsl);
        return entry;
    }
}
