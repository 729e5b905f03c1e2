using System.Net;
using Kept.Domain.People;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Account;

/// <summary>A carer’s own phone in place of a letter: what it opens, whom it opens nothing, and how it ends.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    private const string Phones = "/family/account";
    private const string NotThis = "That did not work. Please try again, or use a letter or a link.";

    [Fact]
    public async Task A_phone_that_was_added_opens_what_the_letter_opened()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        using var phone = new SoftPhone();
        var added = await phone.MakeAsync(mother, Phones, name: "  Laura’s phone ");
        Assert.Equal(Phones, added.Url);
        Assert.Contains("Done. Next time you can come in with this phone.", added.Text, StringComparison.Ordinal);
        Assert.Contains("Laura’s phone", added.Texts(".settings b"));
        Assert.DoesNotContain("Last used", added.Text, StringComparison.Ordinal);

        var later = SignedOut();
        var inside = await phone.ComeInAsync(later);

        Assert.Equal("Leo: what we agreed", inside.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/family/hillview/{World.Zainab.Id}")).Status);
        Assert.StartsWith("/sign-in", (await later.GetAsync("/today")).Url, StringComparison.Ordinal);
        Assert.Contains("Last used", (await later.GetAsync(Phones)).Text, StringComparison.Ordinal);
        Assert.Equal("Leo: what we agreed", (await mother.GetAsync("/family")).Heading);
    }

    [Fact]
    public async Task Only_who_came_by_a_letter_or_a_link_just_now_adds_a_phone()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        using var phone = new SoftPhone();
        await phone.MakeAsync(mother, Phones);
        var bySofa = SignedOut();
        await phone.ComeInAsync(bySofa);
        Host.Clock.Pass(Duration.FromMinutes(16));

        foreach (var visitor in (TestClient[])[mother, bySofa])
        {
            var page = await visitor.GetAsync(Phones);
            Assert.Contains("first come in again with a letter or a link", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("[data-passkey], script"));
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync($"{Phones}?handler=Options")).Status);
            var forced = await visitor.PostAsync(Phones, ("Name", "theirs"), ("Credential", "{}"));
            Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
            Assert.Equal(["To add a phone, first come in again with a letter or a link. This keeps others out."], forced.Errors);
        }
    }

    [Fact]
    public async Task A_passkey_made_up_is_refused_and_what_was_typed_stays()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await mother.PostAsync($"{Phones}?handler=Options");

        var page = await mother.PostAsync(Phones, ("Name", "The blue one"), ("Credential", "{}"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([NotThis], page.Errors);
        Assert.Equal("The blue one", page.Document.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Five_phones_are_enough()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        for (var n = 0; n < 5; n++)
        {
            using var phone = new SoftPhone();
            await phone.MakeAsync(mother, Phones, name: $"Phone {n}");
        }

        var page = await mother.GetAsync(Phones);
        Assert.Equal(5, page.Texts(".settings b").Count);
        Assert.Contains("You cannot have more phones here", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await mother.PostAsync($"{Phones}?handler=Options")).Status);
    }

    [Fact]
    public async Task A_phone_that_is_removed_opens_nothing_and_whoever_has_it_is_out()
    {
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        using var lost = new SoftPhone();
        await lost.MakeAsync(mother, Phones, name: "Lost one");
        var finder = SignedOut();
        await lost.ComeInAsync(finder);

        // Another carer cannot remove it.
        var id = (await mother.GetAsync(Phones)).Document.QuerySelector(".settings input[name=Id]")!.GetAttribute("value");
        var other = await Host.AsCarerAsync(World.ZainabsMother, World.Zainab);
        await other.PostAsync($"{Phones}?handler=Remove", ("Id", id));
        await other.PostAsync($"{Phones}?handler=Remove", ("Id", "no id"));

        var page = await mother.GetAsync(Phones);
        page = await mother.SubmitAsync(page.Form("form[action$='handler=Remove']"));

        Assert.Equal(Phones, page.Url);
        Assert.Contains("no longer lets anyone in", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts(".settings b"));
        Assert.Equal("/family/enter", (await finder.GetAsync("/family")).Url);
        Assert.Equal([NotThis], (await lost.ComeInAsync(SignedOut())).Errors);
    }

    [Fact]
    public async Task Whom_a_court_has_stopped_reads_what_an_unknown_phone_reads()
    {
        var father = await Host.AsCarerAsync(World.LeosFather, World.Leo);
        using var phone = new SoftPhone();
        await phone.MakeAsync(father, Phones);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.NoContact);
        using var stranger = new SoftPhone();

        var stopped = await phone.ComeInAsync(SignedOut());
        var unknown = await stranger.ComeInAsync(SignedOut());

        Assert.Equal(HttpStatusCode.BadRequest, stopped.Status);
        Assert.Equal(unknown.Status, stopped.Status);
        Assert.Equal([NotThis], unknown.Errors);
        Assert.Equal(unknown.Text, stopped.Text);
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        Assert.Equal("Leo: what we agreed", (await phone.ComeInAsync(SignedOut())).Heading);
    }

    [Fact]
    public async Task Staff_end_every_passkey_and_every_visit_of_a_carer_at_each_school()
    {
        await RenameAsync(World.RubysMother, "Laura", "Bennett");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        await mother.AnswerAsync(await Host.LetterAsync(World.RubysMother, World.Ruby), World.Ruby.Born);
        using var phone = new SoftPhone();
        await phone.MakeAsync(mother, Phones);
        var finder = SignedOut();
        Assert.Equal(["Leo", "Ruby"], (await phone.ComeInAsync(finder)).Texts("main li").Order(StringComparer.Ordinal));

        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite")).FormWith("End letter and sign-in"));

        Assert.Equal([NotThis], (await phone.ComeInAsync(SignedOut())).Errors);
        foreach (var visitor in (TestClient[])[mother, finder])
        {
            Assert.Equal("/family/enter", (await visitor.GetAsync("/family")).Url);
            Assert.Equal("/family/enter", (await visitor.GetAsync($"/family/riverside/{World.Ruby.Id}")).Url);
        }

        await RenameAsync(World.RubysMother, "Orla", "Walsh");
    }

    [Fact]
    public async Task A_phone_of_one_school_does_not_open_the_child_of_another_that_comes_later()
    {
        await RenameAsync(World.RubysMother, "Laura", "Bennett");
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        using var phone = new SoftPhone();
        await phone.MakeAsync(mother, Phones);

        await mother.AnswerAsync(await Host.LetterAsync(World.RubysMother, World.Ruby), World.Ruby.Born);

        Assert.Equal(["Leo", "Ruby"], (await mother.GetAsync("/family")).Texts("main li").Order(StringComparer.Ordinal));
        Assert.Equal([NotThis], (await phone.ComeInAsync(SignedOut())).Errors);
        await RenameAsync(World.RubysMother, "Orla", "Walsh");
    }

    [Fact]
    public async Task A_new_letter_leaves_the_old_phone_outside()
    {
        using var phone = new SoftPhone();
        await phone.MakeAsync(await Host.AsCarerAsync(World.LeosMother, World.Leo), Phones);

        await Host.AsCarerAsync(World.LeosMother, World.Leo);

        Assert.Equal([NotThis], (await phone.ComeInAsync(SignedOut())).Errors);
    }

    [Fact]
    public async Task A_passkey_of_staff_opens_nothing_for_families_and_one_of_a_carer_nothing_for_staff()
    {
        using var work = new SoftPhone();
        Assert.Equal("/account", (await work.MakeAsync(As(World.Senco), "/account/passkeys/add")).Url);
        using var home = new SoftPhone();
        await home.MakeAsync(await Host.AsCarerAsync(World.LeosMother, World.Leo), Phones);

        Assert.Equal([NotThis], (await work.ComeInAsync(SignedOut())).Errors);
        var visitor = SignedOut();
        Assert.Equal(["That passkey was not accepted. Try again, or use your password"], (await home.SignInAsStaffAsync(visitor)).Errors);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/schools")).Url, StringComparison.Ordinal);
        Assert.Equal("/today", (await work.SignInAsStaffAsync(SignedOut())).Url);
    }

    private async Task RenameAsync(TestPerson carer, string given, string family)
    {
        await using var db = Host.OpenDb(carer.SchoolId);
        var record = await Host.RecordOfAsync(db, World.RiversideSenco);
        var person = await record.People.SingleAsync(p => p.Id == carer.Id, Cancel);
        Assert.Null(await record.SaveAsync(person.Rename("Mrs", given, family).OrThrow(), Cancel));
    }
}
