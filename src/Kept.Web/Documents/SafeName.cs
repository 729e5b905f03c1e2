using System.Globalization;
using System.Text;
using Kept.Domain.Documents;

namespace Kept.Web.Documents;

/// <summary>What people typed as the name of a file or folder in a ZIP: nothing in it that any system dislikes or that turns letters round.</summary>
internal static class SafeName
{
    /// <param name="typed">As people wrote it; a stroke between its words becomes a dash.</param>
    /// <param name="most">Letters of it that are kept.</param>
    /// <param name="otherwise">Where nothing is left.</param>
    public static string Of(string typed, int most, string otherwise)
    {
        var tidy = ReceivedFile.Tidy(typed.Normalize(NormalizationForm.FormC).Replace('/', '-').Replace('\\', '-'));
        var bare = string.Concat(tidy.Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format)).Trim('.', ' ');
        var cut = bare[..Math.Min(bare.Length, most)];
        cut = (cut.Length > 0 && char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd('.', ' ');
        return cut.Length > 0 ? cut : otherwise;
    }
}
