using Kept.Domain.People;
using Kept.Web.Tests.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Family.Contact;

/// <summary>How a carer wants to hear, said by themselves.</summary>
public sealed class IndexTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task A_carer_says_how_they_want_to_hear_and_only_for_themselves()
    {
        await BothParentsAsync();
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        var page = await mother.GetAsync($"/family/hillview/{World.Leo.Id}/contact");
        Assert.Contains("laura.bennett@home.example", page.Text, StringComparison.Ordinal);

        var saved = await mother.SubmitAsync(page.Form(), ("Method", "Text"), ("Rhythm", "Weekly"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        var ties = await db.Relationships.AsNoTracking().Where(t => t.PupilId == World.Leo.Id).ToListAsync(Cancel);
        Assert.Equal((ContactMethod.Text, Rhythm.Weekly), ties.Where(t => t.CarerId == World.LeosMother.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
        Assert.Equal((ContactMethod.NotSaid, Rhythm.AtOnce), ties.Where(t => t.CarerId == World.LeosFather.Id).Select(t => (t.PreferredMethod, t.Rhythm)).Single());
    }
}
