using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>How choices are laid out.</summary>
public enum ChoiceLayout
{
    Stacked,
    Inline,
    Pills
}

/// <summary>What radios and checkboxes share: choices given, written on the page or taken from an enum.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    public IEnumerable<Choice>? Items { get; set; }

    public ChoiceLayout Layout { get; set; }

    public bool Small { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(ChoiceTagHelper)] = new List<Choice>();

    protected IReadOnlyList<Choice> Choices(TagHelperContext context)
    {
        var written = (List<Choice>)context.Items[typeof(ChoiceTagHelper)];
        var type = For.Metadata.ElementType ?? For.Metadata.UnderlyingOrModelType;
        var given = Items ?? (written.Count is 0 && type.IsEnum ? Choice.Of(Nullable.GetUnderlyingType(type) ?? type) : []);
        return [.. given, .. written];
    }

    /// <summary>What is chosen: as posted, else as the model has it.</summary>
    protected HashSet<string> Chosen(Field field) =>
        View.ViewData.ModelState[field.Name]?.RawValue switch
        {
            string one => [one],
            string[] many => [.. many],
            _ when field.Model is IEnumerable several and not string => [.. several.Cast<object>().Select(value => value.ToString()!)],
            _ => field.Value is null ? [] : [field.Value]
        };

    /// <param name="kind">radios or checkboxes: the name that govuk-frontend has for them.</param>
    protected IHtmlContent All(string kind, string type, Field field, IReadOnlyList<Choice> choices, string? describedBy, IReadOnlyList<TagHelperAttribute> passed)
    {
        var chosen = Chosen(field);
        var classes = $"govuk-{kind}" + Layout switch
        {
            ChoiceLayout.Inline => $" govuk-{kind}--inline",
            ChoiceLayout.Pills => " chips",
            _ => Small ? $" govuk-{kind}--small" : ""
        };
        var all = Html.Tag("div", classes).With("data-module", $"govuk-{kind}");
        Pass(all, passed);
        for (var at = 0; at < choices.Count; at++)
        {
            Append(all, kind, type, field, choices[at], at, chosen.Contains(choices[at].Value), describedBy);
        }

        return all;
    }

    private static void Append(TagBuilder all, string kind, string type, Field field, Choice choice, int at, bool chosen, string? describedBy)
    {
        var id = at is 0 ? field.Id : $"{field.Id}-{at + 1}";
        var hint = choice.Hint is null ? null : Html.Tag("div", $"govuk-hint govuk-{kind}__hint", choice.Hint).With("id", $"{id}-item-hint");
        var described = string.Join(' ', new[] { describedBy, choice.Hint is null ? null : $"{id}-item-hint" }.Where(part => part is not null));
        var input = Html.Tag("input", $"govuk-{kind}__input")
            .With("id", id).With("name", field.Name).With("type", type).With("value", choice.Value)
            .Where(chosen, "checked").Where(choice.Disabled, "disabled")
            .With("data-aria-controls", choice.Reveals is null ? null : $"conditional-{id}")
            .With("aria-describedby", described.Length is 0 ? null : described);
        all.InnerHtml.AppendHtml(Html.Tag(
            "div",
            $"govuk-{kind}__item",
            input,
            Html.Tag("label", $"govuk-label govuk-{kind}__label", choice.Text).With("for", id),
            hint));

        if (choice.Reveals is not null)
        {
            var hidden = chosen ? "" : $" govuk-{kind}__conditional--hidden";
            all.InnerHtml.AppendHtml(Html.Tag("div", $"govuk-{kind}__conditional{hidden}", choice.Reveals).With("id", $"conditional-{id}"));
        }
    }
}
