using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kept.Web.Wordings;

namespace Kept.Web.Tests.World;

/// <summary>What every page must be, whoever wrote it. Each failure says how to mend it.</summary>
internal static partial class PageInspector
{
    private static readonly Func<TestPage, IEnumerable<string>>[] Rules =
    [
        Language, Title, Headings, Ids, Labels, References, NothingInline, Links, Buttons, Images, Tokens, Unfinished, Addresses
    ];

    public static void Inspect(TestPage page, IEnumerable<string> typed)
    {
        var faults = Faults(page, typed);
        Assert.True(faults.Count == 0, $"{page.Url} ({page.Status}) is not as every page must be:\n- {string.Join("\n- ", faults)}");
    }

    public static IReadOnlyList<string> Faults(TestPage page, IEnumerable<string> typed) =>
        [.. Rules.SelectMany(rule => rule(page)), .. Quotes(page, [.. typed])];

    private static IEnumerable<string> Language(TestPage page)
    {
        if (string.IsNullOrEmpty(page.Document.DocumentElement.GetAttribute("lang")))
        {
            yield return "<html> has no lang: use the layout.";
        }
    }

    private static IEnumerable<string> Title(TestPage page)
    {
        if (page.Title != "Kept" && !page.Title.EndsWith(" - Kept", StringComparison.Ordinal))
        {
            yield return $"The title “{page.Title}” does not end in “ - Kept”: set ViewData[\"Title\"].";
        }

        var summary = page.Document.QuerySelector(".govuk-error-summary") is not null;
        if (summary != page.Title.StartsWith($"{ErrorIn(page)}: ", StringComparison.Ordinal))
        {
            yield return summary
                ? "There is an error summary, and the title does not begin with “Error: ”: put the refusal into ModelState."
                : "The title begins with “Error: ”, and there is no error summary: the errors in ModelState are shown nowhere.";
        }
    }

    private static IEnumerable<string> Headings(TestPage page)
    {
        var count = page.Document.QuerySelectorAll("h1").Length;
        if (count != 1)
        {
            yield return $"{count} h1: a page has exactly one, and it says what the page is.";
        }
    }

    private static IEnumerable<string> Ids(TestPage page) =>
        page.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(same => same.Count() > 1)
            .Select(same => $"{same.Count()} elements have the id “{same.Key}”: number them, or give each row its own prefix.");

    private static IEnumerable<string> Labels(TestPage page) =>
        page.Document.QuerySelectorAll("input, select, textarea")
            .Where(field => field is not IHtmlInputElement { Type: "hidden" or "submit" or "button" or "image" })
            .Where(field => !IsLabelled(field))
            .Select(field => $"{Show(field)} has no label: use the tag helpers, or a label with for=\"{field.Id ?? "its id"}\".");

    private static bool IsLabelled(IElement field) =>
        field.HasAttribute("aria-label")
        || field.HasAttribute("aria-labelledby")
        || field.Ancestors<IHtmlLabelElement>().Any()
        || (field.Id is { Length: > 0 } id && field.Owner!.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id && TestPage.Tidy(label.TextContent).Length > 0));

    private static IEnumerable<string> References(TestPage page)
    {
        foreach (var attribute in (string[])["for", "aria-describedby", "aria-labelledby"])
        {
            foreach (var element in page.Document.QuerySelectorAll($"[{attribute}]"))
            {
                foreach (var id in element.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => page.Document.GetElementById(id) is null))
                {
                    yield return $"{Show(element)} points with {attribute} at “{id}”, which is not there: give the target that id, or leave the attribute out.";
                }
            }
        }
    }

    private static IEnumerable<string> NothingInline(TestPage page)
    {
        foreach (var element in page.Document.QuerySelectorAll("style, [style], script:not([src])").Where(e => !e.GetAttribute("type").Has("json")))
        {
            yield return $"{Show(element)} is inline, and the content policy blocks it: move it to Assets.";
        }

        foreach (var element in page.Document.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))))
        {
            yield return $"{Show(element)} has an inline handler, and the content policy blocks it: listen in Assets/js.";
        }
    }

    private static IEnumerable<string> Links(TestPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("a"))
        {
            var target = link.GetAttribute("href");
            if (string.IsNullOrEmpty(target) || target is "#" || target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{Show(link)} leads nowhere: give it an address, or make it a button.";
            }
            else if (target[0] is '#' && page.Document.GetElementById(target[1..]) is null)
            {
                yield return $"{Show(link)} leads to “{target}”, which is not on the page: give the target that id.";
            }

            if (!HasWords(link))
            {
                yield return $"{Show(link)} has no words: say where it leads.";
            }
        }
    }

    private static IEnumerable<string> Buttons(TestPage page) =>
        page.Document.QuerySelectorAll("button").Where(b => !HasWords(b)).Select(b => $"{Show(b)} has no words: say what it does.");

    private static IEnumerable<string> Images(TestPage page) =>
        page.Document.QuerySelectorAll("img:not([alt])").Select(i => $"{Show(i)} has no alt: say what it shows, or alt=\"\" when it is decoration.");

    private static IEnumerable<string> Tokens(TestPage page) =>
        page.Document.QuerySelectorAll<IHtmlFormElement>("form")
            .Where(form => form.Method is "post" && form.QuerySelector($"input[name={FilledForm.Token}]") is null)
            .Select(form => $"{Show(form)} has no form token: leave out action (or use asp-page), or add asp-antiforgery=\"true\".");

    private static IEnumerable<string> Unfinished(TestPage page) =>
        ((string[])["TODO", "FIXME", "Lorem ipsum"]).Where(word => page.Document.Body!.TextContent.Contains(word, StringComparison.Ordinal))
            .Select(word => $"The page says “{word}”: finish it.");

    private static IEnumerable<string> Addresses(TestPage page) =>
        page.Document.QuerySelectorAll("[href], [action], [formaction]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("formaction")!)
            .Append(page.Url)
            .Where(address => PupilNumber().IsMatch(address))
            .Select(address => $"“{address}” holds a pupil’s UPN, and addresses are kept in logs and histories: use the pupil’s id.");

    /// <summary>Our own words use curly quotes. Words that a person typed are theirs, and stay as they are.</summary>
    private static IEnumerable<string> Quotes(TestPage page, IReadOnlyList<string> typed) =>
        page.Document.Body!.Descendants<IText>()
            .Where(text => text.ParentElement is { } parent && parent.Closest("script, style, textarea, code, kbd, pre") is null)
            .SelectMany(text => StraightQuote().Matches(text.Data).Select(m => m.Value))
            .Distinct()
            .Where(word => !typed.Any(words => words.Contains(word, StringComparison.Ordinal)))
            .Select(word => $"“{word}” has a straight quote: write ’ ‘ “ or ”.");

    private static bool HasWords(IElement element) =>
        TestPage.Tidy(element.TextContent).Length > 0
        || element.HasAttribute("aria-label")
        || element.QuerySelector("img[alt]:not([alt=''])") is not null;

    private static string Show(IElement element)
    {
        var html = element.OuterHtml;
        return html.Length > 100 ? html[..100] + "…" : html;
    }

    private static bool Has(this string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) is true;

    [GeneratedRegex("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PupilNumber();

    [GeneratedRegex("""\S*['"]\S*""", RegexOptions.None, 1000)]
    private static partial Regex StraightQuote();

    /// <summary>The word for it in the page's own language.</summary>
    private static string ErrorIn(TestPage page) => (Wording.Of(page.Document.DocumentElement.GetAttribute("lang")) ?? Wording.InEnglish)["frame.error"];
}
