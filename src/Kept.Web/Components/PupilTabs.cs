using Kept.Domain;
using Kept.Domain.Pupils;

namespace Kept.Web.Components;

/// <summary>The pages about one pupil, one row of links at the head of each: what is now, then what stands beside it.</summary>
/// <param name="Current">The page's own path after the pupil; empty for the pupil's own page.</param>
public sealed record PupilTabs(Id<Pupil> PupilId, string PupilName, string Current)
{
    public const string Handover = "/handover";

    private static readonly (string Text, string Path)[] Pages =
    [
        ("Now", ""),
        ("Plan", "/plan"),
        ("Documents", "/documents"),
        ("Meetings", "/meetings"),
        ("Chronology", "/chronology"),
        ("People", "/people"),
        ("Handover", Handover),
    ];

    public IEnumerable<ShellLink> Links => Pages.Select(p => new ShellLink(p.Text, $"/pupils/{PupilId}{p.Path}", p.Path == Current));
}
