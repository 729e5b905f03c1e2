using Microsoft.Playwright;

namespace Kept.Browser.Tests.Features.Family;

/// <summary>Every page for families, with an address of each for one family: a new page is looked at without anybody adding it anywhere.</summary>
internal static class FamilyPages
{
    /// <summary>Not looked at here, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/family"] = "goes on to the child where there is but one: EveryLanguageTests looks at a family of two",
        ["/family/join/{school}"] = "needs a letter: JourneyTests looks at it in every language",
        ["/family/join/{school}/{code}"] = "needs a letter: JourneyTests looks at it in every language",
        ["/family/{school}/{pupilId}/meetings/{meetingId}/recordings/{recordingId}"] = "a sound",
        ["/family/{school}/{pupilId}/messages/{threadId}/files/{fileId}"] = "a file"
    };

    /// <summary>For the parent who is signed in at this window.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(DemoSchool school, Window window)
    {
        var home = new Uri(window.Page.Url).AbsolutePath;
        var found = (await SiteMap.WalkAsync(school.Services, window, home)).Where(page => IsForFamilies(page.Key)).ToDictionary(StringComparer.Ordinal);
        var lost = SiteMap.Templates(school.Services).Where(IsForFamilies).Except(found.Keys).Except(Elsewhere.Keys).ToList();
        Assert.True(lost.Count == 0, $"No link leads this family to {string.Join(", ", lost)}: nobody looks at it.");

        // One to come and one that was held are two pages in one.
        await window.Page.GotoAsync(home);
        var meetings = await MeetingsAsync(window.Page);
        Assert.True(meetings.Count > 1, "This family has no meeting to come, or none that was held.");
        return [.. found.Values.Select(url => url.Split('?')[0]).Append(home).Concat(meetings).Distinct(StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<string>> MeetingsAsync(IPage page) =>
        [.. new[] { await page.Locator(".say a[href*='/meetings/']").First.GetAttributeAsync("href"), await page.Locator(".rows a[href*='/meetings/']").First.GetAttributeAsync("href") }.OfType<string>()];

    /// <summary>What it takes to be this family in another window.</summary>
    public static async Task ComeInAsAsync(this Window other, Window window) =>
        await other.Context.AddCookiesAsync([.. (await window.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path })]);

    private static bool IsForFamilies(string template) => template.StartsWith("/family", StringComparison.Ordinal) || template is "/receipt";
}
