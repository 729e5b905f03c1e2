using System.Net;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>The way that a real carer comes in: staff print the letter, and the carer answers its question.</summary>
internal static class FamilyDoor
{
    /// <summary>Where the letter leads that the SENCO of the carer's school makes for them.</summary>
    public static async Task<string> LetterAsync(this KeptHost host, TestPerson carer, TestPupil child)
    {
        var (world, isOurs) = (host.World, carer.SchoolId == host.World.Hillview.Id);
        var staff = host.As(isOurs ? world.Senco : world.RiversideSenco);
        var page = await staff.GetAsync($"/pupils/{child.Id}/people/{carer.Id}/invite");
        var letter = await staff.SubmitAsync(page.FormWith("Make the letter"));
        return $"/family/join/{(isOurs ? world.Hillview : world.Riverside).Slug}/{letter.Texts(".letter-home .key").Single()}";
    }

    /// <summary>Answers the letter's question with the day on which the child was born.</summary>
    public static async Task<TestPage> AnswerAsync(this TestClient visitor, string letter, LocalDate born)
    {
        var page = await visitor.GetAsync(letter);
        return page.Status is HttpStatusCode.OK
            ? await visitor.SubmitAsync(page.Form(), ("Born.Day", $"{born.Day}"), ("Born.Month", $"{born.Month}"), ("Born.Year", $"{born.Year}"))
            : page;
    }

    /// <summary>A carer who has come in; their browser.</summary>
    public static async Task<TestClient> AsCarerAsync(this KeptHost host, TestPerson carer, TestPupil child)
    {
        var visitor = host.SignedOut();
        var page = await visitor.AnswerAsync(await host.LetterAsync(carer, child), child.Born);
        Assert.StartsWith("/family", page.Url, StringComparison.Ordinal);
        return visitor;
    }
}
