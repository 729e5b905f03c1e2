using System.Text.Json;
using System.Text.RegularExpressions;
using Kept.Web.Wordings;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>
/// A page as a screen reader has it: what the browser hands to the reader is read, not what lies in the page’s source. Each fault is said so that who
/// reads it knows what to mend. None is what every page for families must have.
/// </summary>
internal sealed partial class HeardPage
{
    private static readonly string[] Controls =
        ["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "ComboBoxSelect", "listbox", "spinbutton", "slider", "switch", "DisclosureTriangle", "progressbar", "Audio", "image"];

    /// <summary>Names of which two that are the same would be two different things.</summary>
    private static readonly string[] DoOneThing = ["button", "link", "textbox", "checkbox", "combobox", "ComboBoxSelect", "DisclosureTriangle"];

    private readonly string where;
    private readonly Wording words;
    private readonly List<string> faults = [];
    private readonly List<Heard> heard;

    private HeardPage(string where, Wording words, List<Heard> tree) => (this.where, this.words, heard) = (where, words, tree);

    /// <summary>What is wrong for the ear with the page that is open now, everything that is folded away being opened first.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Wording words)
    {
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        var tree = await ReadAsync(page);
        var self = new HeardPage(new Uri(page.Url).PathAndQuery, words, tree);
        self.Headings();
        self.Landmarks();
        self.Names();
        await self.ErrorsAsync(page);
        await self.LanguageAsync(page);
        return self.faults;
    }

    /// <summary>The whole tree, in the order in which it is read out.</summary>
    private static async Task<List<Heard>> ReadAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        try
        {
            var nodes = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes");
            var all = nodes.EnumerateArray().DistinctBy(node => node.GetProperty("nodeId").GetString(), StringComparer.Ordinal).ToDictionary(node => node.GetProperty("nodeId").GetString()!, StringComparer.Ordinal);
            List<Heard> found = [];
            Walk(nodes[0]);
            return found;

            void Walk(JsonElement node)
            {
                if (!node.TryGetProperty("ignored", out var ignored) || !ignored.GetBoolean())
                {
                    found.Add(new Heard(Value(node, "role"), Value(node, "name").Trim(), Value(node, "description"), Property(node, "level"), Property(node, "url")));
                }

                if (node.TryGetProperty("childIds", out var children))
                {
                    foreach (var child in children.EnumerateArray())
                    {
                        if (all.TryGetValue(child.GetString()!, out var next))
                        {
                            Walk(next);
                        }
                    }
                }
            }
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    private static string Value(JsonElement node, string name) =>
        node.TryGetProperty(name, out var of) && of.TryGetProperty("value", out var value) ? value.ToString() : "";

    private static string Property(JsonElement node, string name) =>
        node.TryGetProperty("properties", out var all)
            ? all.EnumerateArray().Where(p => p.GetProperty("name").GetString() == name).Select(p => Value(p, "value")).FirstOrDefault("")
            : "";

    private void Headings()
    {
        var levels = heard.Where(h => h.Role is "heading").Select(h => (Level: int.Parse(h.Level, System.Globalization.CultureInfo.InvariantCulture), h.Name)).ToList();
        var firsts = levels.Count(h => h.Level == 1);
        Fault(firsts != 1, $"it has {firsts} headings of the first level, and needs one");
        foreach (var heading in levels.Where(h => h.Name.Length == 0))
        {
            Fault(true, $"a heading of level {heading.Level} says nothing");
        }

        // What went wrong, and what was just done, stand above the heading of the page.
        var below = levels.SkipWhile(h => h.Level != 1).ToList();
        foreach (var (one, next) in below.Zip(below.Skip(1)))
        {
            Fault(next.Level > one.Level + 1, $"after “{one.Name}” (level {one.Level}) comes “{next.Name}” (level {next.Level}): a level is left out");
        }
    }

    private void Landmarks()
    {
        foreach (var landmark in (string[])["banner", "main", "contentinfo"])
        {
            var count = heard.Count(h => h.Role == landmark);
            Fault(count != 1, $"it has {count} landmarks “{landmark}”, and needs one");
        }

        foreach (var unnamed in heard.Where(h => h.Role is "navigation" or "complementary" or "form" or "region" && h.Name.Length == 0))
        {
            Fault(unnamed.Role is not "form", $"a landmark “{unnamed.Role}” has no name");
        }
    }

    private void Names()
    {
        foreach (var control in heard.Where(h => Controls.Contains(h.Role)))
        {
            Fault(control.Name.Length < 2, $"a {control.Role} has no name that says what it is (“{control.Name}”)");
        }

        foreach (var same in heard.Where(h => h.Role is "link").GroupBy(h => h.Name, StringComparer.CurrentCultureIgnoreCase))
        {
            var places = same.Select(h => h.Url).Distinct().ToList();
            Fault(places.Count > 1, $"links named “{same.Key}” lead to different places: {string.Join(" and ", places)}");
        }

        foreach (var same in heard.Where(h => DoOneThing.Contains(h.Role) && h.Role is not "link").GroupBy(h => (h.Role, h.Name)).Where(g => g.Count() > 1))
        {
            Fault(same.Key.Name.Length > 0, $"{same.Count()} of {same.Key.Role} are named “{same.Key.Name}”: by its name nobody knows which is which");
        }
    }

    /// <summary>Each error is said with its field, and where the page begins to be read; the title says first that there is one.</summary>
    private async Task ErrorsAsync(IPage page)
    {
        foreach (var fault in await page.EvaluateAsync<string[]>(Errors))
        {
            Fault(true, fault);
        }

        foreach (var error in await page.Locator("main .govuk-error-message").AllInnerTextsAsync())
        {
            var said = Tidy(error);
            Fault(!heard.Exists(h => Tidy(h.Description).Contains(said, StringComparison.Ordinal)), $"the error “{said}” is not heard with any field");
        }

        if (await page.Locator(".govuk-error-summary").CountAsync() > 0)
        {
            Fault(!heard.Exists(h => h.Role is "alert"), "the summary of errors is not an alert");
            var title = await page.TitleAsync();
            Fault(!title.StartsWith($"{words["frame.error"]}:", StringComparison.Ordinal), $"the title “{title}” does not say first that there is an error");
        }
    }

    /// <summary>Everything that is said in the page’s language is in that language: no word that only English has stands in it, and no day in numbers alone.</summary>
    private async Task LanguageAsync(IPage page)
    {
        var lang = await page.Locator("html").GetAttributeAsync("lang");
        Fault(lang != words.Lang, $"the page says that it is in “{lang}”");
        foreach (var said in await page.EvaluateAsync<string[]>(SaidInThePagesLanguage))
        {
            foreach (Match word in AWord().Matches(AnAddress().Replace(said, " ")))
            {
                Fault(OnlyEnglish.Value.Contains(word.Value), $"“{word.Value}” is English, in “{Tidy(said)}”, which is read out as {words.Language.EnglishName}");
            }

            Fault(DayInNumbers().IsMatch(said), $"a day stands in numbers, which are not read out as a day: “{Tidy(said)}”");
        }
    }

    private void Fault(bool isOne, string what)
    {
        if (isOne)
        {
            faults.Add($"{where}: {what}");
        }
    }

    private static string Tidy(string text) => Space().Replace(text, " ").Trim();

    /// <summary>Words of Kept’s English that are in none of its Polish sentences.</summary>
    private static readonly Lazy<HashSet<string>> OnlyEnglish = new(() =>
    {
        HashSet<string> english = new(AllWordsOf("en"), StringComparer.OrdinalIgnoreCase);
        english.ExceptWith(AllWordsOf("pl"));
        return english;
    });

    private static IEnumerable<string> AllWordsOf(string tag) => WordsFile.Read(tag).Words.Values
        .SelectMany(message => AWord().Matches(APlace().Replace(message.ToString(), " ")).Select(m => m.Value));

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, 1000)]
    private static partial Regex AWord();

    [GeneratedRegex(@"\S+[@/]\S+", RegexOptions.None, 1000)]
    private static partial Regex AnAddress();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex APlace();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", RegexOptions.None, 1000)]
    private static partial Regex DayInNumbers();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    /// <summary>Texts and spoken attributes whose nearest language is the page’s own, and that are not there for the eye only.</summary>
    private const string SaidInThePagesLanguage = """
        () => {
          const page = document.documentElement.lang, said = [document.title.replace(/ - Kept$/, '')];
          const own = e => e.closest('[lang]').lang === page && !e.closest('script,style,[hidden],bdi[dir=auto],q');
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) { if (walk.currentNode.data.trim() && own(walk.currentNode.parentElement)) said.push(walk.currentNode.data); }
          for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
            for (const e of document.querySelectorAll(`body [${name}]`)) if (own(e)) said.push(e.getAttribute(name));
          }
          return said;
        }
        """;

    private const string Errors = """
        () => {
          const faults = [];
          for (const error of document.querySelectorAll('main .govuk-error-message')) {
            const of = error.id && document.querySelector(`[aria-describedby~="${CSS.escape(error.id)}"]`);
            if (!of) faults.push(`the error “${error.innerText.trim()}” is tied to no field`);
          }
          for (const link of document.querySelectorAll('.govuk-error-summary a')) {
            const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
            if (!to) faults.push(`the error “${link.innerText.trim()}” leads to ${link.hash}, which is not on the page`);
            else if (!to.matches('input,textarea,select,button,a')) faults.push(`the error “${link.innerText.trim()}” leads to something in which nothing can be typed or chosen`);
          }
          const summary = document.querySelector('.govuk-error-summary');
          if (summary && document.activeElement !== summary) faults.push('the focus is not on the summary of errors');
          for (const tag of document.querySelectorAll('.govuk-tag')) if (!tag.innerText.trim()) faults.push('a state is said by a colour alone');
          for (const field of document.querySelectorAll('main [aria-describedby]'))
            for (const id of field.getAttribute('aria-describedby').split(/\s+/)) if (!document.getElementById(id)) faults.push(`“${field.name || field.tagName}” is described by ${id}, which is not on the page`);
          return faults;
        }
        """;

    /// <summary>One thing that is read out.</summary>
    private sealed record Heard(string Role, string Name, string Description, string Level, string Url);
}
