using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kept.Web.Tests.World;

/// <summary>What a browser would send for a form: what the page put there, changed by what somebody filled in.</summary>
internal sealed class FilledForm(IHtmlFormElement form, IReadOnlyList<(string Name, string? Value)> filled)
{
    public const string Token = "__RequestVerificationToken";

    public IEnumerable<string> Typed => filled.Select(f => f.Value ?? "");

    public HttpRequestMessage Request(string? button, IReadOnlyList<TestFile> files)
    {
        var pressed = Button(button);
        var fields = Fields();
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
        {
            fields.Add((name, pressed.GetAttribute("value") ?? ""));
        }

        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? new Uri(form.BaseUri) : new Uri(new Uri(form.BaseUri), action);
        return form.Method is "post" ? Post(url, fields, files) : Get(url, fields);
    }

    private static HttpRequestMessage Post(Uri url, List<(string Name, string Value)> fields, IReadOnlyList<TestFile> files) =>
        new(HttpMethod.Post, url)
        {
            Content = files.Count == 0 ? new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) : WithFiles(fields, files)
        };

    private static MultipartFormDataContent WithFiles(List<(string Name, string Value)> fields, IReadOnlyList<TestFile> files)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var content = new ByteArrayContent(file.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            parts.Add(content, file.Field, file.Name);
        }

        return parts;
    }

    private static HttpRequestMessage Get(Uri url, List<(string Name, string Value)> fields)
    {
        var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
        return new(HttpMethod.Get, new UriBuilder(url) { Query = query }.Uri);
    }

    private static IEnumerable<(string Name, string Value)> Shown(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? [(choice.Name!, choice.Value)] : [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "file" or "reset" } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
        _ => []
    };

    private List<(string Name, string Value)> Fields()
    {
        var there = form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.HasAttribute("disabled")).ToList();
        var names = there.Select(e => e.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
        if (filled.FirstOrDefault(f => !names.Contains(f.Name)).Name is { } unknown)
        {
            throw new InvalidOperationException($"The form has no field “{unknown}”. It has: {string.Join(", ", names.Order())}.");
        }

        var changed = filled.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var kept = there.Where(e => !changed.Contains(e.GetAttribute("name")!)).SelectMany(Shown);
        return [.. kept, .. filled.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!))];
    }

    private IElement? Button(string? words)
    {
        var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        if (words is null)
        {
            return buttons.FirstOrDefault();
        }

        return (buttons.FirstOrDefault(b => TestPage.Tidy(b.TextContent) == words) ?? buttons.FirstOrDefault(b => TestPage.Says(b, words)))
            ?? throw new InvalidOperationException($"The form has no button “{words}”. It has: {string.Join(", ", buttons.Select(b => TestPage.Tidy(b.TextContent)))}.");
    }
}
