using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>
/// A day, typed as people type it ("2 May", "next Friday"). With <c>split="true"</c>, three boxes for a date that is known by heart,
/// such as a date of birth; they post as Name.Day, Name.Month and Name.Year.
/// </summary>
[HtmlTargetElement("kept-date", Attributes = "for")]
public sealed class DateTagHelper : FieldTagHelper
{
    private const string UsualHint = "For example, 2 May or next Friday";

    public bool Split { get; set; }

    protected override IHtmlContent Body(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after, TagHelperContext context) =>
        Split ? Boxes(field, after) : Line(field with { Hint = field.Hint ?? UsualHint }, passed, after);

    private IHtmlContent Line(Field field, IReadOnlyList<TagHelperAttribute> passed, IHtmlContent after)
    {
        var typed = View.ViewData.ModelState[field.Name]?.AttemptedValue
            ?? (field.Model is LocalDate day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : field.Value);
        var input = Html.Tag("input", "govuk-input govuk-input--width-20" + (field.Error is null ? "" : " govuk-input--error"))
            .With("id", field.Id).With("name", field.Name).With("type", "text").With("autocomplete", "off")
            .With("value", string.IsNullOrEmpty(typed) ? null : typed)
            .With("aria-describedby", field.DescribedBy);
        Pass(input, passed);
        return OneControl(field, input, after);
    }

    private IHtmlContent Boxes(Field field, IHtmlContent after)
    {
        var date = field.Model as LocalDate?;
        var words = FrameWords.Of(View.HttpContext);
        // The first box has the field's own id, so that an error about the date leads to where typing starts.
        var boxes = Html.Tag(
            "div",
            "govuk-date-input",
            Box(field, field.Id, "Day", words.Day, 2, date?.Day),
            Box(field, $"{field.Id}-month", "Month", words.Month, 2, date?.Month),
            Box(field, $"{field.Id}-year", "Year", words.Year, 4, date?.Year)).With("id", $"{field.Id}-date");
        return Several(field, boxes, after, role: "group");
    }

    private TagBuilder Box(Field field, string id, string part, string label, int width, int? number)
    {
        var name = $"{field.Name}.{part}";
        var value = View.ViewData.ModelState[name]?.AttemptedValue ?? number?.ToString(CultureInfo.InvariantCulture);
        var classes = "govuk-input govuk-date-input__input" + (field.Error is null ? "" : " govuk-input--error") + $" govuk-input--width-{width}";
        return Html.Tag(
            "div",
            "govuk-date-input__item",
            Html.Tag(
                "div",
                "govuk-form-group",
                Html.Tag("label", "govuk-label govuk-date-input__label", label).With("for", id),
                Html.Tag("input", classes).With("id", id).With("name", name).With("type", "text").With("inputmode", "numeric").With("value", value)));
    }
}
