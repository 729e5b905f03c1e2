using Kept.Store.Accounts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Web.Components;

/// <summary>What an authenticator app needs: the square code to scan, and the same in letters for who cannot scan.</summary>
[HtmlTargetElement("kept-authenticator", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AuthenticatorTagHelper : TagHelper
{
    public string Secret { get; set; } = "";

    public string Account { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-list govuk-list--number authenticator");
        output.Content.SetHtmlContent(Html.Tag("li", null, "Open an authenticator app on your phone, such as the one your school uses."));
        output.Content.AppendHtml(Html.Tag(
            "li",
            null,
            "Scan this code with it.",
            Html.Tag("img", null).With("src", SquareTagHelper.Picture(Totp.Address(Secret, Account))).With("alt", "Square code for the authenticator app")));
        output.Content.AppendHtml(Html.Tag(
            "li",
            null,
            "If it cannot be scanned, type this key into the app: ",
            Html.Tag("code", "key", string.Join(' ', Secret.Chunk(4).Select(four => new string(four))))));
    }
}
