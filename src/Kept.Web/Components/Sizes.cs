using System.Globalization;

namespace Kept.Web.Components;

internal static class Sizes
{
    /// <summary>"1.4 MB", "87 KB"; never less than "1 KB", which every reader’s phone says too.</summary>
    public static string InWords(long bytes) => bytes switch
    {
        >= 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB"),
        >= 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB"),
        _ => "1 KB"
    };
}
