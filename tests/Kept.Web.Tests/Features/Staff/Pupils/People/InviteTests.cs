using System.Net;
using Kept.Domain.Families;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

/// <summary>Staff let a carer in by a letter, and end it.</summary>
public sealed class InviteTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Staff_read_how_many_phones_let_a_carer_in_and_end_them_all()
    {
        var page = $"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/invite";
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.Contains("No phone lets them in without a letter or a link.", (await As(World.Senco).GetAsync(page)).Text, StringComparison.Ordinal);
        using var phone = new SoftPhone();
        using var second = new SoftPhone();
        await phone.MakeAsync(mother, "/family/account", name: "Laura’s own phone");
        Assert.Contains("One phone lets them in without a letter.", (await As(World.Senco).GetAsync(page)).Text, StringComparison.Ordinal);
        await second.MakeAsync(mother, "/family/account", name: "Tablet");
        await phone.ComeInAsync(SignedOut());

        var seen = await As(World.Senco).GetAsync(page);
        Assert.Contains("2 phones let them in without a letter.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Laura’s own phone", seen.Html, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await As(World.Governor).GetAsync(page)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await As(World.RiversideSenco).GetAsync(page)).Status);

        var senco = As(World.Senco);
        await senco.SubmitAsync((await senco.GetAsync(page)).FormWith("End letter and sign-in"));
        Assert.DoesNotContain("let them in without a letter", (await senco.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await phone.ComeInAsync(SignedOut())).Errors);
    }

    [Fact]
    public async Task The_letter_is_in_the_carers_language_and_leads_to_a_way_in()
    {
        var office = As(World.Office);
        var page = await office.GetAsync(Invite(World.Zainab, World.ZainabsMother));
        Assert.Contains("Urdu", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody who speaks it has checked", page.Text, StringComparison.Ordinal);

        var letter = await office.SubmitAsync(page.FormWith("Make the letter"));
        var paper = letter.Document.QuerySelector(".letter-home")!;
        Assert.Equal("ur", paper.GetAttribute("lang"));
        Assert.Equal("rtl", paper.GetAttribute("dir"));
        Assert.Contains("Mrs Fatima Ali", paper.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", paper.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", paper.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$", letter.Texts(".letter-home .key").Single());

        var after = await office.GetAsync(Invite(World.Zainab, World.ZainabsMother));
        Assert.Contains($"by {World.Office.Name}. Works until", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Texts(".letter-home .key").Single(), after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_court_keeps_from_the_child_is_not_invited_even_by_a_posted_form()
    {
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Invite(World.Zainab, World.ZainabsFather));
        Assert.Contains("A court order stands between", page.Text, StringComparison.Ordinal);

        var forced = await senco.PostAsync(Invite(World.Zainab, World.ZainabsFather) + "?handler=Letter");
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        Assert.Empty(forced.Texts(".letter-home"));
        await using var db = Host.OpenDb();
        Assert.False(await db.CarerInvitations.AnyAsync(i => i.CarerId == World.ZainabsFather.Id, Cancel));
    }

    [Fact]
    public async Task Without_a_date_of_birth_there_is_nothing_to_ask_and_staff_read_what_to_do()
    {
        await ForgetBirthdayAsync(World.Noah);
        await using (var db = Host.OpenDb())
        {
            var record = await Host.RecordOfAsync(db, World.Senco);
            record.Add(new Kept.Domain.People.Relationship
            {
                Id = Kept.Domain.Id<Kept.Domain.People.Relationship>.New(),
                SchoolId = World.Hillview.Id,
                PupilId = World.Noah.Id,
                CarerId = World.LeosFather.Id,
                Kind = "uncle"
            });
            Assert.Null(await record.SaveAsync(new Kept.Domain.People.RelationshipChanged(World.Noah.Id, World.LeosFather.Id), Cancel));
        }

        // He is Leo's father too, whose birthday is known.
        Assert.Empty((await As(World.Senco).GetAsync(Invite(World.Noah, World.LeosFather))).Texts(".do-not"));
        await ForgetBirthdayAsync(World.Leo);
        Assert.Contains("Add the date of birth first", (await As(World.Senco).GetAsync(Invite(World.Noah, World.LeosFather))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_letter_ends_the_older_and_ending_all_signs_the_carer_out()
    {
        var first = await Host.LetterAsync(World.LeosMother, World.Leo);
        var second = await Host.LetterAsync(World.LeosMother, World.Leo);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync(first)).Status);

        var mother = SignedOut();
        await mother.AnswerAsync(second, World.Leo.Born);
        Assert.Equal("Leo: what we agreed", (await mother.GetAsync("/family")).Heading);

        var third = await Host.LetterAsync(World.LeosMother, World.Leo);
        var senco = As(World.Senco);
        var page = await senco.GetAsync(Invite(World.Leo, World.LeosMother));
        var ended = await senco.SubmitAsync(page.FormWith("End letter and sign-in"));
        Assert.Contains("is signed out, and no letter and no passkey of theirs works", ended.Text, StringComparison.Ordinal);

        Assert.Equal("/family/enter", (await mother.GetAsync("/family")).Url);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync(third)).Status);
        await using var db = Host.OpenDb();
        Assert.Contains("carer-shut-out", await db.LedgerLinks.Where(l => l.Chain == World.Hillview.Id.Value).Select(l => l.Kind).ToListAsync(Cancel));
        Assert.Equal(InvitationEnd.Withdrawn, await db.CarerInvitations.Where(i => i.CarerId == World.LeosMother.Id).OrderByDescending(i => i.MadeAt).Select(i => i.EndedBecause).FirstAsync(Cancel));
    }

    [Fact]
    public async Task Where_another_parent_is_restricted_the_letter_goes_from_hand_to_hand()
    {
        Assert.Contains("do not send it home", (await As(World.Senco).GetAsync(Invite(World.Zainab, World.ZainabsMother))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("do not send it home", (await As(World.Senco).GetAsync(Invite(World.Leo, World.LeosMother))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_makes_no_letters() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Teacher).GetAsync(Invite(World.Leo, World.LeosMother))).Status);

    private static string Invite(TestPupil pupil, TestPerson carer) => $"/pupils/{pupil.Id}/people/{carer.Id}/invite";

    private async Task ForgetBirthdayAsync(TestPupil child)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var pupil = await record.Pupils.SingleAsync(p => p.Id == child.Id, Cancel);
        var changed = pupil.Update(new PupilDetails(pupil.Upn, pupil.GivenName, pupil.FamilyName, null, null, pupil.YearGroup, pupil.ClassName, pupil.Provision, pupil.Needs));
        Assert.True(changed.Allowed(out var happened, out _));
        Assert.Null(await record.SaveAsync(happened, Cancel));
    }
}
