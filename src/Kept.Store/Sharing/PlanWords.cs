using System.Collections;
using System.Reflection;
using Kept.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Sharing;

/// <summary>The texts of a plan, without those that stood in the version before it.</summary>
internal static class PlanWords
{
    private const int Deepest = 6;

    public static async Task<string> NewInAsync(KeptDb db, PlanVersion version, CancellationToken cancel)
    {
        var before = await db.PlanVersions.AsNoTracking().FirstOrDefaultAsync(v => v.PlanId == version.PlanId && v.Number == version.Number - 1, cancel);
        HashSet<string> known = before is null ? [] : [.. TextsOf(before.Content, 0)];
        return string.Join(" \u2029 ", TextsOf(version.Content, 0).Append(version.Reason ?? "").Where(words => words.Length > 0 && !known.Contains(words)));
    }

    /// <summary>Whatever a plan holds, and will hold.</summary>
    private static IEnumerable<string> TextsOf(object? part, int depth) => part switch
    {
        null => [],
        string words => [words],
        _ when depth == Deepest => [],
        IEnumerable many => many.Cast<object?>().SelectMany(one => TextsOf(one, depth + 1)),
        _ when part.GetType().Assembly == typeof(PlanContent).Assembly && part.GetType().IsClass =>
            part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => TextsOf(p.GetValue(part), depth + 1)),
        _ => []
    };
}
