using Kept.Domain;

namespace Kept.Web.Imports;

/// <summary>Headings compared as systems vary them: "First name", "FirstName" and "first_name" are one.</summary>
internal static class Headings
{
    public static string Key(string heading) => Text.Key(heading).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The column of the first heading that is known, in the order of preference given; -1 when there is none.</summary>
    public static int Find(IReadOnlyList<string> keys, IEnumerable<string> known, Func<int, bool>? free = null)
    {
        foreach (var heading in known)
        {
            for (var column = 0; column < keys.Count; column++)
            {
                if (keys[column] == heading && (free is null || free(column)))
                {
                    return column;
                }
            }
        }

        return -1;
    }
}
