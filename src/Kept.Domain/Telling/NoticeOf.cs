using Kept.Domain.Access;

namespace Kept.Domain.Telling;

/// <summary>What a carer is told of. What goes out by email or text never says it: only that something waits.</summary>
public enum NoticeOf
{
    /// <summary>A conversation and what it agreed is shared.</summary>
    Agreed,

    /// <summary>Something agreed was moved, done, parked, begun or given to somebody else.</summary>
    Changed,

    /// <summary>A meeting is booked, moved or called off.</summary>
    Meeting,

    /// <summary>A version of the plan is published.</summary>
    Plan,

    /// <summary>What this carer raised has an answer.</summary>
    Answer,

    /// <summary>What this carer said of a part of the plan has an answer.</summary>
    PlanAnswer,

    /// <summary>The team has written to this carer.</summary>
    Message,

    /// <summary>Something that the school tells many families.</summary>
    News
}

public static class NoticesOf
{
    /// <summary>Who of the staff may know that there is such a notice: an answer or a message says that this carer wrote (rule 7).</summary>
    public static Visibility Visibility(this NoticeOf of) => of is NoticeOf.Answer or NoticeOf.PlanAnswer or NoticeOf.Message ? Access.Visibility.Staff : Access.Visibility.Family;
}
