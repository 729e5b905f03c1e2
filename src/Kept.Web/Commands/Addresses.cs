namespace Kept.Web.Commands;

/// <summary>Addresses as a person would open them.</summary>
internal static class Addresses
{
    /// <summary>The first address listened on; "any address" becomes this machine's own name for itself.</summary>
    public static string First(string urls)
    {
        var first = urls.Split(';')[0].TrimEnd('/');
        foreach (var any in (string[])["://+", "://*", "://0.0.0.0", "://[::]"])
        {
            first = first.Replace(any, "://localhost", StringComparison.Ordinal);
        }

        return first;
    }

    public static bool CanBeListenedOn(string url) =>
        Uri.TryCreate(First(url), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.PathAndQuery is "/";
}
