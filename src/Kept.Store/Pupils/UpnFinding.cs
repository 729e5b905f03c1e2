using Kept.Domain.Pupils;

namespace Kept.Store.Pupils;

public static class UpnFinding
{
    /// <summary>Those whose UPN is or begins as typed, read along its index; null where what was typed begins no UPN, and is a name.</summary>
    /// <param name="pupils">From the door: only those whom the viewer may see.</param>
    /// <param name="typed">By a person, in capitals or not, with spaces or not.</param>
    public static IQueryable<Pupil>? WithUpn(this IQueryable<Pupil> pupils, string? typed)
    {
        if (UpnBeginning.Read(typed) is not { } first)
        {
            return null;
        }

        var last = UpnBeginning.LastOf(first);
#pragma warning disable CA1309 // The database compares, along the index that it sorts by.
        return pupils.Where(p => string.Compare(p.Upn, first) >= 0 && string.Compare(p.Upn, last) <= 0);
#pragma warning restore CA1309
    }
}
