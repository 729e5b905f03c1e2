using Kept.Domain;
using Kept.Domain.Actions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Actions;

/// <summary>One change of an action with the names of those it concerns.</summary>
public sealed record NamedChange(ActionChange Change, string? By, string? From, string? To);

public static class ActionStory
{
    private const int Most = 100;

    /// <summary>The latest first. Names are given even of a carer who is tied to the pupil no more.</summary>
    public static async Task<IReadOnlyList<NamedChange>> ChangesAsync(this VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel = default) =>
        await record.ActionChanges.AsNoTracking()
            .Where(c => c.ActionId == action)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Take(Most)
            .Select(c => new NamedChange(
                c,
                record.Names.Where(p => p.Id == c.ById).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                record.Names.Where(p => p.Id == c.FromOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault(),
                record.Names.Where(p => p.Id == c.ToOwnerId).Select(p => ((p.Title ?? "") + " " + p.GivenName + " " + p.FamilyName).Trim()).FirstOrDefault()))
            .ToListAsync(cancel);
}
