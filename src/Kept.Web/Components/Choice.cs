using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Components;

/// <summary>One answer that may be chosen.</summary>
/// <param name="Reveals">What is asked only when this is chosen.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, IHtmlContent? Reveals = null, bool Disabled = false)
{
    /// <summary>The members of an enum in the order they are declared, in the words of their [Display(Name, Description)].</summary>
    public static IReadOnlyList<Choice> Of(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(member =>
        {
            var display = member.GetCustomAttribute<DisplayAttribute>();
            return new Choice(member.Name, display?.GetName() ?? member.Name, display?.GetDescription());
        })];

    public static IReadOnlyList<Choice> Of<TEnum>() where TEnum : struct, Enum => Of(typeof(TEnum));
}
