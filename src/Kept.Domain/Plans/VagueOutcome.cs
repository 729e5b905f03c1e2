using System.Text.RegularExpressions;

namespace Kept.Domain.Plans;

/// <summary>Outcomes that name a hope and nothing that could be seen: "be more confident", "make progress in reading".</summary>
internal static partial class VagueOutcome
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool Is(string what) => Hope().IsMatch(what) && !Measure().IsMatch(what);

    [GeneratedRegex(
        @"^(\w+\s+)?((to|will|can|should|is\s+able\s+to|be\s+able\s+to)\s+)?(be|feel|become|get|have|show|make|makes|develop|develops|gain|build|improve|improves|improved|better|more|increase|increased|greater|good)\b"
        + @".*\b(happy|happier|confiden\w+|resilien\w+|better|progress|independen\w+|self-esteem|behaviou?r|engag\w+|attitude|wellbeing|calm|calmer|settled|secure|focus\w*|attention|concentration|understanding|skills?|relationships?|attainment|literacy|numeracy|reading|writing|maths|participation)\b",
        Options, 5000)]
    private static partial Regex Hope();

    /// <summary>A number, a frequency, a manner or an occasion: something that somebody could look for.</summary>
    [GeneratedRegex(
        @"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|every|each|daily|weekly|once|twice|without|instead\s+of|by\s+\w+ing|when|using|aloud|with\s+(a|the|his|her|their)\s+\w+)\b",
        Options, 5000)]
    private static partial Regex Measure();
}
