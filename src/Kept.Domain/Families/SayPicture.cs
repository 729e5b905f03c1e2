namespace Kept.Domain.Families;

/// <summary>What a child may point at before a meeting, who does not write or speak of it.</summary>
public enum SayPicture
{
    Happy,
    Sad,
    Worried,
    Tired,
    Friends,
    Alone,
    Playtime,
    Lessons,
    Reading,
    Noise,
    Lunch,
    Home,
    Teacher,
    Help,
    QuietPlace,
    TooHard
}

public static class SayPictures
{
    /// <summary>All of them, with commas between.</summary>
    public const int KeptMaxLength = 200;

    public static IReadOnlyList<SayPicture> All { get; } = Enum.GetValues<SayPicture>();

    /// <summary>As staff read it: "quiet place".</summary>
    public static string InWords(this SayPicture picture) => picture switch
    {
        SayPicture.QuietPlace => "quiet place",
        SayPicture.TooHard => "too hard",
        _ => picture.ToString().ToLowerInvariant()
    };

    /// <summary>As they are kept: "Happy,TooHard". Null where none is chosen.</summary>
    public static string? Kept(IEnumerable<SayPicture> chosen) => string.Join(',', chosen.Where(Enum.IsDefined).Distinct().Order()) is { Length: > 0 } kept ? kept : null;

    public static IReadOnlyList<SayPicture> Read(string? kept) =>
        [.. (kept ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => Enum.TryParse<SayPicture>(name, out _)).Select(Enum.Parse<SayPicture>)];
}
