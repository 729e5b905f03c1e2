namespace Kept.Domain.People;

/// <summary>Who a carer is to a child, in the words that schools and families use.</summary>
public static class RelationshipKinds
{
    public const int MaxLength = 40;

    /// <summary>Codes of the Common Transfer File and the short forms seen in exports. A code not known stays as it came.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["pam"] = "mother", ["mum"] = "mother", ["mam"] = "mother", ["mummy"] = "mother", ["mth"] = "mother",
        ["paf"] = "father", ["dad"] = "father", ["daddy"] = "father", ["fth"] = "father",
        ["stp"] = "step-parent", ["step parent"] = "step-parent", ["stepparent"] = "step-parent",
        ["step mother"] = "stepmother", ["step father"] = "stepfather",
        ["car"] = "carer", ["rel"] = "relative", ["other relative"] = "relative",
        ["fam"] = "family member", ["other family member"] = "family member",
        ["swr"] = "social worker", ["doc"] = "doctor", ["rlg"] = "religious contact", ["oth"] = "other contact", ["other"] = "other contact",
        ["gran"] = "grandmother", ["nan"] = "grandmother", ["grandma"] = "grandmother",
        ["grandad"] = "grandfather", ["granddad"] = "grandfather", ["grandpa"] = "grandfather",
        ["parent guardian"] = "parent", ["parent carer"] = "parent", ["legal guardian"] = "guardian"
    };

    private static readonly HashSet<string> Parents = new(StringComparer.Ordinal)
    {
        "mother", "father", "parent", "step-parent", "stepmother", "stepfather", "carer", "guardian",
        "foster carer", "foster parent", "foster mother", "foster father", "adoptive parent", "adoptive mother", "adoptive father"
    };

    public static string Read(string typed)
    {
        var key = Text.Key(typed);
        return Words.GetValueOrDefault(key) ?? (Text.Tidy(typed) ?? "").ToLowerInvariant();
    }

    /// <summary>A parent in the wide sense of the Education Act: natural, with responsibility, or with care of the child.</summary>
    public static bool IsParent(string kind) => Parents.Contains(kind);
}
