using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Components;

/// <summary>A choice that is in another language than the page: a language by its own name, or what somebody wrote.</summary>
/// <param name="lang">BCP 47 tag of the text, so that it is read out in its own voice.</param>
public sealed class SpokenItem(string text, string value, string lang) : SelectListItem(text, value)
{
    public string Lang => lang;
}
