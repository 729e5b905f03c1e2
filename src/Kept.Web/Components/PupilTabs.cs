using Kept.Domain;
using Kept.Domain.Pupils;

namespace Kept.Web.Components;

/// <summary>The pages about one pupil, one row of links at the head of each: what is now, then what stands beside it.</summary>
/// <param name="Current">The page's own path after the pupil; empty for the pupil's own page.</param>
public sealed record PupilTabs(Id<Pupil> PupilId, string PupilName, string Current)
{
    public const string Handover = "/handover";

    /// <summary>Only for staff who work with the pupil: for others the link would say that there is something.</summary>
    public const string Messages = "/messages";

    private static readonly (string Text, string Path)[] Pages =
    [
        ("Now", ""),
        ("Plan", "/plan"),
        ("Documents", "/documents"),
        ("Meetings", "/meetings"),
        ("Messages", Messages),
        ("Chronology", "/chronology"),
        ("People", "/people"),
        ("Handover", Handover),
    ];

    /// <param name="mayReadMessages">Whether the viewer is staff who work with pupils.</param>
    public IEnumerable<ShellLink> Links(bool mayReadMessages) => Pages.Where(p => mayReadMessages || p.Path != Messages).Select(p => new ShellLink(p.Text, $"/pupils/{PupilId}{p.Path}", p.Path == Current));
}
