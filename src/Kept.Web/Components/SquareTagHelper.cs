using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Kept.Web.Components;

/// <summary>A square code that a phone's camera reads: <c>&lt;kept-square address="https://…" alt="…" /&gt;</c>.</summary>
[HtmlTargetElement("kept-square", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SquareTagHelper : TagHelper
{
    private const int PixelsPerSquare = 4;

    public string Address { get; set; } = "";

    public string Alt { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "img";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("src", Picture(Address));
        output.Attributes.SetAttribute("alt", Alt);
    }

    /// <summary>As an address of its own that holds the picture.</summary>
    internal static string Picture(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(code.GetGraphic(PixelsPerSquare))}";
    }
}
