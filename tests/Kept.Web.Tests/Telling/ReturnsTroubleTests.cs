using Kept.Domain.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Telling;

/// <summary>Where the mailbox cannot be read, staff and whoever runs Kept learn so, in words that say nothing of what is in it.</summary>
public sealed class ReturnsTroubleTests(ReturnsHost host, MailServerProcess server, MailboxProcess mailbox) : ReturnsTest(host, server, mailbox)
{
    [Fact]
    public async Task A_wrong_password_is_said_until_it_is_right()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));

        await LookAsync(box with { Password = "wrong" });
        var trouble = await Mailboxes.TroubleAsync(box.Name, Cancel);
        Assert.Equal(("The mailbox’s server refused the account or its password", null), (trouble?.Sentence, trouble?.ReadAt));

        await LookAsync(box);
        var read = Clock.Now;
        Assert.Null(await Mailboxes.TroubleAsync(box.Name, Cancel));
        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(mother))[0].State);

        await LookAsync(box with { Password = "wrong again" });
        Assert.Equal(read, (await Mailboxes.TroubleAsync(box.Name, Cancel))?.ReadAt);
    }

    [Fact]
    public async Task A_server_that_went_away_is_read_when_it_is_back()
    {
        var box = Mailbox.New();
        var (mother, _, hers, _) = await BothAreMailedAsync();
        await Mailbox.PutAsync(box, Clock.Now, Report(MessageIdOf(hers), EmailOf(mother)));

        Mailbox.Stop();
        await LookAsync(box);
        Assert.Equal("The mailbox’s server could not be reached", (await Mailboxes.TroubleAsync(box.Name, Cancel))?.Sentence);

        await Mailbox.StartAsync();
        await LookAsync(box);
        Assert.Null(await Mailboxes.TroubleAsync(box.Name, Cancel));
        Assert.Equal(DispatchState.Failed, (await Host.DispatchesAsync(mother))[0].State);
    }

    [Fact]
    public async Task A_certificate_that_the_machine_does_not_trust_is_told_no_password()
    {
        var box = Mailbox.New();

        var look = await new ReturnsInbox(box, Clock).LookAsync(new InboxPlace(0, 0), Cancel);

        Assert.Equal("The mailbox’s server does not speak TLS here, or has a certificate that this machine does not trust", look.Trouble);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var box = new ReturnsServer("127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, "box", "secret");

        var look = await new ReturnsInbox(box, Clock, TimeSpan.FromSeconds(1), Mailbox.Trusts).LookAsync(new InboxPlace(7, 9), Cancel);

        Assert.Equal(("The mailbox’s server did not answer in time", new InboxPlace(7, 9)), (look.Trouble, look.Place));
    }

    [Fact]
    public async Task Staff_read_that_nobody_knows_what_came_back()
    {
        await BothParentsAsync();
        TestPage page;
        do
        {
            // The host’s own worker looks at its start, into a mailbox that is not there.
            page = await As(World.Office).GetAsync("/telling");
            await Task.Delay(50, Cancel);
        }
        while (!page.Text.Contains("Kept cannot read which emails came back", StringComparison.Ordinal));

        Assert.Contains("The mailbox’s server could not be reached. Tell whoever runs Kept.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", page.Text, StringComparison.Ordinal);
    }
}
