using System.Globalization;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Reviews;

namespace Kept.Web.World;

/// <summary>Something that will be done, as the file of conversations says it, and what came of it.</summary>
internal sealed record Promise(string Part, int Days, string What, string? Outcome);

internal sealed record LookBack(int Days, DidItHappen Happened, string WhatChanged, string? WhatNext);

/// <summary>One hand-written exchange between a school and a family, to be told of some child.</summary>
internal sealed record Conversation(string? Id, string For, IReadOnlyList<string> Needs, Channel Channel, Visibility Visibility, string Issue)
{
    public static IReadOnlyList<Conversation> All { get; } = [.. WordList.Blocks("conversations.txt").Select(Read)];

    /// <summary>The part that wrote it down, where that is not who owns the first action.</summary>
    public string? LoggedBy { get; private init; }

    /// <summary>A professional's part, when it was not with a carer.</summary>
    public string? With { get; private init; }

    /// <summary>What was written at first, wrongly, and why it was corrected.</summary>
    public string? FirstIssue { get; private init; }

    public string? Why { get; private init; }

    public string? Said { get; private init; }

    public string? Note { get; private init; }

    /// <summary>Whether the family waits for an answer, and what that was.</summary>
    public bool Waits { get; private init; }

    public string? Answer { get; private init; }

    public IReadOnlyList<Promise> Promises { get; private init; } = [];

    public LookBack? LookBack { get; private init; }

    /// <summary>Days until it is looked at again; what agrees something always is.</summary>
    public int? LooksBackAfter => LookBack?.Days ?? (Promises.Count > 0 ? Promises.Max(p => p.Days) + 7 : null);

    public static Conversation Called(string id) => All.First(c => c.Id == id);

    /// <summary>Whether it could be about a child of this age with these needs.</summary>
    public bool Suits(Child child, bool primary) =>
        (For is "both" || (For is "primary") == primary) && (Needs.Count == 0 || Needs.Intersect(child.Pupil.Needs).Any());

    private static Conversation Read(IReadOnlyList<string> lines)
    {
        IEnumerable<string> Every(string key) =>
            lines.Where(l => l.StartsWith(key + ": ", StringComparison.Ordinal)).Select(l => l[(key.Length + 2)..]);
        string? Line(string key) => Every(key).FirstOrDefault();
        var needs = (Line("needs") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Conversation(Line("id"), Line("for")!, needs, Channels.Read(Line("by")) ?? Channel.Phone, SeenBy(Line("seen")), Line("issue")!)
        {
            LoggedBy = Line("logged"),
            With = Line("with"),
            FirstIssue = Line("first"),
            Why = Line("why"),
            Said = Line("said"),
            Note = Line("note"),
            Waits = Line("waits") is not null,
            Answer = Line("answer"),
            Promises = PromisesIn([.. Every("do")], [.. Every("done")]),
            LookBack = LookBackIn(Line("review"), Line("next"))
        };
    }

    private static Visibility SeenBy(string? word) => word switch
    {
        "staff" => Visibility.Staff,
        "send-team" => Visibility.SendTeam,
        "safeguarding" => Visibility.Safeguarding,
        _ => Visibility.Family
    };

    private static List<Promise> PromisesIn(string[] promised, string[] outcomes) => [.. promised.Select((line, i) =>
    {
        var words = line.Split(' ', 3);
        return new Promise(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), words[2], outcomes.ElementAtOrDefault(i));
    })];

    private static LookBack? LookBackIn(string? review, string? next)
    {
        if (review?.Split(' ', 3) is not { } words)
        {
            return null;
        }

        var happened = Enum.Parse<DidItHappen>(words[1], ignoreCase: true);
        return new LookBack(int.Parse(words[0], CultureInfo.InvariantCulture), happened, words[2], next);
    }
}
