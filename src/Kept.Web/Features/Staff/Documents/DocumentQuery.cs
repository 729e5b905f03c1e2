namespace Kept.Web.Features.Staff.Documents;

/// <summary>The part of an address that says which documents are shown.</summary>
internal static class DocumentQuery
{
    private static readonly string[] Names = ["pupil", "category", "year", "dated", "show", "q"];

    /// <summary>Without the page number, without what is empty, always in the same order.</summary>
    public static string Of(IQueryCollection query) => string.Join('&', Parts(query).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    public static IEnumerable<(string Name, string Value)> Parts(IQueryCollection query) =>
        Names.Select(name => (Name: name, Value: query[name].ToString())).Where(part => part.Value.Length > 0);
}
