namespace Kept.Domain.Access;

/// <summary>Who may see a part of the record (rule 7). Wider audiences come first.</summary>
public enum Visibility
{
    /// <summary>Shared with the family and with the staff who work with the pupil.</summary>
    Family,

    /// <summary>Staff who work with the pupil.</summary>
    Staff,

    /// <summary>SENCO, SEND lead, school leaders and the safeguarding leads.</summary>
    SendTeam,

    /// <summary>The designated safeguarding lead and deputies, and nobody else (KCSIE).</summary>
    Safeguarding
}
