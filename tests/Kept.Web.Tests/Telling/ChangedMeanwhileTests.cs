using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>Between what happened and somebody being told of it lie hours: what changes meanwhile counts.</summary>
public sealed class ChangedMeanwhileTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task The_first_message_of_the_school_and_the_last_are_told_too()
    {
        await BothParentsAsync();
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "About the trip", by: World.Teacher);
        await PassGraceAndTellAsync();
        Assert.Single(Server.Kept);

        await World.CloseThreadAsync(thread, "It is booked", World.Teacher);
        await PassGraceAndTellAsync();

        // And nobody but its carer.
        Assert.Equal(2, Server.Kept.Count(m => m.Contains(EmailOf(World.LeosMother), StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(2, Server.Kept.Count);
    }

    [Fact]
    public async Task A_link_that_waits_goes_to_nobody_who_has_been_shut_out()
    {
        await BothParentsAsync();
        await AskAsync("laura.bennett@home.example");
        await Host.Teller(new Away()).TellAsync(Cancel);
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite");
        await senco.SubmitAsync(page.FormWith("End letter and sign-in"));

        Clock.Pass(Duration.FromHours(1));
        await TellAsync();

        Assert.Empty(Server.Kept);
    }

    [Fact]
    public async Task What_waits_goes_to_the_address_that_the_school_has_now()
    {
        var (mother, _) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "The address was wrong");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);
        await DescribeAsync(mother, "laura.new@home.example");
        try
        {
            Clock.Pass(Duration.FromHours(1));
            await TellAsync();

            Assert.Contains(Server.Kept, m => m.Contains("laura.new@home.example", StringComparison.Ordinal));
            Assert.DoesNotContain(Server.Kept, m => m.Contains("laura.bennett@home.example", StringComparison.Ordinal));
        }
        finally
        {
            await DescribeAsync(mother, "laura.bennett@home.example");
        }
    }

    [Fact]
    public async Task What_waits_for_a_persons_hands_is_gone_from_the_list_with_a_court_order_or_when_it_is_not_shared_any_more()
    {
        await BothParentsAsync();
        var entry = await World.AddEntryAsync(World.Zainab, "To be said at the gate");
        await PassGraceAndTellAsync();
        Assert.Contains("Mrs Fatima Ali", (await As(World.Senco).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);

        await using (var db = Host.OpenDb())
        {
            await db.LogEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Visibility, Visibility.Staff), Cancel);
        }

        Assert.DoesNotContain("Mrs Fatima Ali", (await As(World.Senco).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        await World.AddEntryAsync(World.Zainab, "To be said later");
        await PassGraceAndTellAsync();
        Assert.Contains("Mrs Fatima Ali", (await As(World.Senco).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        await World.RestrictAsync(World.Zainab, World.ZainabsMother, ContactRestriction.NoContact);
        try
        {
            Assert.DoesNotContain("Mrs Fatima Ali", (await As(World.Senco).GetAsync("/telling/letters")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await World.RestrictAsync(World.Zainab, World.ZainabsMother, ContactRestriction.None);
        }
    }

    [Fact]
    public async Task Who_has_told_them_has_not_told_what_came_since_they_looked()
    {
        await BothParentsAsync();
        await World.AddEntryAsync(World.Zainab, "The first thing");
        await PassGraceAndTellAsync();
        var office = As(World.Office);
        var looked = await office.GetAsync("/telling/letters");
        await World.AddEntryAsync(World.Zainab, "The second thing");
        await PassGraceAndTellAsync();

        var refused = await office.SubmitAsync(looked.FormWith("I have told them: Mrs Fatima Ali"));

        Assert.Contains("Something more has come for them since you looked", refused.Text, StringComparison.Ordinal);
        Assert.Equal(DispatchState.ByHand, (await Host.DispatchesAsync(World.ZainabsMother))[^1].State);
        Assert.Contains("you have told Mrs Fatima Ali", (await office.SubmitAsync(refused.FormWith("I have told them: Mrs Fatima Ali"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_waits_when_a_school_stops_sending_mail_becomes_letters()
    {
        var (mother, _) = await BothParentsAsync();
        await World.AddEntryAsync(World.Leo, "No mail any more");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);

        Clock.Pass(Duration.FromHours(1));
        await Host.Teller().TellAsync(Cancel);

        Assert.Equal((WayToTell.Letter, DispatchState.ByHand), (await Host.DispatchesAsync(mother)).Select(d => (d.Way, d.State)).Last());
    }

    [Fact]
    public async Task News_is_taken_back_even_where_the_mail_server_is_away()
    {
        await BothParentsAsync();
        var news = await World.AddNewsAsync("Not this");
        await Host.Teller(new Away()).TellAsync(Cancel);
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);
        await using (var db = Host.OpenDb())
        {
            Assert.True(await new Store.Telling.TellingRegister(db, World.Senco.AsViewer, Clock).TakeBackAsync(news.Id, Cancel));
        }

        Clock.Pass(Duration.FromHours(1));
        await TellAsync();

        Assert.Empty(Server.Kept);
    }

    [Fact]
    public async Task A_link_that_somebody_waits_for_comes_before_the_news_for_all()
    {
        await BothParentsAsync();
        await World.AddNewsAsync("For everybody");
        await Host.Teller(new Away()).TellAsync(Cancel);
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await Host.Teller(new Away()).TellAsync(Cancel);
        Clock.Pass(Duration.FromHours(1));
        await AskAsync("laura.bennett@home.example");

        var due = await new Store.Telling.DispatchQueue(Host.Place.Database, Clock).DueAsync(WayToTell.Email, Cancel);

        Assert.True(due.Count > 1);
        Assert.Equal(DispatchOf.WayIn, due[0].Of);
    }

    [Fact]
    public async Task A_link_that_could_not_be_sent_ends_none_that_works()
    {
        await BothParentsAsync();
        var letter = await Host.LetterAsync(World.LeosMother, World.Leo);
        await AskAsync("laura.bennett@home.example");
        await Host.Teller(new Away()).TellAsync(Cancel);

        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.CarerInvitations.CountAsync(i => i.CarerId == World.LeosMother.Id && i.EndedAt == null, Cancel));
        Assert.StartsWith("/family", (await SignedOut().AnswerAsync(letter, World.Leo.Born)).Url, StringComparison.Ordinal);
    }

    private async Task AskAsync(string email)
    {
        var visitor = SignedOut();
        var page = await visitor.GetAsync("/family/enter");
        await visitor.SubmitAsync(page.FormWith("Send me a link"), ("Email", email));
    }

    private async Task DescribeAsync(TestPerson carer, string email)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var person = await record.People.SingleAsync(p => p.Id == carer.Id, Cancel);
        Assert.Null(await record.SaveAsync(person.Describe(null, email, person.Phone, null), Cancel));
    }
}
