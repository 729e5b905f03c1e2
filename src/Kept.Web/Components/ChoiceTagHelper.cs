using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>
/// One choice written on the page, inside kept-radios or kept-checkboxes. Its content is shown only while it is chosen:
/// <c>&lt;kept-choice value="Other" text="Another day"&gt;&lt;kept-date for="Form.Day" /&gt;&lt;/kept-choice&gt;</c>.
/// </summary>
[HtmlTargetElement("kept-choice")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Hint { get; set; }

    public bool Disabled { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var written = (List<Choice>)context.Items[typeof(ChoiceTagHelper)];
        written.Add(new Choice(Value, Text, Hint, content.IsEmptyOrWhiteSpace ? null : content, Disabled));
        output.SuppressOutput();
    }
}
