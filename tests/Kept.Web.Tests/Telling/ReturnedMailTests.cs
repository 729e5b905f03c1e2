using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>What comes back hours later goes the next way, as if it had been refused at once; and nobody can do more than that by a false report.</summary>
public sealed class ReturnedMailTests(ReturnsHost host, MailServerProcess server, MailboxProcess mailbox) : ReturnsTest(host, server, mailbox)
{
    private static readonly (WayToTell, DispatchState)[] Mailed = [(WayToTell.Email, DispatchState.Sent)];
    private static readonly (WayToTell, DispatchState)[] GoesAnotherWay = [(WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)];

    [Fact]
    public async Task What_came_back_goes_the_next_way_and_staff_read_why()
    {
        var box = Mailbox.New();
        var (mother, father, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));

        await LookAsync(box);
        await TellAsync();

        Assert.Equal(GoesAnotherWay, await WaysOfAsync(mother));
        Assert.Equal(Mailed, await WaysOfAsync(father));
        var page = await As(World.Senco).GetAsync("/telling/letters");
        Assert.Contains($"Could not be reached at {EmailOf(mother)}. The email came back: there is no such mailbox (5.1.1)", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_may_not_have_arrived_is_known_not_to_have()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await SetAsync(hers, set => set.SetProperty(d => d.State, DispatchState.Unclear));
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));

        await LookAsync(box);

        Assert.Equal(GoesAnotherWay, await WaysOfAsync(mother));
    }

    [Fact]
    public async Task What_the_carer_has_opened_has_arrived_whatever_a_report_says()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await using (var db = Host.OpenDb())
        {
            await db.Notices.Where(n => n.DispatchId == hers.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.OpenedAt, Clock.Now), Cancel);
        }

        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));
        await LookAsync(box);

        Assert.Equal(Mailed, await WaysOfAsync(mother));
    }

    [Fact]
    public async Task A_report_that_does_not_fit_changes_nothing()
    {
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        var (id, address) = (MessageIdOf(hers), EmailOf(mother));
        await Mailbox.PutAsync(
            box,
            Clock.Now,
            Report(id, EmailOf(father)),
            Report(id, "somebody@else.example"),
            Report(id, address, action: "delayed"),
            Report(id, address, action: "delivered"),
            Report(id.Replace("hillview.example", "riverside.example", StringComparison.Ordinal), address),
            Report($"{id}@hillview.example", address),
            Report($"x{id}", address),
            Report($"{Id<Dispatch>.New()}@hillview.example", address),
            Report(MessageIdOf(his), address),
            Loaded($"From: {address}\nTo: kept@hillview.example\nSubject: Re: Something new\nIn-Reply-To: <{id}>\n\nPlease send it to somebody else: {address}"));

        await LookAsync(box);

        Assert.Equal(Mailed, await WaysOfAsync(mother));
        Assert.Equal(Mailed, await WaysOfAsync(father));

        // All were read: the one that fits is found behind them.
        await Mailbox.PutAsync(box, Clock.Now, Report(id, address.ToUpperInvariant()));
        await LookAsync(box);
        Assert.Equal(GoesAnotherWay, await WaysOfAsync(mother));
    }

    [Fact]
    public async Task A_link_that_came_back_stands_before_staff_unless_the_carer_came_in_by_it()
    {
        var box = Mailbox.New();
        await BothParentsAsync();
        var (lost, used) = (await LinkAsync(World.LeosMother), await LinkAsync(World.LeosFather));
        await using (var db = Host.OpenDb())
        {
            db.Add(TakenUp(World.LeosFather));
            await db.SaveChangesAsync(Cancel);
        }

        await Mailbox.PutAsync(box, Clock.Now, Report($"{lost}@hillview.example", EmailOf(World.LeosMother)), Report($"{used}@hillview.example", EmailOf(World.LeosFather)));
        await LookAsync(box);

        var page = await As(World.Senco).GetAsync("/telling");
        var row = Assert.Single(page.Texts(".settings li"), r => r.Contains("About their link to come in", StringComparison.Ordinal));
        Assert.Contains(World.LeosMother.Name, row, StringComparison.Ordinal);
        Assert.Contains("The email came back: there is no such mailbox (5.1.1)", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_school_sent_to_another_address_is_not_touched()
    {
        var box = Mailbox.New();
        var (mother, _, _, _) = await BothAreMailedAsync();
        var theirs = await LinkAsync(World.RubysMother);
        await Mailbox.PutAsync(box, Clock.Now, Report($"{theirs}@hillview.example", EmailOf(mother)));

        await LookAsync(box);

        Assert.Equal(Mailed, await WaysOfAsync(mother));
        await using var db = Host.OpenDb(World.Riverside.Id);
        Assert.Equal(DispatchState.Sent, (await db.Dispatches.SingleAsync(d => d.Id == theirs, Cancel)).State);
    }

    [Fact]
    public async Task After_two_weeks_and_of_what_a_service_has_sent_no_report_is_believed()
    {
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        await SetAsync(hers, set => set.SetProperty(d => d.SettledAt, Clock.Now - Dispatch.ComesBackWithin));
        await SetAsync(his, set => set.SetProperty(d => d.Service, "notify"));
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)), Report(MessageIdOf(his), EmailOf(father)));

        await LookAsync(box);

        Assert.Equal(Mailed, await WaysOfAsync(mother));
        Assert.Equal(Mailed, await WaysOfAsync(father));
    }

    [Fact]
    public async Task The_same_report_twice_and_two_nodes_at_once_take_one_next_way()
    {
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)), Report(MessageIdOf(hers), EmailOf(mother)), Report(MessageIdOf(his), EmailOf(father)));
        Clock.Pass(ReturnsMailboxes.BetweenLooks);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Reader(box).LookAsync(Cancel)));
        await LookAsync(box);
        await LookAsync(box);

        Assert.Equal(GoesAnotherWay, await WaysOfAsync(mother));
        Assert.Equal(GoesAnotherWay, await WaysOfAsync(father));
    }

    [Fact]
    public async Task A_parent_who_may_not_be_told_any_more_is_not_told_by_a_report()
    {
        var box = Mailbox.New();
        var (_, father, _, his) = await BothAreMailedAsync();
        await World.RestrictAsync(World.Leo, father, Domain.People.ContactRestriction.NoContact);
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(his), EmailOf(father)));

        await LookAsync(box);
        await TellAsync();

        var page = await As(World.Senco).GetAsync("/telling/letters");
        Assert.DoesNotContain(father.Name, page.Text, StringComparison.Ordinal);
    }

    /// <summary>A link to come in was mailed.</summary>
    private async Task<Id<Dispatch>> LinkAsync(TestPerson carer)
    {
        await using var db = Host.OpenDb(carer.SchoolId);
        var sent = new Dispatch
        {
            Id = Id<Dispatch>.New(),
            SchoolId = carer.SchoolId,
            CarerId = carer.Id,
            Of = DispatchOf.WayIn,
            Way = WayToTell.Email,
            Address = EmailOf(carer),
            Language = "en",
            MadeAt = Clock.Now,
            State = DispatchState.Sent,
            NextAt = Clock.Now,
            SettledAt = Clock.Now
        };
        db.Add(sent);
        await db.SaveChangesAsync(Cancel);
        return sent.Id;
    }

    /// <summary>The invitation by which they came in.</summary>
    private CarerInvitation TakenUp(TestPerson carer)
    {
        var invitation = new CarerInvitation
        {
            Id = Id<CarerInvitation>.New(),
            SchoolId = carer.SchoolId,
            CarerId = carer.Id,
            MadeById = carer.Id,
            MadeAt = Clock.Now,
            CodeHash = new byte[32],
            Until = Clock.Now + CarerInvitation.AskedForLasts
        };
        Assert.True(invitation.Answer(World.Leo.Born, [World.Leo.Born], Clock.Now));
        return invitation;
    }

    private async Task SetAsync(Dispatch row, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Dispatch>> set)
    {
        await using var db = Host.OpenDb();
        await db.Dispatches.Where(d => d.Id == row.Id).ExecuteUpdateAsync(set, Cancel);
    }
}
