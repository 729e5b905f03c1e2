namespace Kept.Domain.Plans;

/// <summary>What a plan is. A pupil has one current plan of each kind.</summary>
public enum PlanKind
{
    /// <summary>The school's own record of SEN support (Code of Practice 6.71 to 6.75).</summary>
    SenSupport,

    /// <summary>An Individual Support Plan, as the 2026 reform proposes it: not law yet.</summary>
    Individual,

    /// <summary>How the school delivers an education, health and care plan, with a summary of the sections of that plan.</summary>
    Ehcp
}

/// <summary>How much support an Individual Support Plan is for. A child can move between the layers in any order.</summary>
public enum PlanLayer
{
    Targeted,

    /// <summary>With outside expertise, and perhaps an inclusion base.</summary>
    TargetedPlus,
    Specialist
}

public static class PlanWords
{
    public static string InWords(this PlanKind kind) => kind switch
    {
        PlanKind.Individual => "Individual Support Plan",
        PlanKind.Ehcp => "EHC plan summary",
        _ => "SEN support plan"
    };

    public static string InWords(this PlanLayer layer) => layer switch
    {
        PlanLayer.TargetedPlus => "Targeted plus",
        PlanLayer.Specialist => "Specialist",
        _ => "Targeted"
    };

    public static string InWords(this OutcomeTerm term) => term is OutcomeTerm.LongTerm ? "Long-term outcome" : "Short-term outcome";

    public static string InWords(this Achieved achieved) => achieved switch
    {
        Achieved.Yes => "Achieved",
        Achieved.Partly => "Partly achieved",
        _ => "Not yet"
    };

    public static string InWords(this Helped helped) => helped switch
    {
        Helped.Yes => "It helped",
        Helped.Partly => "It helped a little",
        _ => "It did not help"
    };
}
