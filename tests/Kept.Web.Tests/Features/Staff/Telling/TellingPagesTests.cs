using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Telling;

/// <summary>What staff see and do about telling families: who waits for their hands, what may not have arrived, and news to many.</summary>
public sealed class TellingPagesTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task Who_is_to_be_told_by_hand_stands_in_the_list_until_somebody_says_that_they_did()
    {
        await BothParentsAsync();
        await World.AddEntryAsync(World.Zainab, "Zainab speaks more");
        await PassGraceAndTellAsync();

        var office = As(World.Office);
        Assert.Contains("1 letter waits", (await office.GetAsync("/telling")).Text, StringComparison.Ordinal);
        var page = await office.GetAsync("/telling/letters");
        var row = Assert.Single(page.Texts(".settings li"), r => r.Contains("Mrs Fatima Ali", StringComparison.Ordinal));
        Assert.Contains("a conversation that is shared", row, StringComparison.Ordinal);
        Assert.Contains("Urdu, with an interpreter", row, StringComparison.Ordinal);
        Assert.Contains("No way in yet", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Yusuf", page.Text, StringComparison.Ordinal);

        var after = await office.SubmitAsync(page.FormWith("I have told them: Mrs Fatima Ali"));
        Assert.Contains("you have told Mrs Fatima Ali", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Texts(".settings li"), r => r.Contains("Mrs Fatima Ali", StringComparison.Ordinal));

        // Pressed again, from the page that was still open.
        Assert.DoesNotContain("you have told", (await office.SubmitAsync(page.FormWith("I have told them: Mrs Fatima Ali"))).Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.Equal(1, await db.LedgerLinks.CountAsync(l => l.Kind == "carer-told-by-hand", Cancel));
    }

    [Fact]
    public async Task What_may_not_have_arrived_goes_out_again_only_when_somebody_says_so()
    {
        var (mother, _) = await BothParentsAsync();
        var entry = await World.AddEntryAsync(World.Leo, "The server broke off");
        Server.Be("lose");
        await PassGraceAndTellAsync();
        Server.Be("take");

        var senco = As(World.Senco);
        var page = await senco.GetAsync("/telling");
        Assert.Contains("May not have arrived", page.Text, StringComparison.Ordinal);
        Assert.Contains(EmailOf(mother), page.Text, StringComparison.Ordinal);
        Assert.Contains("May not have arrived", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
        await senco.SubmitAsync(page.FormWith("Send again to Ms Laura Bennett"));
        await TellAsync();

        Assert.Single(Server.Kept);
        Assert.Contains("Emailed", (await As(World.Senco).GetAsync($"/entries/{entry.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_of_a_carers_concern_from_who_is_to_be_told()
    {
        await BothParentsAsync();
        var enquiry = await World.AddEnquiryAsync(World.Zainab, "Raised by her mother", visibility: Visibility.Staff);
        await using (var db = Host.OpenDb())
        {
            var dispatch = Dispatch.To(await db.People.SingleAsync(p => p.Id == World.ZainabsMother.Id, Cancel), WayToTell.Person, "ur", Clock.Now);
            db.AddRange(dispatch, new Notice
            {
                Id = Id<Notice>.New(),
                SchoolId = World.Hillview.Id,
                CarerId = World.ZainabsMother.Id,
                TidingId = Id<Tiding>.New(),
                PupilId = World.Zainab.Id,
                Of = NoticeOf.Answer,
                AboutId = enquiry.Id.Value,
                Visibility = NoticeOf.Answer.Visibility(),
                MadeAt = Clock.Now,
                DispatchId = dispatch.Id
            });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Contains("Mrs Fatima Ali", (await As(World.Senco).GetAsync("/telling")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Fatima Ali", (await As(World.Office).GetAsync("/telling")).Text, StringComparison.Ordinal);
        // Of 5E, and not Zainab's.
        Assert.DoesNotContain("Mrs Fatima Ali", (await As(World.Teacher).GetAsync("/telling")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Fatima Ali", (await As(World.RiversideSenco).GetAsync("/telling")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync("/telling")).Status);
    }

    [Fact]
    public async Task News_says_first_how_many_it_goes_to_and_then_how_far_it_has_come()
    {
        var (mother, father) = await BothParentsAsync();
        var senco = As(World.Senco);
        var form = await senco.GetAsync("/telling/news/write");
        var empty = await senco.PressAsync(form.Form(), "See who will be told");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Enter a title", empty.Text, StringComparison.Ordinal);

        var look = await senco.PressAsync(form.Form(), "See who will be told", ("Form.Title", "Coffee morning"), ("Form.Words", "Tuesday at nine, in the hall."));
        // Leo's parents, Zainab's mother, and whoever other tests added; never Zainab's father.
        Assert.Matches("[0-9]+ carers will be told", look.Text);
        var told = await senco.PressAsync(look.Form(), "Tell them");
        Assert.StartsWith("/telling/news/", told.Url, StringComparison.Ordinal);
        await senco.PressAsync(look.Form(), "Tell them");
        await PassGraceAndTellAsync();

        var page = await As(World.Senco).GetAsync($"/telling/news/{told.Url.Split('/')[^1]}");
        Assert.Contains("Tuesday at nine, in the hall.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still to go out", page.Text, StringComparison.Ordinal);
        foreach (var parent in new[] { mother, father })
        {
            Assert.Single(Server.Kept, m => m.Contains(EmailOf(parent), StringComparison.OrdinalIgnoreCase));
        }

        Assert.Contains("Coffee morning", (await As(World.Senco).GetAsync("/telling/news")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(told.Url)).Status);
        await using var db = Host.OpenDb();
        Assert.False(await db.Notices.AnyAsync(n => n.CarerId == World.ZainabsFather.Id, Cancel));
    }

    [Fact]
    public async Task News_that_was_a_mistake_is_taken_back_before_anybody_is_told()
    {
        var (mother, _) = await BothParentsAsync();
        var news = await World.AddNewsAsync("A mistake");
        await TellAsync();
        var senco = As(World.Senco);
        var page = await senco.GetAsync($"/telling/news/{news.Id}");
        Assert.Contains("still to go out", page.Text, StringComparison.Ordinal);

        Assert.Contains("Taken back", (await senco.SubmitAsync(page.FormWith("Take it back"))).Text, StringComparison.Ordinal);
        await PassGraceAndTellAsync();

        Assert.Empty(Server.Kept);
        Assert.DoesNotContain("A mistake", (await (await Host.AsCarerAsync(mother, World.Leo)).GetAsync($"/family/hillview/{World.Leo.Id}/news")).Text, StringComparison.Ordinal);
        Assert.Contains("Too late", (await senco.SubmitAsync(page.FormWith("Take it back"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_families_are_worked_out_in_the_background_and_each_is_told_once()
    {
        await BothParentsAsync();
        const int many = 2000;
        await using (var db = Host.OpenDb())
        {
            for (var n = 0; n < many; n++)
            {
                var carer = Person.Named(World.Hillview.Id, PersonKind.Carer, "Mx", "Many", $"Family{n:0000}").OrThrow();
                db.AddRange(carer, new Relationship { Id = Id<Relationship>.New(), SchoolId = World.Hillview.Id, PupilId = World.Noah.Id, CarerId = carer.Id, Kind = "carer" });
            }

            await new Store.Ledger.LedgerWriter(db, new OperatorViewer(World.Hillview.Id), Clock).SaveAsync([new RelationshipChanged(World.Noah.Id, default), new PersonChanged(default)], Cancel);
        }

        var news = News.Write(Id<News>.New(), World.Hillview.Id, "For all", "Words", yearGroup: "9", World.Senco.Id, Clock.Now).OrThrow();
        await using (var db = Host.OpenDb())
        {
            Assert.Null(await new Store.Telling.TellingRegister(db, World.Senco.AsViewer, Clock).TellAsync(news, await Host.RecordOfAsync(db, World.Senco), Cancel));
        }

        await Task.WhenAll(Host.Teller(Sender).TellAsync(Cancel), Host.Teller(Sender).TellAsync(Cancel));
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await TellAsync();

        var notices = await Host.NoticesAsync(news.Id.Value);
        Assert.Equal(many, notices.Count);
        Assert.Equal(many, notices.Select(n => n.CarerId).Distinct().Count());
        Assert.All(notices, n => Assert.NotNull(n.DispatchId));
    }
}
