namespace Kept.Web.Features.Staff.Documents;

/// <summary>The part of an address that says which documents are shown.</summary>
internal static class DocumentQuery
{
    private static readonly string[] Names = ["pupil", "category", "year", "dated", "show", "q"];

    /// <summary>Without the page number, without what is empty, always in the same order.</summary>
    public static string Of(IQueryCollection query) => string.Join('&', Names
        .Select(name => (name, value: query[name].ToString()))
        .Where(pair => pair.value.Length > 0)
        .Select(pair => $"{pair.name}={Uri.EscapeDataString(pair.value)}"));
}
