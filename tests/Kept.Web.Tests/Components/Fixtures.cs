using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kept.Web.Tests.Components;

/// <summary>The markup that govuk-frontend ships as the right answer for each of its components.</summary>
internal static partial class Fixtures
{
    public static void AssertSame(string component, string fixture, string html, params string[] ignoredAttributes) =>
        Assert.Equal(Canonical(Html(component, fixture), ignoredAttributes), Canonical(html, ignoredAttributes));

    public static string Html(string component, string fixture)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(component)));
        foreach (var one in document.RootElement.GetProperty("fixtures").EnumerateArray())
        {
            if (one.GetProperty("name").GetString() == fixture)
            {
                return one.GetProperty("html").GetString()!;
            }
        }

        throw new InvalidOperationException($"govuk-frontend has no fixture “{fixture}” for {component}.");
    }

    /// <summary>One line for each element: name, classes and attributes in order, text with its spaces closed up.</summary>
    public static string Canonical(string html, params string[] ignoredAttributes)
    {
        var lines = new List<string>();
        Walk(new HtmlParser().ParseDocument(html).Body!, 0);
        return string.Join('\n', lines);

        void Walk(IElement parent, int depth)
        {
            foreach (var node in parent.ChildNodes)
            {
                if (node is IElement element)
                {
                    var attributes = element.Attributes.Where(at => !ignoredAttributes.Contains(at.Name)).OrderBy(at => at.Name, StringComparer.Ordinal)
                        .Select(at => $" {at.Name}={Value(element, at)}");
                    lines.Add(new string(' ', depth * 2) + element.LocalName + string.Concat(attributes));
                    Walk(element, depth + 1);
                }
                else if (Spaces().Replace(node.TextContent, " ").Trim() is { Length: > 0 } text)
                {
                    lines.Add(new string(' ', depth * 2) + $"“{text}”");
                }
            }
        }
    }

    private static string Value(IElement element, IAttr attribute) => attribute.Name switch
    {
        "class" => string.Join(' ', element.ClassList.Order(StringComparer.Ordinal)),
        "checked" or "selected" or "disabled" or "open" => "yes",
        _ => attribute.Value
    };

    private static string PathOf(string component)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Kept.slnx")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root!.FullName, "src/Kept.Web/Assets/node_modules/govuk-frontend/dist/govuk/components", component, "fixtures.json");
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException("The fixtures of govuk-frontend are not here. Run npm ci in src/Kept.Web/Assets first.");
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
