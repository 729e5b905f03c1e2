using System.Globalization;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.Reviews;

namespace Kept.Web.World;

/// <summary>Something that will be done, as the file of conversations says it, and what came of it.</summary>
internal sealed record Promise(string Part, int Days, string What, string? Outcome);

internal sealed record LookBack(int Days, DidItHappen Happened, string WhatChanged, string? WhatNext);

/// <summary>One hand-written exchange between a school and a family, to be told of some child.</summary>
internal sealed record Conversation(IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<Conversation> All { get; } = [.. WordList.Blocks("conversations.txt").Select(b => new Conversation(b))];

    public static Conversation Called(string id) => All.First(c => c.Line("id") == id);

    public string For => Line("for")!;

    public IReadOnlyList<string> Needs => (Line("needs") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Channel Channel => Channels.Read(Line("by")) ?? Channel.Phone;

    /// <summary>The part that wrote it down, where that is not who owns the first action.</summary>
    public string? LoggedBy => Line("logged");

    /// <summary>A professional's part, when it was not with a carer.</summary>
    public string? With => Line("with");

    public string Issue => Line("issue")!;

    /// <summary>What was written at first, wrongly, and why it was corrected.</summary>
    public string? FirstIssue => Line("first");

    public string? Why => Line("why");

    public string? Said => Line("said");

    public string? Note => Line("note");

    public string? Answer => Line("answer");

    public bool Waits => Line("waits") is not null;

    public Visibility Visibility => Line("seen") switch
    {
        "staff" => Visibility.Staff,
        "send-team" => Visibility.SendTeam,
        "safeguarding" => Visibility.Safeguarding,
        _ => Visibility.Family
    };

    public IReadOnlyList<Promise> Promises
    {
        get
        {
            var outcomes = Every("done").ToList();
            return [.. Every("do").Select((line, i) =>
            {
                var words = line.Split(' ', 3);
                return new Promise(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), words[2], outcomes.ElementAtOrDefault(i));
            })];
        }
    }

    public LookBack? LookBack
    {
        get
        {
            if (Line("review")?.Split(' ', 3) is not { } words)
            {
                return null;
            }

            var happened = Enum.Parse<DidItHappen>(words[1], ignoreCase: true);
            return new LookBack(int.Parse(words[0], CultureInfo.InvariantCulture), happened, words[2], Line("next"));
        }
    }

    /// <summary>Days until it is looked at again; what agrees something always is.</summary>
    public int? LooksBackAfter => LookBack?.Days ?? (Promises.Count > 0 ? Promises.Max(p => p.Days) + 7 : null);

    /// <summary>Whether it could be about a child of this age with these needs.</summary>
    public bool Suits(Child child, bool primary) =>
        For is "both" || (For is "primary") == primary
            ? Needs.Count == 0 || Needs.Intersect(child.Pupil.Needs).Any()
            : false;

    private string? Line(string key) => Every(key).FirstOrDefault();

    private IEnumerable<string> Every(string key) =>
        Lines.Where(l => l.StartsWith(key + ": ", StringComparison.Ordinal)).Select(l => l[(key.Length + 2)..]);
}
