namespace Kept.Domain.People;

/// <summary>A language that a family speaks or reads.</summary>
/// <param name="Tag">BCP 47: "ur".</param>
/// <param name="Autonym">Its own name, in its own script.</param>
public sealed record Language(string Tag, string EnglishName, string Autonym, bool IsRightToLeft)
{
    /// <summary>"Urdu · اردو"; "English" alone where the two are one.</summary>
    public string InWords => EnglishName == Autonym ? EnglishName : $"{EnglishName} · {Autonym}";
}

/// <summary>The languages of the school census, one for each tag.</summary>
public static class Languages
{
    private static readonly Lazy<Dictionary<string, Language>> ByTag = new(() =>
        Embedded.Rows("Languages.csv").DistinctBy(row => row[0])
            .ToDictionary(row => row[0], row => new Language(row[0], row[2], row[3], row[4] == "true"), StringComparer.OrdinalIgnoreCase));

    /// <summary>By English name, with English itself first.</summary>
    public static IReadOnlyList<Language> All { get; } =
        [.. ByTag.Value.Values.OrderBy(l => l.Tag != "en").ThenBy(l => l.EnglishName, StringComparer.Ordinal)];

    public static bool IsKnown(string? tag) => tag is not null && ByTag.Value.ContainsKey(tag);

    /// <summary>A tag that the list does not know (an import may bring one) stands for itself.</summary>
    public static Language Of(string tag) => ByTag.Value.GetValueOrDefault(tag) ?? new Language(tag, tag, tag, IsRightToLeft: false);
}
