namespace Kept.Domain.Meetings;

/// <summary>What a meeting is for.</summary>
public enum MeetingKind
{
    /// <summary>At least three a year for a pupil on SEN support (Code of Practice 6.65).</summary>
    SenSupport,

    /// <summary>The yearly review of an EHC plan, with the statutory steps around it.</summary>
    AnnualReview,

    Conversation,
    Transition,

    /// <summary>A complaint or a concern.</summary>
    Concern,

    CheckIn
}

public static class MeetingKinds
{
    /// <summary>"SEN support meeting", as a heading.</summary>
    public static string InWords(this MeetingKind kind) => kind switch
    {
        MeetingKind.SenSupport => "SEN support meeting",
        MeetingKind.AnnualReview => "Annual review",
        MeetingKind.Conversation => "Parent conversation",
        MeetingKind.Transition => "Transition meeting",
        MeetingKind.Concern => "Complaint or concern",
        _ => "Pastoral check-in"
    };
}

public enum MeetingStatus
{
    Planned,
    Running,
    Held,
    Cancelled
}

/// <summary>Who called a meeting off. What the family called off was offered all the same.</summary>
public enum CalledOffBy
{
    School,
    Family
}
