using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>Lines that say nothing one could check: no topic in an issue, no observable act in an action.</summary>
internal static partial class VagueLines
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Generic = @"(?:(?:the\s+|his\s+|her\s+|their\s+|any\s+|all\s+|this\s+|overall\s+|his\s+overall\s+)?(?:progress|situation|things?|it|him|her|them|this|that|behaviou?r|needs|pupil|child|mornings?|impact|wellbeing|well-being|learning|everything))";

    /// <summary>Who spoke and that they spoke, with no word of what about.</summary>
    private static readonly HashSet<string> Empty = new(
        """
        a an and the of to for from in on at by with re about as is was were be been had has have having it this that these those some any all more
        most other others several various many few lots lot general usual normal regular same ongoing further parental again today yesterday earlier later
        morning afternoon week last recent recently quick brief short long good positive nice useful productive helpful lovely initial informal
        mum dad mother father parent parents carer carers family families school home teacher senco staff class ta office team pupil child he she
        him her they them his their our we i us mrs mr ms miss dr
        discuss discussed discussing discussion discussions talk talked talking talks speak spoke spoken speaking chat chatted chatting catch catchup up update updated updates
        call called calls phone phoned phonecall telephone rang ring email emailed emails text texted contact contacted conversation conversations meeting met meet touched touch base
        liaised liaison liaise feedback review reviewed note notes message left given gave came come saw voicemail visit visited
        concern concerns concerned worry worries worried issue issues problem problems matter matters thing things stuff question questions query queries
        support supported supporting needs need help helped provision progress situation send sen plan plans strategies next steps options
        ask asked asking just only bit also back want wants wanted would like please raised raise reported said says mentioned shared expressed happy unhappy not going how what well fine ok okay are there got get no new
        checked check in reply received following moving forward everything something point points n a tbc none nil
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Topics so wide that, merely discussed, they say nothing.</summary>
    private static readonly HashSet<string> Wide = new(
        ["behaviour", "behavior", "attendance", "learning", "wellbeing", "education", "development", "life", "schoolwork", "work"], StringComparer.OrdinalIgnoreCase);

    public static bool IsVagueIssue(string plain, OwnerWords owners)
    {
        var words = Word().Matches(Routine().Replace(plain, "")).Select(m => m.Value).ToList();
        var telling = words.FindAll(w => !Empty.Contains(w) && !owners.IsInitials(w) && !IsName(plain, w, owners));
        return telling.Count == 0
            || (telling.TrueForAll(Wide.Contains) && (words.Count <= 2 || Discussed().IsMatch(plain)));
    }

    /// <summary>Whether what will be done could not be seen to have been done.</summary>
    public static bool IsVagueAct(string act)
    {
        var plain = LineText.Plain(act).Trim();
        return plain.Length == 0
            || Formula().IsMatch(plain)
            || Opening().IsMatch(plain)
            || (Soft().IsMatch(plain) && !Detail().IsMatch(plain))
            || (Watching().IsMatch(plain) && (!Often().IsMatch(plain) || GenericWatch().IsMatch(plain)));
    }

    private static bool IsName(string plain, string word, OwnerWords owners) =>
        owners.At(plain, plain.IndexOf(word, StringComparison.Ordinal)) is { Kind: MentionKind.Person or MentionKind.Ambiguous };

    [GeneratedRegex(@"\b(?:routine|standard|weekly|termly|monthly|daily)\s+(?=update|call|chat|catch|review|meeting|contact|conversation)", Options, 5000)]
    private static partial Regex Routine();

    [GeneratedRegex(@"[\p{L}\d]+(?:'[\p{L}]+)?", Options, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:discuss\w*|talk\w*|chat\w*|catch|update\w*|general|various|spoke|conversation|concerns?|issues?|usual|ongoing|meeting|call)\b", Options, 5000)]
    private static partial Regex Discussed();

    [GeneratedRegex(
        @"\b(?:as|when|where|if\s+and\s+when)\s+(?:and\s+when\s+)?(?:appropriate|needed|necessary|required|relevant)\b|\bwhere(?:ver)?\s+possible\b|\bongoing\b|\bas\s+and\s+when\b|\bon-going\b|\bas\s+(?:before|usual|normal|now|currently)\b"
        + @"|\bkeep(?:ing)?\s+(?:an?\s+)?(?:close\s+|careful\s+|watchful\s+)?(?:eye|eyes|watch|tabs|check)\b|\btouch(?:ing)?\s+base\b|\b(?:keep|stay)\s+in\s+(?:touch|contact)\b"
        + @"|\bkeep\s+(?:[\p{L}]+\s+){0,3}(?:updated|informed|posted|in\s+the\s+loop|under\s+review|in\s+mind|an\s+eye)\b|\bbe\s+(?:more\s+|extra\s+|kept\s+)?(?:aware|mindful|supportive|vigilant|flexible|understanding|patient|supported|monitored|helped|encouraged|there\s+for)\b"
        + @"|\bbear\s+in\s+mind\b|\bsee\s+(?:how\s+(?:it|things|he|she|they|this)\s+(?:go|goes|gets?|is|are)|what\s+happens)\b|\bwait\s+and\s+see\b"
        + @"|\b(?:make\s+sure|ensure)\s+(?:that\s+)?[\p{L}]+\s+(?:is|are|feels?)\s+(?:ok|okay|alright|all\s+right|fine|supported|happy|safe|included|settled|comfortable)\b|\bneeds\s+are\s+met\b|\bmeet\s+(?:his|her|their|all)\s+needs\b",
        Options, 5000)]
    private static partial Regex Formula();

    [GeneratedRegex(
        @"^(?:(?:sort|oversee|coordinate|co-ordinate|action|chase|check|update|deal|assist|intervene)(?:\s+(?:it|this))?\s*$|oversee\b|(?:to\s+)?(?:continue|carry\s+on|keep\s+going)(?:\s+(?:to\s+)?(?:support\w*|monitor\w*|help\w*|with\s+(?:the\s+)?(?:support|current|plan|strategies|same|interventions?|work|provision).*))?\s*$"
        + @"|(?:liaise|look\s+into|look\s+after|explore|investigate|intervene|engage|catch\s+up)\b"
        + @"|follow(?:ing)?[\s-]?(?:(?:it|this|things|that)\s+)?up(?:\s+(?:on\s+)?(?:this|it|things|that))?(?:\s+with\s+(?:[\p{L}.]+\s*){1,2})?\s*$"
        + @"|(?:deal\s+with|address|handle|tackle|manage|resolve|sort(?:\s+out)?|fix|action|progress|do)\s+(?:it|this|that|things|something|more|better|the\s+(?:issues?|situation|concerns?|problems?)|(?:his\s+|her\s+|their\s+|any\s+)?(?:issues|concerns|behaviou?r|needs)|what\s+\w+\s+can)\b"
        + @"|try\s+(?:harder|(?:his|her|their|our)\s+best)\b|do\s+(?:his|her|their|our)\s+best\b|raise\s+awareness\b|work\s+(?:on|with|together)\b(?!.*\b(?:minutes|page|sheet|every|each|daily)\b)"
        + @"|(?:(?:more|extra|additional|continued|further|general)\s+)*(?:support|help|monitoring|liaison|encouragement|interventions?|reassurance)(?:\s+(?:in|at|from|for)\b.*)?\s*$)",
        Options, 5000)]
    private static partial Regex Opening();

    // Worthy aims; an act only with a time, an amount or a means.
    [GeneratedRegex(
        @"^(?:(?:continue\s+to|keep|try\s+to)\s+)?(?:(?:support|supporting|supports|help|assist|helps)\b(?!\s+(?:plans?|assistants?|summary|staff|groups?|sessions?|workers?|meetings?|team|sheet|card|timetable|desk)\b)|(?:improve|promote|boost|increase|encourage|nurture|strengthen)\b"
        + @"|(?:build|develop|foster)\s+(?:up\s+)?(?:on\s+)?(?:(?:his|her|their|a|more|better|[\p{L}]+'s)\s+)*(?:confidence|independence|resilience|skills|self-esteem|relationships?|trust|links|positive|communication)"
        + @"|(?:provide|offer|give|put|arrange|have|ensure)\s+(?:(?:him|her|them|mum|dad|family|the|pupil|in|with|place)\s+)*(?:(?:more|extra|additional|further|some|appropriate|ongoing|general|right|continued|relevant|any)\s+)*(?:support|help|interventions?|strategies|reassurance|encouragement|attention|guidance)\b(?!\s+(?:plan|assistant|summary|sheet|card|timetable|group|session|staff|desk|line)))",
        Options, 5000)]
    private static partial Regex Soft();

    [GeneratedRegex(
        @"\b(?:every|each|daily|weekly|twice|once\s+a|times|\d+\s*(?:minutes?|mins?|times|x)|(?:two|three|four|five|six|ten|fifteen|twenty|thirty)[\s-]+(?:minutes?|mins?|pages?|words?)|by\s+\w+ing|using)\b"
        + @"|^help\s+(?:[\p{L}]+\s+){1,3}?(?:to\s+)?(?:" + Verbs.Any + @"|calm|choose|change)\b|\b(?:form|forms|application|letter|questionnaire|diary|booking|packing|bag|coat|shoes|list|portal|login)\b"
        + @"|^encourage\s+(?:[\p{L}]+\s+){1,3}?to\s+" + Verbs.Any + @"\b",
        Options, 5000)]
    private static partial Regex Detail();

    [GeneratedRegex(@"^(?:(?:continue\s+to|continue|keep|keep\s+on|to)\s+)?(?:monitor|monitors|monitoring|watch(?!\s+(?:the|a)\s+(?:video|film|clip|recording))|track|observe\s+progress)\b", Options, 5000)]
    private static partial Regex Watching();

    [GeneratedRegex(@"\b(?:every|each|daily|weekly|twice|once\s+a)\b", Options, 5000)]
    private static partial Regex Often();

    [GeneratedRegex(@"^(?:(?:continue\s+to|continue|keep|keep\s+on|to)\s+)?(?:monitor\w*|watch|track|observe)\s+" + Generic + @"\b", Options, 5000)]
    private static partial Regex GenericWatch();
}
