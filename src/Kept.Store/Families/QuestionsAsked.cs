using Kept.Domain;
using Kept.Domain.Families;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Families;

/// <summary>What a school asks before a meeting. It is the same for every family and tells of none.</summary>
internal static class QuestionsAsked
{
    /// <summary>Those of a half-written draft that are asked no more, several sets back.</summary>
    private const int MostBefore = 40;

    /// <summary>Those that are asked now, in their order; then those that are named and asked no more. A key that names nothing here gives nothing.</summary>
    public static async Task<IReadOnlyList<AskedQuestion>> QuestionsAskedAsync(this VisibleRecord record, IEnumerable<string> named, CancellationToken cancel)
    {
        var keys = named.Distinct().Take(MostBefore).ToList();
        var ids = keys.Where(key => Guid.TryParseExact(key, "D", out _)).Select(key => new Id<SchoolQuestion>(Guid.ParseExact(key, "D"))).ToList();
        var rows = await record.Questions.AsNoTracking().Where(q => q.Place != null || ids.Contains(q.Id)).OrderBy(q => q.Id).Take(QuestionSet.Most + MostBefore).ToListAsync(cancel);
        var now = rows.Exists(q => q.Place is not null) ? [.. rows.Where(q => q.IsAsked).OrderBy(q => q.Place).Select(q => q.Asked)] : AskedQuestion.OfKept;
        var known = rows.Select(q => q.Asked).Concat(AskedQuestion.OfKept).ToList();
        return
        [
            .. now,
            .. keys.Where(key => now.All(q => q.Key != key)).Select(key => known.Find(q => q.Key == key)).OfType<AskedQuestion>().Select(q => q with { IsAskedNow = false })
        ];
    }
}
