namespace Kept.Domain.People;

/// <summary>What a member of staff does at one school. A person may hold several.</summary>
public enum StaffRole
{
    Senco,
    SendLead,
    ClassTeacher,
    FormTutor,
    TeachingAssistant,
    PastoralLead,
    AttendanceLead,
    Office,
    SeniorLeader,
    HeadTeacher,
    Dsl,
    DeputyDsl,
    Governor,
    TrustLead,
    Administrator
}

/// <summary>The roles in the school's own words.</summary>
public static class StaffRoles
{
    private static readonly Dictionary<StaffRole, string> Words = new()
    {
        [StaffRole.Senco] = "SENCO",
        [StaffRole.SendLead] = "SEND lead",
        [StaffRole.ClassTeacher] = "class teacher",
        [StaffRole.FormTutor] = "form tutor",
        [StaffRole.TeachingAssistant] = "teaching assistant",
        [StaffRole.PastoralLead] = "pastoral lead",
        [StaffRole.AttendanceLead] = "attendance lead",
        [StaffRole.Office] = "office",
        [StaffRole.SeniorLeader] = "senior leader",
        [StaffRole.HeadTeacher] = "head teacher",
        [StaffRole.Dsl] = "DSL",
        [StaffRole.DeputyDsl] = "deputy DSL",
        [StaffRole.Governor] = "governor",
        [StaffRole.TrustLead] = "trust lead",
        [StaffRole.Administrator] = "administrator"
    };

    public static string InWords(this StaffRole role) => Words[role];

    /// <summary>Roles that are held for a class: its teacher, tutor or assistant.</summary>
    public static bool IsForAClass(this StaffRole role) =>
        role is StaffRole.ClassTeacher or StaffRole.FormTutor or StaffRole.TeachingAssistant;

    /// <summary>Reads the school's words, forgiving of case and of the usual short forms.</summary>
    public static StaffRole? Read(string words)
    {
        var key = Text.Key(words);
        foreach (var (role, text) in Words)
        {
            if (Text.Key(text) == key)
            {
                return role;
            }
        }

        return key switch
        {
            "sendco" or "sen coordinator" or "send coordinator" => StaffRole.Senco,
            "teacher" => StaffRole.ClassTeacher,
            "tutor" => StaffRole.FormTutor,
            "ta" or "lsa" or "learning support assistant" => StaffRole.TeachingAssistant,
            "pastoral" or "head of year" => StaffRole.PastoralLead,
            "attendance" => StaffRole.AttendanceLead,
            "admin" or "office staff" or "school office" or "secretary" => StaffRole.Office,
            "slt" or "deputy head" or "assistant head" => StaffRole.SeniorLeader,
            "head" or "headteacher" or "principal" => StaffRole.HeadTeacher,
            "designated safeguarding lead" or "safeguarding lead" => StaffRole.Dsl,
            "ddsl" or "deputy designated safeguarding lead" => StaffRole.DeputyDsl,
            "it administrator" or "data manager" => StaffRole.Administrator,
            _ => null
        };
    }
}
