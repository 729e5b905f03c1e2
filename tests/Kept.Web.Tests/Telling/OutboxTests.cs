using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Store.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>From what is saved to what arrives, through a real mail server: exactly once, or staff are told.</summary>
public sealed class OutboxTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task A_shared_conversation_is_told_once_to_each_parent_in_their_own_language_and_says_nothing_of_it()
    {
        var (mother, father) = await BothParentsAsync();
        var entry = await World.AddEntryAsync(World.Leo, "Leo finds the mornings hard");

        // What was shared by mistake can still be taken back.
        await TellAsync();
        Assert.Empty(Server.Kept);

        await PassGraceAndTellAsync();
        await TellAsync();

        Assert.Equal(2, Server.Kept.Count);
        Assert.Equal(2, (await Host.NoticesAsync(entry.Id.Value)).Count);
        foreach (var parent in new[] { mother, father })
        {
            var mail = Assert.Single(Server.Kept, m => m.Contains($"To: {EmailOf(parent)}", StringComparison.OrdinalIgnoreCase));
            var words = MailText.Of(mail);
            Assert.Contains("https://kept.example/family", words, StringComparison.Ordinal);
            Assert.DoesNotContain("Leo", words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Bennett", words, StringComparison.Ordinal);
            Assert.Equal(DispatchState.Sent, (await Host.DispatchesAsync(parent))[^1].State);
        }
    }

    [Fact]
    public async Task Each_parent_is_told_in_the_form_that_they_read()
    {
        var (mother, father) = await BothParentsAsync();
        await World.ReadInAsync(mother, World.Leo, new FormatWishes(LargePrint: true, EasyRead: true));
        await World.AddEntryAsync(World.Leo, "Leo finds the mornings hard");

        await PassGraceAndTellAsync();

        var (hers, his) = (MailTo(mother), MailTo(father));
        Assert.Contains("We write nothing about your child in emails.<br>It is safe on the page.", hers, StringComparison.Ordinal);
        Assert.Contains("font:18pt/", hers, StringComparison.Ordinal);
        Assert.Contains("We write nothing about your child in emails. It is safe on the page.", his, StringComparison.Ordinal);
        Assert.DoesNotContain("font:18pt/", his, StringComparison.Ordinal);

        string MailTo(TestPerson parent) => MailText.Of(Assert.Single(Server.Kept, m => m.Contains($"To: {EmailOf(parent)}", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Who_may_be_told_nothing_is_told_nothing_even_where_the_order_comes_last()
    {
        var (mother, father) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "Leo reads more");
        await World.AddEntryAsync(World.Zainab, "Zainab and her words");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);
        Assert.Equal(DispatchState.Waiting, (await Host.DispatchesAsync(father))[^1].State);

        await World.RestrictAsync(World.Leo, father, ContactRestriction.NoContact);
        Clock.Pass(Duration.FromHours(1));
        await TellAsync();

        Assert.Single(Server.Kept, m => m.Contains(EmailOf(mother), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Server.Kept, m => m.Contains(EmailOf(father), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(DispatchState.Dropped, (await Host.DispatchesAsync(father))[^1].State);
        Assert.Empty(await Host.DispatchesAsync(World.ZainabsFather));
        await using var db = Host.OpenDb();
        Assert.False(await db.Notices.AnyAsync(n => n.CarerId == World.ZainabsFather.Id, Cancel));
    }

    [Fact]
    public async Task What_is_not_shared_or_not_any_more_is_told_to_nobody()
    {
        await BothParentsAsync();
        var staff = await World.AddEntryAsync(World.Leo, "Between us", Visibility.Staff);
        var mistake = await World.AddEntryAsync(World.Leo, "Shared by mistake");
        await TellAsync();
        await using (var db = Host.OpenDb())
        {
            await db.LogEntries.Where(e => e.Id == mistake.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Visibility, Visibility.Staff), Cancel);
        }

        await PassGraceAndTellAsync();

        Assert.Empty(Server.Kept);
        Assert.Empty(await Host.NoticesAsync(staff.Id.Value));
        Assert.All(await Host.NoticesAsync(mistake.Id.Value), n => Assert.NotNull(n.WithheldAt));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_becomes_a_letter_for_staff_to_print()
    {
        var (mother, _) = await BothParentsAsync();
        var entry = await World.AddEntryAsync(World.Leo, "A new plan for mornings");
        Server.Be("unknown");

        await PassGraceAndTellAsync();

        var tried = await Host.DispatchesAsync(mother);
        Assert.Equal([(WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)], tried.TakeLast(2).Select(d => (d.Way, d.State)));
        Assert.Contains("cannot deliver", tried[^2].Problem, StringComparison.Ordinal);
        Assert.Contains($"Could not be reached at {EmailOf(mother)}", (await As(World.Office).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        Assert.All((await Host.NoticesAsync(entry.Id.Value)).Where(n => n.CarerId == mother.Id), n => Assert.Equal(tried[^1].Id, n.DispatchId));
    }

    [Fact]
    public async Task What_may_have_arrived_is_never_sent_again_by_itself()
    {
        var (mother, _) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "Two for one");
        Server.Be("vanish");
        await PassGraceAndTellAsync();

        Server.Be("take");
        Clock.Pass(Duration.FromHours(2));
        await TellAsync();

        Assert.Single(Server.Kept, m => m.Contains(EmailOf(mother), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(DispatchState.Unclear, (await Host.DispatchesAsync(mother))[^1].State);
    }

    [Fact]
    public async Task A_server_that_is_away_and_comes_back_gets_each_once()
    {
        await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "While the server was away");
        Server.Stop();
        try
        {
            await PassGraceAndTellAsync();
            Assert.Empty(Server.Kept);
        }
        finally
        {
            await Server.StartAsync();
        }

        Server.Be("busy");
        Clock.Pass(Duration.FromMinutes(2));
        await TellAsync();
        Server.Be("take");
        Clock.Pass(Duration.FromMinutes(20));
        await TellAsync();
        await TellAsync();

        Assert.Equal(2, Server.Kept.Count);
    }

    [Fact]
    public async Task A_server_that_stays_away_for_a_day_is_a_reason_to_print()
    {
        var (mother, _) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "Nobody answers");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        var away = Host.Teller(new Away());
        for (var hour = 0; hour < 30; hour++)
        {
            await away.TellAsync(Cancel);
            Clock.Pass(Duration.FromHours(1));
        }

        Assert.Equal((WayToTell.Letter, DispatchState.ByHand), (await Host.DispatchesAsync(mother)).TakeLast(1).Select(d => (d.Way, d.State)).Single());
    }

    [Fact]
    public async Task Whoever_is_killed_while_sending_leaves_it_for_a_person_to_look_at()
    {
        var (mother, _) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "The machine was switched off");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);
        Clock.Pass(Duration.FromMinutes(5));
        var queue = new DispatchQueue(Host.Place.Database, Clock);
        foreach (var due in await queue.DueAsync(WayToTell.Email, Cancel))
        {
            // Taken, and never heard of again.
            Assert.NotNull(await queue.TakeAsync(due, service: null, Cancel));
        }

        await TellAsync();
        Assert.Equal(DispatchState.Sending, (await Host.DispatchesAsync(mother))[^1].State);
        Clock.Pass(Dispatch.Lease + Duration.FromSeconds(1));
        await TellAsync();

        Assert.Empty(Server.Kept);
        var left = (await Host.DispatchesAsync(mother))[^1];
        Assert.Equal((DispatchState.Unclear, "Kept was stopped while it was sending this"), (left.State, left.Problem));
    }
}
