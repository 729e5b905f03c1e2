using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using MailKit;
using MimeKit;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>A mailbox is read to its end whatever breaks, each mail once, and left as it was found.</summary>
public sealed class ReturnsReaderTests(ReturnsHost host, MailServerProcess server, MailboxProcess mailbox) : ReturnsTest(host, server, mailbox)
{
    [Fact]
    public async Task Nothing_in_the_mailbox_is_changed_and_what_was_read_is_not_read_again()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Letter("Something else"), Report(MessageIdOf(hers), EmailOf(mother)), Letter("And more"));

        var first = await Inbox(box).LookAsync(new InboxPlace(0, 0), Cancel);
        var second = await Inbox(box).LookAsync(first.Place, Cancel);

        Assert.Equal((1, 0), (first.Reports.Count, second.Reports.Count));
        Assert.Equal((3u, null, null), (first.Place.LastUid, first.Trouble, second.Trouble));
        Assert.Equal(first.Place, second.Place);
        Assert.Equal([(1u, MessageFlags.None), (2u, MessageFlags.None), (3u, MessageFlags.None)], (await Mailbox.MarksAsync(box)).Select(m => (m.Uid, m.Flags & ~MessageFlags.Recent)));
    }

    [Fact]
    public async Task The_first_look_goes_back_over_what_may_still_count_and_no_further()
    {
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now - Duration.FromDays(17), Report(MessageIdOf(hers), EmailOf(mother)));
        await Mailbox.PutAsync(box, Clock.Now - Duration.FromDays(13), Report(MessageIdOf(his), EmailOf(father)));

        var look = await Inbox(box).LookAsync(new InboxPlace(0, 0), Cancel);

        Assert.Equal(MessageIdOf(his), Assert.Single(look.Reports).MessageId);
    }

    [Fact]
    public async Task Where_the_numbers_begin_anew_nothing_is_missed()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Letter("One"), Letter("Two"), Letter("Three"));
        var before = await Inbox(box).LookAsync(new InboxPlace(0, 0), Cancel);
        await LookAsync(box);
        await Mailbox.BeginAnewAsync(box);
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));
        var after = await Inbox(box).LookAsync(before.Place, Cancel);
        Assert.NotEqual(before.Place.Validity, after.Place.Validity);
        Assert.Equal(1u, after.Place.LastUid);

        await LookAsync(box);

        Assert.Equal([(WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)], await WaysOfAsync(mother));
    }

    [Fact]
    public async Task What_is_too_large_is_left_and_what_stands_behind_it_is_read()
    {
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother), extra: ReturnsInbox.MostBytes), Report(MessageIdOf(his), EmailOf(father), extra: ReturnsInbox.MostBytes / 2));

        await LookAsync(box);

        Assert.Equal([(WayToTell.Email, DispatchState.Sent)], await WaysOfAsync(mother));
        Assert.Equal([(WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)], await WaysOfAsync(father));
    }

    [Fact]
    public async Task Mail_that_is_broken_keeps_nobody_from_what_stands_behind_it()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(
            box,
            Clock.Now,
            Loaded("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction"),
            Loaded("Content-Type: multipart/report\n\n"),
            Loaded("Content-Type: ;;;\n\nx"),
            Loaded("\n"),
            Loaded("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 3000))),
            Report(MessageIdOf(hers), EmailOf(mother)));

        await LookAsync(box);

        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(mother))[0].State);
    }

    [Fact]
    public async Task More_than_one_look_takes_is_read_by_the_next_at_once()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, [.. Enumerable.Range(0, 500).Select(n => Letter($"{n}")), Report(MessageIdOf(hers), EmailOf(mother))]);

        await LookAsync(box);
        Assert.Equal(DispatchState.Sent, (await Host.DispatchesAsync(mother))[0].State);
        await Reader(box).LookAsync(Cancel);

        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(mother))[0].State);
    }

    [Fact]
    public async Task Wherever_the_line_breaks_each_report_is_followed_once()
    {
        const int step = 600;
        var box = Mailbox.New();
        var (mother, father, hers, his) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)), Letter("Between them"), Report(MessageIdOf(his), EmailOf(father)));

        var (broken, both) = (0, false);
        for (var bytes = step; !both; bytes += step)
        {
            await using var line = new CutLine(box.Port, bytes);
            Clock.Pass(ReturnsMailboxes.BetweenLooks);
            await Reader(box, line.Port).LookAsync(Cancel);
            both = !line.HasBroken;
            broken += both ? 0 : 1;
            var trouble = await Mailboxes.TroubleAsync(box.Name, Cancel);
            Assert.Equal(both, trouble is null);
        }

        Assert.InRange(broken, 5, 100);
        foreach (var parent in new[] { mother, father })
        {
            Assert.Equal([(WayToTell.Email, DispatchState.Failed), (WayToTell.Letter, DispatchState.ByHand)], await WaysOfAsync(parent));
        }
    }

    [Fact]
    public async Task A_node_that_was_stopped_in_the_middle_is_followed_by_another()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));
        var stopped = (await Mailboxes.TakeAsync(box.Name, Cancel))!;

        await Reader(box).LookAsync(Cancel);
        Assert.Equal(DispatchState.Sent, (await Host.DispatchesAsync(mother))[0].State);

        await LookAsync(box);
        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(mother))[0].State);

        // It wakes, and has nothing to say any more.
        await Mailboxes.LookedAsync(stopped, validity: 1, lastUid: 9, isMore: true, "Asleep", Cancel);
        Assert.Null(await Mailboxes.TroubleAsync(box.Name, Cancel));
        Assert.Null(await Mailboxes.TakeAsync(box.Name, Cancel));
    }

    private static MimeMessage Letter(string subject) => Loaded($"From: parent@home.example\nTo: kept@hillview.example\nSubject: {subject}\n\nThank you.");

    private ReturnsInbox Inbox(ReturnsServer box) => new(box, Clock, TimeSpan.FromSeconds(20), Mailbox.Trusts);
}
