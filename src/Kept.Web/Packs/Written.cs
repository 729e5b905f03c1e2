using Kept.Domain;
using Kept.Store.Chronology;
using Kept.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Packs;

/// <summary>People’s own words on paper, with the language and direction of their script: nothing on paper can look at the letters itself.</summary>
internal static class Written
{
    private const char RightToLeftMark = '\u200F';

    /// <summary>A paragraph for each of their lines.</summary>
    public static IHtmlContent Lines(string text) =>
        new HtmlContentBuilder().AppendAll([.. text.Split('\n').Where(line => line.Length > 0).Select(line => In("p", line))]);

    /// <summary>Within a sentence of ours. Latin letters cannot disturb it, and need nothing around them.</summary>
    public static IHtmlContent Inline(string text) => Script.IsLatin(text) ? new HtmlContentBuilder().Append(text) : In("bdi", text);

    /// <summary>
    /// What Kept says itself, on a page of this direction. What lays pages out takes each line for one in the direction of its first letter: one that begins with a
    /// name in Latin letters would be turned round as a whole, if it did not begin with a mark that is a letter of the other direction and cannot be seen.
    /// </summary>
    public static string From(bool rightToLeft, string text) => rightToLeft ? $"{RightToLeftMark}{text}" : text;

    /// <summary>People’s own words within a line of ours: in a page that goes from right to left, Latin letters keep their direction too, with the full stop behind them.</summary>
    public static IHtmlContent Within(bool rightToLeft, string text) =>
        !rightToLeft ? Inline(text) : Script.IsLatin(text) ? Html.Tag("bdi", null, text).With("dir", "ltr") : In("bdi", From(rightToLeft, text));

    /// <summary>A name with its English one in brackets behind it: that keeps its own direction, and its words their order where they wrap.</summary>
    public static IHtmlContent WithItsEnglish(string name) =>
        !Script.IsLatin(name) && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var at && name[^1] is ')' && name[(at + 1)..^1] is var english && Script.IsLatin(english)
            ? new HtmlContentBuilder().Append(name[..(at + 1)]).AppendHtml(Html.Tag("bdi", null, english).With("dir", "ltr")).Append(")")
            : new HtmlContentBuilder().Append(name);

    /// <summary>
    /// Words in one line with what else is said about them, while they are in one line and in Latin letters; else a paragraph for each.
    /// It spares paper half of the pages, and most of the time of laying them out.
    /// </summary>
    /// <param name="words">In their order.</param>
    /// <param name="last">Who wrote them down, and when.</param>
    public static IHtmlContent Told(IReadOnlyList<Words> words, IHtmlContent? last = null)
    {
        var told = new HtmlContentBuilder();
        if (words.All(w => !w.Text.Contains('\n', StringComparison.Ordinal) && Script.IsLatin(w.Text)))
        {
            told.Append(string.Join(" · ", words.Select(w => w.Label is null ? w.Text : $"{w.Label}: {w.Text}")));
            return last is null ? told : told.Append(words.Count > 0 ? " · " : "").AppendHtml(last);
        }

        foreach (var (label, text) in words)
        {
            told.AppendHtml(label is null ? Lines(text) : Html.Tag("p", null, $"{label}: ", Inline(text)));
        }

        return last is null ? told : told.AppendHtml(Html.Tag("p", "meta", last));
    }

    /// <summary>What whoever sends it should look at first.</summary>
    public static IHtmlContent Marks(IEnumerable<string> marks) =>
        marks.Aggregate((IHtmlContentBuilder)new HtmlContentBuilder(), (all, mark) => all.Append(" ").AppendHtml(Html.Tag("span", "mark", mark)));

    public static IHtmlContent Struck(string text) => In("s", text);

    private static IHtmlContent In(string tag, string text)
    {
        var script = Script.Of(text);
        return Html.Tag(tag, null, text).With("lang", script?.Language).With("dir", script is null ? null : script.RightToLeft ? "rtl" : "ltr");
    }
}
