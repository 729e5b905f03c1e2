using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>Every wording that names somebody at this school and in this family, looked up at a place in a line.</summary>
internal sealed partial class OwnerWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int LongestWording = 6;

    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir"];

    /// <summary>Initials that are also words count only in capitals: "GO to ring mum", not "go to the office".</summary>
    private static readonly string[] SmallWords =
        ["go", "am", "do", "he", "me", "no", "so", "to", "us", "we", "be", "by", "at", "an", "as", "if", "in", "is", "it", "my", "of", "on", "or", "up", "hi", "oh", "ok", "ed", "jo", "al", "re", "ma", "pa", "la"];

    private readonly CoachContext context;
    private readonly Dictionary<string, List<RosterPerson>> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<RosterPerson>> initials = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<RosterPerson>> roles = new(StringComparer.OrdinalIgnoreCase);

    public OwnerWords(CoachContext context)
    {
        this.context = context;
        foreach (var person in context.People)
        {
            AddNames(person);
            if (person.Initials is { Length: > 0 } signed)
            {
                Add(initials, signed.Replace(".", "", StringComparison.Ordinal), person);
            }

            foreach (var role in person.Roles)
            {
                Add(roles, Roles.Canonical(role), person);
            }
        }
    }

    public bool IsInitials(string word) => initials.ContainsKey(word);

    /// <summary>Whether somebody here holds a role of exactly these words: the school's own word for it.</summary>
    public bool IsRoleHere(string word) =>
        context.People.Any(p => p.Roles.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The longest wording at this place that stands for somebody, with "the", "his" or "5E" before it.</summary>
    public Mention? At(string plain, int at)
    {
        var whole = Words(plain, at, LongestWording);
        var direct = Lookup(plain, whole, schoolClass: null);
        var skipped = Determiner().Match(plain, at);
        if (!skipped.Success)
        {
            return direct;
        }

        var schoolClass = skipped.Groups["class"].Success ? skipped.Groups["class"].Value.ToUpperInvariant() : null;
        var found = Lookup(plain, Words(plain, skipped.Index + skipped.Length, LongestWording), schoolClass);
        return found is null || (direct is not null && direct.Span.End >= found.Span.End) ? direct
            : found with { Span = new TextSpan(at, found.Span.End - at) };
    }

    private Mention? Lookup(string plain, List<TextSpan> words, string? schoolClass)
    {
        for (var count = words.Count; count > 0; count--)
        {
            var span = new TextSpan(words[0].Start, words[count - 1].End - words[0].Start);
            var wording = string.Join(' ', words.Take(count).Select(w => plain.AsSpan(w.Start, w.Length).ToString()));
            if (Find(wording, schoolClass) is var (kind, people) && !IsPossessive(plain, span.End))
            {
                return new Mention(span, kind, people, wording);
            }
        }

        return UnknownName(plain, words);
    }

    private (MentionKind Kind, IReadOnlyList<RosterPerson> People)? Find(string wording, string? schoolClass)
    {
        var lower = wording.ToLowerInvariant();
        if (lower is "i" or "me" or "myself")
        {
            return One([.. context.People.Where(p => p.Reference.Length > 0 && p.Reference == context.SpeakerReference)]);
        }

        if (names.TryGetValue(lower, out var named))
        {
            return One(named);
        }

        var bare = wording.Replace(".", "", StringComparison.Ordinal);
        if (initials.TryGetValue(bare, out var signed) && (bare.All(char.IsUpper) || !SmallWords.Contains(bare.ToLowerInvariant(), StringComparer.Ordinal)) && !IsCapitalised(bare))
        {
            return One(signed);
        }

        if (Groups.Many.Contains(lower))
        {
            return (MentionKind.Group, []);
        }

        return Groups.Nobody.Contains(lower) ? (MentionKind.Nobody, []) : InRole(lower, schoolClass);
    }

    private (MentionKind Kind, IReadOnlyList<RosterPerson> People)? InRole(string wording, string? schoolClass)
    {
        var canonical = Roles.Canonical(wording);
        var holders = roles.GetValueOrDefault(canonical) ?? [];
        if (holders.Count == 0)
        {
            return Roles.IsAnyCarer(wording) ? One([.. context.People.Where(p => p.Kind is OwnerKind.Carer)])
                : Roles.Known.Contains(wording) ? (MentionKind.Unknown, [])
                : null;
        }

        var ofClass = schoolClass ?? context.PupilClass;
        return Roles.IsOfClass(canonical) && ofClass is not null
            ? One(holders.FindAll(p => p.Classes.Contains(ofClass, StringComparer.OrdinalIgnoreCase)))
            : One(holders);
    }

    private static (MentionKind Kind, IReadOnlyList<RosterPerson> People) One(List<RosterPerson> people) =>
        (people.Count switch { 0 => MentionKind.Unknown, 1 => MentionKind.Person, _ => MentionKind.Ambiguous }, people);

    /// <summary>"Mrs Patel" names somebody, though nobody on the roster.</summary>
    private static Mention? UnknownName(string plain, List<TextSpan> words)
    {
        if (words.Count < 2 || !Titles.Contains(plain.Substring(words[0].Start, words[0].Length).ToLowerInvariant(), StringComparer.Ordinal)
            || !char.IsUpper(plain[words[1].Start]) || IsPossessive(plain, words[1].End))
        {
            return null;
        }

        var last = words[1].Length == 1 && words.Count > 2 && char.IsUpper(plain[words[2].Start]) ? words[2] : words[1];
        var span = new TextSpan(words[0].Start, last.End - words[0].Start);
        return new Mention(span, MentionKind.Unknown, [], plain.Substring(span.Start, span.Length));
    }

    private static bool IsCapitalised(string word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]);

    private static bool IsPossessive(string plain, int end) => Possessive().IsMatch(plain, end);

    private static List<TextSpan> Words(string plain, int at, int most)
    {
        var words = new List<TextSpan>();
        for (var match = Word().Match(plain, Math.Min(at, plain.Length)); match.Success && words.Count < most; match = Word().Match(plain, match.Index + match.Length))
        {
            var word = match.Groups["w"];
            words.Add(new TextSpan(word.Index, word.Length));
        }

        return words;
    }

    private void AddNames(RosterPerson person)
    {
        var parts = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var title = parts.Length > 0 && Titles.Contains(parts[0].TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal)
            ? parts[0].TrimEnd('.').ToLowerInvariant() : null;
        var rest = title is null ? parts : parts[1..];
        if (rest.Length == 0)
        {
            return;
        }

        var forms = new[] { string.Join(' ', rest), rest[0], rest[^1], $"{rest[0][0]} {rest[^1]}" }.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var form in forms)
        {
            Add(names, form, person);
            foreach (var spoken in SpokenTitles(title))
            {
                Add(names, $"{spoken} {form}", person);
            }
        }
    }

    /// <summary>Schools and families mix up Mrs, Ms and Miss; that is no reason to ask who is meant.</summary>
    private static string[] SpokenTitles(string? title) => title switch
    {
        null => [],
        "mrs" or "ms" or "miss" or "mx" => ["mrs", "ms", "miss", "mx"],
        "mr" or "sir" => ["mr", "sir"],
        _ => ["dr", "prof", "mr", "mrs", "ms", "miss"]
    };

    private static void Add(Dictionary<string, List<RosterPerson>> wordings, string wording, RosterPerson person)
    {
        if (!wordings.TryGetValue(wording, out var people))
        {
            wordings[wording] = people = [];
        }

        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }

    [GeneratedRegex(@"\G\s*(?<w>[\p{L}\d]+(?:[-.&][\p{L}\d]+)*(?:'(?!ll\b|ve\b|re\b|s\b|d\b|m\b)\p{L}+)?)\.?(?=$|[^\p{L}\d])", Options, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G'(?!ll\b|s\s+(?:to|going|agreed|offered|happy|promised)\b|ve\b|m\b|re\b|d\b)", Options, 5000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\G\s*(?:(?:all(?:\s+of)?|both(?:\s+of)?|the|his|her|their|our|my|your|this|child's|pupil's|[\p{L}]+'s|(?<class>\d{1,2}[a-z])(?:'s)?|year\s+\d{1,2}(?:'s)?)\s+){1,3}", Options, 5000)]
    private static partial Regex Determiner();
}
