namespace Kept.Domain.Coach;

/// <summary>Words for owners who are nobody in particular.</summary>
internal static class Groups
{
    /// <summary>More than one person: the promise would be everybody's and so nobody's.</summary>
    public static IReadOnlySet<string> Many { get; } = new HashSet<string>(
    [
        "school", "the school", "we", "us", "all", "everyone", "everybody", "both", "all of us", "both of us", "we all",
        "staff", "all staff", "school staff", "class staff", "support staff", "teaching staff", "office staff", "lunch staff", "lunchtime staff",
        "kitchen staff", "all school staff", "all class staff", "staff team", "members of staff", "relevant staff", "key staff",
        "team", "send team", "sen team", "inclusion team", "pastoral team", "class team", "year team", "teaching team", "office team",
        "senior team", "leadership team", "senior leadership team", "senior leaders", "slt", "attendance team", "safeguarding team",
        "send department", "sen department", "inclusion department", "learning support", "learning support team", "support team", "whole team",
        "teachers", "all teachers", "subject teachers", "all subject teachers", "class teachers", "tutors", "tas", "all tas", "the tas", "teaching assistants",
        "all adults", "adults", "class adults", "adults in class", "colleagues", "everyone in class", "midday supervisors", "dinner ladies",
        "parents", "both parents", "carers", "parents and carers", "parents/carers", "parent/carers", "family", "families", "mum & dad both", "home", "home and school", "school and home", "school and family", "parents and school", "school and parents",
        "camhs", "the la", "la", "local authority", "council", "outside agencies", "external agencies", "agencies", "professionals", "governors",
        "pupils", "the class", "whole class", "year 5", "everyone involved", "all involved", "all parties", "reception staff"
    ], StringComparer.Ordinal);

    /// <summary>Nobody yet.</summary>
    public static IReadOnlySet<string> Nobody { get; } = new HashSet<string>(
    [
        "tbc", "tba", "tbd", "t.b.c.", "someone", "somebody", "anyone", "anybody", "whoever", "no one", "unknown", "n/a", "none", "one of us", "one of the team", "one of the parents",
        "a member of staff", "member of staff", "a member of the team", "an adult", "a teacher", "a ta", "another adult", "another member of staff", "a parent", "either parent",
        "to be confirmed", "to be decided", "not sure who", "who", "?"
    ], StringComparer.Ordinal);
}
