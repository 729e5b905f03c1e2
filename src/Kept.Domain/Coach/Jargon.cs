using System.Buffers;
using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>Words that a family should not have to look up.</summary>
internal static partial class Jargon
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Abbreviations that families know from school, the doctor or the news.</summary>
    private static readonly HashSet<string> Everyday = new(
        """
        SEND SEN SENCO SENDCO TA LSA PE ADHD SAT SATS GCSE GCSES NHS GP PTA PSHE ICT RE DT TBC TBA TBD ASAP FYI RSVP PDF SMS CCTV TV DVD BBC UK USB PIN DOB NB PS
        HW MFL BTEC CV VHS PPT PM AM OK ID IT INSET KS GDPR ofsted HGV FAQ WWW HTTP
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Abbreviations that are also English words or names, and so count only in capitals.</summary>
    private static readonly HashSet<string> AlsoWords = new(["SALT", "LA", "AP", "HI", "PD", "VI", "SAR", "PEP", "ELSA", "CiN", "LAC", "OT", "EP", "DSL", "PRU"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Common in schools and missing from the glossary's own spellings.</summary>
    private static readonly Dictionary<string, string> More = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EHCNA"] = "the council's assessment for an EHC plan",
        ["EHCAR"] = "the request for an EHC assessment",
        ["FSM"] = "free school meals",
        ["PPG"] = "extra money for the school",
        ["MDT"] = "a meeting of the specialists",
        ["CPOMS"] = "the school's safeguarding record",
        ["EWO"] = "the council's attendance officer",
        ["HLTA"] = "senior teaching assistant",
        ["QFT"] = "good everyday teaching",
        ["MASH"] = "the council's child protection team",
        ["BESD"] = "behaviour and emotional needs",
        ["SENDIST"] = "the SEND tribunal",
        ["AEN"] = "extra needs",
        ["APD"] = "trouble making sense of sounds",
        ["ODD"] = "oppositional defiant disorder",
        ["SENIF"] = "extra council money for SEND",
        ["ILP"] = "learning plan",
        ["SENSP"] = "SEN support plan",
        ["CYPS"] = "the children's mental health team",
        ["WISC"] = "a test of thinking skills",
        ["AAC"] = "other ways to communicate, such as pictures",
        ["PECS"] = "picture cards for asking",
        ["ABC"] = "notes of what happened before and after"
    };

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    /// <summary>Those of them that stand for one thing, wherever they are written in capitals.</summary>
    internal static IEnumerable<(string Letters, string Words)> CommonInSchools =>
        More.Where(pair => pair.Key is not ("ABC" or "ODD")).Select(pair => (pair.Key, pair.Value));

    /// <summary>The first term that wants plain words, or null.</summary>
    /// <param name="plain">The line, without the words that name its owner: the owner's role and initials are never jargon.</param>
    public static string? Find(string plain, OwnerWords owners)
    {
        var shouted = plain.Count(char.IsUpper) > 4 * plain.Count(char.IsLower) && plain.Contains(' ', StringComparison.Ordinal);
        foreach (Match match in Word().Matches(plain))
        {
            if (IsJargon(match.Value, shouted, owners) && !IsExplained(plain, match.Value))
            {
                return match.Value;
            }
        }

        return Phrase().Match(plain) is { Success: true } phrase ? phrase.Value : null;
    }

    /// <summary>What to say instead, where the glossary knows.</summary>
    public static string? InPlainWords(string term)
    {
        if (PlainWords.For(term) is { } known)
        {
            return known.Expansion.Length > 0 ? Lower(known.Expansion.Split(" / ")[0]) : known.Plain.TrimEnd('.');
        }

        return More.GetValueOrDefault(term);
    }

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static bool IsJargon(string word, bool shouted, OwnerWords owners)
    {
        if (Everyday.Contains(word) || owners.IsInitials(word) || owners.IsRoleHere(word))
        {
            return false;
        }

        var capitals = word.Count(char.IsUpper) >= Math.Min(2, word.Length) && !char.IsLower(word[0]);
        if (PlainWords.For(word) is { IsAbbreviation: true } || More.ContainsKey(word))
        {
            return AlsoWords.Contains(word) || More.ContainsKey(word) ? capitals && (!shouted || word.Length > 2) : capitals || word.Length > 3 || word is "iep" or "asd" or "ot";
        }

        // Letters that no word could be made of are an abbreviation, whatever they stand for.
        return !shouted && word.Length is >= 3 and <= 6 && word.All(char.IsUpper) && !word.AsSpan().ContainsAny(Vowels);
    }

    /// <summary>"educational psychologist (EP)" explains itself.</summary>
    private static bool IsExplained(string plain, string word) =>
        PlainWords.For(word) is { Expansion.Length: > 0 } term
        && term.Expansion.Split(" / ").Any(e => plain.Contains(e, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[A-Z]{2,}(?=s\b)|\b[\p{L}]+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:graduated\s+(?:approach|response)|ordinarily\s+available(?:\s+provision)?|additional\s+and\s+different|best\s+endeavours|co-?production|co-?produce\w*|adaptive\s+teaching|quality[\s-]first\s+teaching|provision\s+map(?:ping|s)?"
        + @"|resourced\s+provision|wave\s+(?:\d|one|two|three)|tier\s+(?:\d|one|two|three)|dysregulat\w+|co-?regulat\w+|proprioceptive|vestibular|interoception|metacogniti\w+|phonological|differentiat(?:ed|ion)|multi-?disciplinary|multi-?agency|executive\s+function\w*"
        + @"|targeted\s+plus|smart\s+targets?|apdr|section\s+[a-k]\b|baselin\w+|scaffold(?:ed|ing)|emotionally\s+based\s+school\s+avoidance|pda\s+profile|psychometric)\b",
        Options, 5000)]
    private static partial Regex Phrase();
}
