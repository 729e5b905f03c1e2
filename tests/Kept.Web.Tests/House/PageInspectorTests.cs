using Kept.Web.Tests.World;

namespace Kept.Web.Tests.House;

/// <summary>The inspector of every page must itself be able to fail.</summary>
public sealed class PageInspectorTests
{
    private const string Good = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Log it - Kept</title><script src="/kept.js"></script></head><body>
        <h1 id="top">Log it</h1>
        <form method="post" action="/log"><input type="hidden" name="__RequestVerificationToken" value="x">
        <label for="issue">What the family raised</label><p id="hint">It’s theirs</p><input id="issue" name="issue" aria-describedby="hint"><button>Keep it</button></form>
        <a href="/today">Today</a> <a href="#top">Up</a> <img src="/a.svg" alt="">
        </body></html>
        """;

    [Fact]
    public async Task A_good_page_has_no_fault() => Assert.Empty(await FaultsAsync(Good));

    [Theory]
    [InlineData(" lang=\"en-GB\"", "", "lang")]
    [InlineData("Log it - Kept", "Log it", "does not end")]
    [InlineData("Log it - Kept", "Error: Log it - Kept", "no error summary")]
    [InlineData("<h1 id=\"top\">", "<div class=\"govuk-error-summary\"></div><h1 id=\"top\">", "does not begin with")]
    [InlineData("</h1>", "</h1><h1>Again</h1>", "2 h1")]
    [InlineData("<h1 id=\"top\">Log it</h1>", "<h2 id=\"top\">Log it</h2>", "0 h1")]
    [InlineData("id=\"hint\"", "id=\"issue\"", "2 elements have the id")]
    [InlineData("<label for=\"issue\">What the family raised</label>", "", "has no label")]
    [InlineData("for=\"issue\"", "for=\"other\"", "points with for")]
    [InlineData("aria-describedby=\"hint\"", "aria-describedby=\"gone\"", "points with aria-describedby")]
    [InlineData("<h1", "<h1 style=\"color:red\"", "is inline")]
    [InlineData("<script src=\"/kept.js\"></script>", "<script>go()</script>", "is inline")]
    [InlineData("<button>", "<button onclick=\"go()\">", "inline handler")]
    [InlineData("href=\"/today\"", "href=\"#\"", "leads nowhere")]
    [InlineData("href=\"#top\"", "href=\"#gone\"", "not on the page")]
    [InlineData(">Today</a>", "></a>", "has no words")]
    [InlineData(">Keep it</button>", "></button>", "has no words")]
    [InlineData(" alt=\"\"", "", "has no alt")]
    [InlineData("name=\"__RequestVerificationToken\"", "name=\"other\"", "has no form token")]
    [InlineData(">Today<", ">TODO<", "finish it")]
    [InlineData("/today", "/pupils/B801200005001", "UPN")]
    [InlineData("It’s", "It's", "straight quote")]
    public async Task A_fault_is_named(string good, string bad, string named)
    {
        var faults = await FaultsAsync(Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(faults, fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_people_typed_are_theirs() =>
        Assert.Empty(await FaultsAsync(Good.Replace("It’s", "O'Brien's", StringComparison.Ordinal), "Rang O'Brien's mother"));

    private static async Task<IReadOnlyList<string>> FaultsAsync(string html, params string[] typed) =>
        PageInspector.Faults(await TestPage.OfAsync("/log", html), typed);
}
