namespace Kept.Domain.Schools;

/// <summary>The short name of a school, as the command line and its files say it: "hillview".</summary>
public static class Slug
{
    public const int MinLength = 2;
    public const int MaxLength = 40;

    /// <summary>What was typed, if it can be a short name.</summary>
    public static Result<string> Read(string? typed)
    {
        var slug = Text.Tidy(typed)?.ToLowerInvariant();
        if (slug is null)
        {
            return new Refusal("Enter a short name", nameof(Slug));
        }

        if (slug.Length is < MinLength or > MaxLength)
        {
            return new Refusal($"The short name must be {MinLength} to {MaxLength} characters", nameof(Slug));
        }

        return IsPlain(slug)
            ? slug
            : new Refusal("Use only the letters a to z, numbers and single hyphens, starting with a letter, like “hillview”", nameof(Slug));
    }

    /// <summary>A short name to start from: "St Mary’s Primary School" gives "st-marys-primary".</summary>
    public static string Suggest(string schoolName)
    {
        string[] said = ["school", "academy", "the"];
        var words = Text.Key(schoolName).Split(' ').Where(word => word.All(char.IsAsciiLetterOrDigit) && !said.Contains(word));
        var slug = string.Join('-', words);
        return slug.Length <= MaxLength ? slug : slug[..MaxLength].TrimEnd('-');
    }

    private static bool IsPlain(string slug) =>
        char.IsAsciiLetterLower(slug[0])
        && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
