using Kept.Store.Coming;

namespace Kept.Web.Components;

/// <summary>What each kind of date is called, and the page where it is dealt with.</summary>
public static class ComingPlaces
{
    public static string InWords(ComingKind kind) => kind switch
    {
        ComingKind.Action => "action due",
        ComingKind.LookAgain => "parked, look again",
        ComingKind.EntryReview => "review",
        _ => throw new ArgumentOutOfRangeException(nameof(kind))
    };

    public static string Of(ComingRow row) => row.Kind switch
    {
        ComingKind.Action or ComingKind.LookAgain => $"/actions/{row.Id}",
        ComingKind.EntryReview => $"/entries/{row.Id}",
        _ => throw new ArgumentOutOfRangeException(nameof(row))
    };
}
