using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Kept.Domain.People;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Wordings;

/// <summary>What Kept says to families, in one of its languages; with days, times and numbers as that language writes them (ICU).</summary>
public sealed class Wording
{
    /// <summary>What every other language is made from, and what is said to who reads none of ours.</summary>
    public const string English = "en";

    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';

    private static readonly ConcurrentDictionary<string, Lazy<Wording>> Made = new(StringComparer.Ordinal);

    private readonly WordsFile file;
    private readonly CultureInfo culture;
    private readonly string[] digits;
    private readonly bool isEasy;
    private readonly Wording other;

    private Wording(string tag)
    {
        file = WordsFile.Read(tag);
        Tag = tag;
        Language = Languages.Of(tag);
        culture = CultureInfo.GetCultureInfo(file.Language);
        digits = culture.NumberFormat.NativeDigits;
        other = new Wording(this);
    }

    /// <summary>The same words in easy read.</summary>
    private Wording(Wording ordinary)
    {
        (file, culture, digits, Tag, Language) = (ordinary.file, ordinary.culture, ordinary.digits, ordinary.Tag, ordinary.Language);
        (isEasy, other) = (true, ordinary);
    }

    public string Tag { get; }

    public Language Language { get; }

    /// <summary>As the attribute lang has it: "en-GB".</summary>
    public string Lang => file.Language;

    public string Direction => Language.IsRightToLeft ? "rtl" : "ltr";

    public bool IsEnglish => Tag == English;

    /// <summary>Whether somebody who speaks it has read the words. Families may read them before that; staff are told.</summary>
    public bool IsChecked => file.CheckedBy is not null;

    /// <summary>Every language that Kept speaks to families, English first.</summary>
    public static IReadOnlyList<Language> All { get; } =
        [.. WordsFile.Tags.Select(Languages.Of).OrderBy(l => l.Tag != English).ThenBy(l => l.EnglishName, StringComparer.Ordinal)];

    /// <summary>The words for a language that somebody reads: "pt-BR" reads our Portuguese. Null where we have none; another script is another language.</summary>
    public static Wording? Of(string? language)
    {
        const int script = 4;
        if (string.IsNullOrEmpty(language))
        {
            return null;
        }

        var exact = All.FirstOrDefault(l => l.Tag.Equals(language, StringComparison.OrdinalIgnoreCase));
        var parts = language.Split('-');
        var wider = exact is null && (parts.Length == 1 || parts[1].Length != script)
            ? All.FirstOrDefault(l => l.Tag.Split('-')[0].Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            : null;
        return (exact ?? wider) is { } found ? Made.GetOrAdd(found.Tag, tag => new Lazy<Wording>(() => new Wording(tag))).Value : null;
    }

    public static Wording InEnglish => Of(English)!;

    /// <summary>
    /// The same words in the form that a reader chose. This is the one place where easy read is made: in it each sentence that Kept says is a line, on pages, in letters,
    /// in emails and on paper, by a new line that means nothing anywhere else.
    /// </summary>
    public Wording As(FormatWishes wishes) => wishes.EasyRead == isEasy ? this : other;

    public string this[string key] => Say(key);

    /// <summary>A message with its places filled. In a right-to-left language what is filled in keeps its own direction.</summary>
    public string Say(string key, params ReadOnlySpan<(string Place, object? Value)> places)
    {
        var message = file.Words[key];
        var text = message.ValueKind is JsonValueKind.Object ? Form(message, places) : message.GetString()!;
        text = isEasy ? OneIdeaALine.In(text) : text;
        foreach (var (place, value) in places)
        {
            text = text.Replace($"{{{place}}}", Written(value), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Beside other words: in a right-to-left language it keeps its own direction, so that “3:30 PM” stays in its order.</summary>
    public string Apart(string text) => Written(text);

    /// <summary>Sentences that stand together: one after the other, and in easy read one below the other.</summary>
    public string Together(params ReadOnlySpan<string> sentences) => string.Join(isEasy ? "\n" : " ", sentences);

    /// <summary>What a person wrote, word for word; in easy read each sentence in a line, where it is plain that one ends.</summary>
    public string Lines(string written) => isEasy ? OneIdeaALine.InWordsOf(written) : written;

    /// <summary>"Friday 15 May".</summary>
    public string Spoken(LocalDate day) => Write(day, "spoken");

    /// <summary>"15 May"; with the year where it is another.</summary>
    public string Plain(LocalDate day, LocalDate today) => Write(day, day.Year == today.Year ? "plain" : "withYear");

    public string Time(LocalTime time)
    {
        var written = time.ToString(file.Days["time"], culture);
        return InDigits(IsEnglish ? written.Replace(" ", "", StringComparison.Ordinal).Replace(":00", "", StringComparison.Ordinal).Replace(':', '.').ToLowerInvariant() : written);
    }

    /// <summary>What forms and frames bring of themselves.</summary>
    public FrameWords Frame() => new(this["frame.error"], this["frame.problem"], this["frame.sent"], this["join.day"], this["join.month"], this["join.year"]);

    public string Number(int n) => InDigits(n.ToString("N0", culture));

    private string Write(LocalDate day, string pattern) => InDigits(day.ToDateOnly().ToString(file.Days[pattern], culture));

    private string Form(JsonElement message, ReadOnlySpan<(string Place, object? Value)> places)
    {
        foreach (var (_, value) in places)
        {
            if (value is int n)
            {
                return message.GetProperty(Plurals.FormOf(Tag, n)).GetString()!;
            }
        }

        throw new ArgumentException("The message counts something, and no number was given.", nameof(places));
    }

    private string Written(object? value) => value switch
    {
        int n => Number(n),
        string text when Language.IsRightToLeft => $"{IsolateStart}{text}{IsolateEnd}",
        _ => value?.ToString() ?? ""
    };

    private string InDigits(string text) => digits[0] == "0" ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c.ToString()));
}
