using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Components;

/// <summary>Elements written in one line. Text is encoded; only what is already HTML passes as it is.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? cssClass, params object?[] content)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
        {
            tag.Attributes["class"] = cssClass;
        }

        foreach (var part in content)
        {
            switch (part)
            {
                case null:
                    break;
                case IHtmlContent html:
                    tag.InnerHtml.AppendHtml(html);
                    break;
                default:
                    tag.InnerHtml.Append(part.ToString()!);
                    break;
            }
        }

        return tag;
    }

    /// <summary>Adds an attribute; a null value leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string name, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[name] = value;
        }

        return tag;
    }

    /// <summary>Adds an attribute that is there or not, such as checked.</summary>
    public static TagBuilder Where(this TagBuilder tag, bool present, string name)
    {
        if (present)
        {
            tag.Attributes[name] = name;
        }

        return tag;
    }

    public static HtmlContentBuilder AppendAll(this HtmlContentBuilder builder, IEnumerable<object?> parts)
    {
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            builder.AppendHtml(part);
        }

        return builder;
    }
}
