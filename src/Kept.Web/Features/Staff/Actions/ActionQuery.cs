namespace Kept.Web.Features.Staff.Actions;

/// <summary>The part of an address that says which actions are shown.</summary>
internal static class ActionQuery
{
    private static readonly string[] Names = ["pupil", "owner", "status", "late", "year", "source", "q"];

    /// <summary>Without the page number, without what is empty, always in the same order.</summary>
    public static string Of(IQueryCollection query) => string.Join('&', Names
        .Select(name => (name, value: query[name].ToString()))
        .Where(pair => pair.value.Length > 0)
        .Select(pair => $"{pair.name}={Uri.EscapeDataString(pair.value)}"));

    /// <summary>The same without one of its filters.</summary>
    public static string Without(this IQueryCollection query, string name) =>
        string.Join('&', Of(query).Split('&').Where(part => !part.StartsWith($"{name}=", StringComparison.Ordinal)));
}
