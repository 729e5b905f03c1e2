using AngleSharp.Html.Dom;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Plans;

internal static class PlanPages
{
    /// <summary>What is chosen in a list that drops down.</summary>
    public static string? Chosen(this TestPage page, string name) => ((IHtmlSelectElement)page.Document.QuerySelector($"select[name='{name}']")!).Value;
}
