using Kept.Domain.Access;

namespace Kept.Domain.Packs;

/// <summary>
/// What an audience gets: the rule of the pack (rule 7; UK GDPR art. 15; the child protection file apart from the main one). It never
/// gives more than whoever makes the pack may see: see <see cref="HeldBy"/>.
/// </summary>
public sealed record PackScope
{
    public required PackAudience Audience { get; init; }

    public required IReadOnlySet<Visibility> Sees { get; init; }

    /// <summary>Whether carers, and the child, are named. Governors audit what the school did, and need not know for whom.</summary>
    public bool NamesTheFamily { get; private init; } = true;

    /// <summary>Whether all carers are listed, with how to reach them and what may not be told to them. A family’s pack has its reader’s own alone.</summary>
    public bool ListsCarers { get; private init; }

    /// <summary>Whether what concerns other people, or safeguarding, is marked, so that somebody looks before it goes out.</summary>
    public bool MarksOthers { get; private init; }

    /// <summary>
    /// Whether what is about other children too may be named. Only where somebody looks at the marks first: a title alone tells of the others.
    /// </summary>
    public bool NamesOtherChildren => MarksOthers;

    /// <summary>Whether it says for whom each part was written. A family sees only its own, and needs no such word.</summary>
    public bool SaysWhoSees => Audience is not PackAudience.Family and not PackAudience.Governor;

    /// <summary>The narrowest that can be in it: who may no longer see that may no longer have the pack.</summary>
    public Visibility Narrowest => Sees.Max();

    /// <param name="by">Who makes it.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="safeguarding">Whether safeguarding records are asked for.</param>
    public static Result<PackScope> Of(StaffViewer by, PackAudience audience, bool safeguarding)
    {
        if (safeguarding && RefusalOfSafeguarding(by, audience) is { } refusal)
        {
            return refusal;
        }

        var all = UpTo(safeguarding ? Visibility.Safeguarding : Visibility.SendTeam);
        var scope = audience switch
        {
            PackAudience.Family => new PackScope { Audience = audience, Sees = UpTo(Visibility.Family) },

            // The child protection file goes to the next school apart from the main file, and nothing else is in it (KCSIE).
            PackAudience.NextSchool when safeguarding => new PackScope { Audience = audience, Sees = new HashSet<Visibility> { Visibility.Safeguarding }, ListsCarers = true },
            PackAudience.NextSchool => new PackScope { Audience = audience, Sees = all, ListsCarers = true },
            PackAudience.Governor => new PackScope { Audience = audience, Sees = UpTo(Visibility.Staff), NamesTheFamily = false },
            _ => new PackScope { Audience = audience, Sees = all, ListsCarers = true, MarksOthers = true }
        };
        var seen = scope.Sees.Where(by.MaySee).ToHashSet();
        return seen.Count > 0 ? scope with { Sees = seen } : new Refusal("You may see nothing of what this pack would hold");
    }

    /// <summary>The same person, seeing no more than the pack’s readers shall.</summary>
    public StaffViewer HeldBy(StaffViewer by) => by.HeldTo(Sees);

    private static Refusal? RefusalOfSafeguarding(StaffViewer by, PackAudience audience) =>
        !by.MaySee(Visibility.Safeguarding)
            ? new Refusal("Only a safeguarding lead can put safeguarding records into a pack", nameof(PackWish.Safeguarding))
        : audience is PackAudience.Family or PackAudience.Governor
            ? new Refusal($"Safeguarding records are never in a pack for {(audience is PackAudience.Family ? "the family" : "a governor")}", nameof(PackWish.Safeguarding))
        : null;

    private static HashSet<Visibility> UpTo(Visibility narrowest) => [.. Enum.GetValues<Visibility>().Where(v => v <= narrowest)];
}
