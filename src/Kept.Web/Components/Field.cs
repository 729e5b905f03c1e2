using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.Components;

/// <summary>What one field of a form says of itself: its name, its words, what was typed and what is wrong with it.</summary>
public sealed record Field(string Name, string Id, string Label, string? Hint, string? Error, string? Value, object? Model, string ErrorWord)
{
    private static readonly HtmlContentBuilder Nothing = new();

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => ErrorId,
        _ => $"{HintId} {ErrorId}"
    };

    public static Field Of(ModelExpression expression, ViewContext view, string? label, string? hint)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var state = view.ViewData.ModelState[name];
        return new Field(
            name,
            IdFor(name),
            label ?? expression.Metadata.DisplayName ?? expression.Metadata.PropertyName ?? name,
            NullIfBlank(hint ?? expression.Metadata.Description),
            state?.Errors.Select(Sentence).FirstOrDefault(),
            state?.AttemptedValue ?? Text(expression),
            expression.Model,
            FrameWords.Of(view.HttpContext).Error);
    }

    /// <summary>The id that a field of this name has on the page: where an error about it leads.</summary>
    public static string IdFor(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>An error that has no words of its own is a value that could not be read.</summary>
    public static string Sentence(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "Check what you typed here" : error.ErrorMessage;

    public IHtmlContent HintHtml() => Hint is null
        ? Nothing
        : Html.Tag("div", "govuk-hint", Hint).With("id", HintId);

    public IHtmlContent ErrorHtml() => Error is null
        ? Nothing
        : Html.Tag("p", "govuk-error-message", Html.Tag("span", "govuk-visually-hidden", $"{ErrorWord}:"), " ", Error).With("id", ErrorId);

    private static string? Text(ModelExpression expression) => expression.Model switch
    {
        null => null,
        string text => text,
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.CurrentCulture),
        var value => value.ToString()
    };

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
