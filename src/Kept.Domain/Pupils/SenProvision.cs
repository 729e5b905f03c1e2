namespace Kept.Domain.Pupils;

/// <summary>The SEN provision of the school census: N, K or E.</summary>
public enum SenProvision
{
    None,

    /// <summary>SEN support (K).</summary>
    Support,

    /// <summary>Education, health and care plan (E).</summary>
    Plan
}

public static class SenProvisions
{
    /// <summary>Plain words for a page: "EHC plan".</summary>
    public static string InWords(this SenProvision provision) => provision switch
    {
        SenProvision.Support => "SEN support",
        SenProvision.Plan => "EHC plan",
        _ => "No SEN"
    };

    /// <summary>
    /// Reads a census code or the words beside it ("K", "K - SEN Support"). Codes from before 2014 map to what replaced
    /// them: A and P to SEN support, S to an EHC plan. Null when it is none of these.
    /// </summary>
    public static SenProvision? Read(string? text)
    {
        var key = Text.Key(text ?? "");
        return key.Split(' ')[0] switch
        {
            "" => SenProvision.None,
            "n" or "none" or "no" => SenProvision.None,
            "k" or "a" or "p" or "sen" => SenProvision.Support,
            "e" or "s" or "ehc" or "ehcp" or "education" or "statement" => SenProvision.Plan,
            _ => null
        };
    }
}
