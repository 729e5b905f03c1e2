namespace Kept.Domain.Pupils;

/// <summary>Types of need as the school census codes them (DfE, SEN census guidance).</summary>
public static class SenNeeds
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["SPLD"] = "Specific learning difficulty",
        ["MLD"] = "Moderate learning difficulty",
        ["SLD"] = "Severe learning difficulty",
        ["PMLD"] = "Profound and multiple learning difficulty",
        ["SEMH"] = "Social, emotional and mental health",
        ["SLCN"] = "Speech, language and communication needs",
        ["HI"] = "Hearing impairment",
        ["VI"] = "Visual impairment",
        ["MSI"] = "Multi-sensory impairment",
        ["PD"] = "Physical disability",
        ["ASD"] = "Autistic spectrum disorder",
        ["OTH"] = "Other difficulty or disability",
        ["NSA"] = "SEN support but no specialist assessment of type of need",

        // In the statistics from 2025; the letters are not confirmed by a census guide.
        ["DS"] = "Down syndrome"
    };

    private static readonly Dictionary<string, string> ByLabel =
        Labels.ToDictionary(need => Text.Key(need.Value), need => need.Key, StringComparer.Ordinal);

    /// <summary>Every code, in the order of the census.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Labels.Keys];

    /// <summary>The same needs always in one order, each once: in which order somebody ticked them says nothing. What is no code comes last.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> needs)
    {
        var all = needs.ToHashSet(StringComparer.Ordinal);
        return [.. Codes.Where(all.Contains), .. all.Except(Codes).Order(StringComparer.Ordinal)];
    }

    public static string InWords(string code) => Labels.GetValueOrDefault(code, code);

    /// <summary>Reads "SEMH", "SpLD - Specific Learning Difficulty" or the words alone; null when it is none of these.</summary>
    public static string? Read(string? text)
    {
        var key = Text.Key(text ?? "");
        var code = key.Split(' ')[0].ToUpperInvariant();
        if (code is "BESD")
        {
            return "SEMH"; // What replaced it in 2014.
        }

        return Labels.ContainsKey(code) ? code : ByLabel.GetValueOrDefault(key);
    }
}
