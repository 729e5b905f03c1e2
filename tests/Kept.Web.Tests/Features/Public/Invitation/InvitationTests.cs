using System.Net;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Joining;
using Kept.Store.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.Invitation;

public sealed class InvitationTests(KeptHost host) : PageTest(host)
{
    private const string Password = "tractor velvet noon";

    [Fact]
    public async Task Somebody_new_chooses_a_password_and_is_in_and_the_address_works_once()
    {
        var token = await InviteAsync(await AddAsync("nadia.rahman@hillview.example"));
        var visitor = SignedOut();
        var page = await visitor.GetAsync($"/invitation?token={token}");
        Assert.Equal("You are invited to Hillview School", page.Heading);

        page = await visitor.SubmitAsync(page.Form(), ("Password", "hillview2026"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await visitor.SubmitAsync(page.Form(), ("Password", Password));
        await visitor.SetUpAppAsync(Clock, page);

        Assert.Equal("/account", (await visitor.GetAsync("/account")).Url);
        Assert.Equal("This invitation no longer works", (await SignedOut().GetAsync($"/invitation?token={token}")).Heading);
    }

    [Fact]
    public async Task A_newer_invitation_withdraws_the_older_and_a_week_ends_both()
    {
        var person = await AddAsync("old.and.new@hillview.example");
        var (older, newer) = (await InviteAsync(person), await InviteAsync(person));

        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync($"/invitation?token={older}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignedOut().GetAsync($"/invitation?token={newer}")).Status);
        Clock.Pass(Duration.FromDays(7));
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync($"/invitation?token={newer}")).Status);
    }

    [Fact]
    public async Task Whoever_lost_everything_starts_again_and_the_old_ways_in_are_closed()
    {
        var before = SignedOut();
        await before.SetUpAppAsync(Clock, World.Office.Email);
        var token = await InviteAsync(World.Office.Id);
        var visitor = SignedOut();
        var page = await visitor.GetAsync($"/invitation?token={token}");

        page = await visitor.SubmitAsync(page.Form(), ("Password", Password));
        await visitor.SetUpAppAsync(Clock, page);

        Assert.Equal("/sign-in", (await before.GetAsync("/today")).Address.AbsolutePath);
        Assert.Equal(["The email address or the password is not right"], (await SignedOut().PasswordAsync(World.Office.Email)).Errors);
        Assert.Equal("/sign-in/code", (await SignedOut().PasswordAsync(World.Office.Email, Password)).Url);
    }

    [Fact]
    public async Task An_account_from_another_school_is_joined_by_its_owner_and_never_overwritten()
    {
        var token = await InviteAsync(await AddAsync(World.RiversideSenco.Email));
        var visitor = SignedOut();
        var (key, _) = await visitor.SetUpAppAsync(Clock, World.RiversideSenco.Email);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignedOut().PostAsync("/invitation", ("Token", token), ("Password", Password))).Status);

        var page = await visitor.GetAsync($"/invitation?token={token}");
        page = await visitor.PressAsync(page.FormWith("Add Hillview School"), "Add Hillview School");
        Assert.Equal("Choose a school", page.Heading);
        page = await visitor.PressAsync(page.FormWith("Hillview School"), "Hillview School");
        Assert.Contains("Hillview School", page.Html, StringComparison.Ordinal);

        Clock.Pass(Duration.FromMinutes(1));
        var next = SignedOut();
        page = await next.PasswordAsync(World.RiversideSenco.Email);
        page = await next.SubmitAsync(page.Form("form[action='/sign-in/code']"), ("Code", SigningIn.CodeNow(key, Clock)));
        Assert.Equal("Choose a school", page.Heading);
        Assert.Equal("Sign in", (await next.GetAsync("/today")).Heading);
    }

    [Fact]
    public async Task An_invitation_does_not_join_somebody_else_s_account()
    {
        var token = await InviteAsync(await AddAsync(World.RiversidesOwn(StaffRole.ClassTeacher).Email));
        var other = SignedOut();
        await other.SetUpAppAsync(Clock, World.Administrator.Email);

        var page = await other.GetAsync($"/invitation?token={token}");
        page = await other.SubmitAsync(page.FormWith("Add Hillview School"));

        Assert.Equal(["This invitation is for somebody else. Sign in with the email address that it was made for"], page.Errors);
    }

    [Fact]
    public async Task Nobody_invites_somebody_whose_role_they_cannot_give()
    {
        await using var db = Host.OpenDb();
        var byAdministrator = new Invitations(db, World.Administrator.AsViewer, Clock);

        Assert.True((await byAdministrator.InviteAsync(World.Head.Id, Cancel)).Refused(out _));
        Assert.True((await byAdministrator.InviteAsync(World.RiversideSenco.Id, Cancel)).Refused(out _));
        Assert.True((await new Invitations(db, World.Teacher.AsViewer, Clock).InviteAsync(World.Assistant.Id, Cancel)).Refused(out _));
        Assert.False((await byAdministrator.InviteAsync(World.Governor.Id, Cancel)).Refused(out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=AAAA")]
    [InlineData("?token=%F0%9F%98%80")]
    [InlineData("?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_address_made_up_says_that_it_no_longer_works(string query) =>
        Assert.Equal("This invitation no longer works", (await SignedOut().GetAsync("/invitation" + query)).Heading);

    private async Task<Id<Person>> AddAsync(string email)
    {
        await using var db = Host.OpenDb();
        var register = new SchoolRegister(db, new OperatorViewer(World.Hillview.Id), Clock);
        var person = Person.Named(World.Hillview.Id, PersonKind.Staff, "Ms", "Nadia", "Rahman").OrThrow();
        person.Describe("NR", email, phone: null, job: null);
        register.Add(person);
        await register.SaveAsync(new PersonAdded(person.Id), Cancel);
        return person.Id;
    }

    private async Task<string> InviteAsync(Id<Person> person)
    {
        await using var db = Host.OpenDb();
        return (await new Invitations(db, new OperatorViewer(World.Hillview.Id), Clock).InviteAsync(person, Cancel)).OrThrow();
    }
}
