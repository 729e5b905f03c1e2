using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>How a line will sound to the family who reads it.</summary>
internal static partial class Tone
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Person =
        @"(?:mum|dad|mother|father|parents?|carers?|family|families|gran|nan|he|she|they|him|her|child|pupil|boy|girl|lad|(?:mr|mrs|ms|miss)\s+[\p{L}]+)";

    private const string Being =
        @"(?:'s|'re|\s+(?:is|was|are|were|has\s+been|have\s+been|had\s+been|being|seems?|seemed|can\s+be|gets?|got|became|becomes|always|just|again|still|can))+(?:\s+(?:very|so|really|quite|rather|a\s+bit|too|always|just|again|being|extremely|often|a|an|rather|incredibly|increasingly|generally|typically|such|such\s+a|be|bit|always\s+so))*\s+";

    private const string Judgement =
        @"(?:difficult(?!\s+(?:for|to\s+(?:hear|see|reach\s+on|understand|get)|in\s+\w+\s+because))|demanding|challenging|awkward|hostile|negative|dramatic|defensive|emotional|obsessive|needy|odd|weird|mad|crazy|chaotic|disorganised|dishonest|irrational|abrupt|nasty|mean|mouthy|cheeky|horrible|silly|disruptive|immature|hard\s+work|a\s+nightmare|a\s+pain|in\s+denial|trouble|a\s+problem|useless|hopeless|thick|slow|stupid|clueless|sly|spiteful|bossy|stubborn|fussy|dim|not\s+bothered|unbothered|disengaged|irresponsible|neglectful|combative|argumentative|obstructive|unhelpful|unsupportive|off\s+with)\b";

    /// <summary>The words that judge somebody, or null. What a child was called, or feels, is reported and not judged.</summary>
    public static string? Label(string plain)
    {
        var heard = Quoted().Replace(plain, m => new string(' ', m.Length));
        foreach (Match match in Always().Matches(heard).Concat(OfSomebody().Matches(heard)))
        {
            var from = Math.Max(0, match.Index - 40);
            if (!Reported().IsMatch(heard[from..match.Index]))
            {
                return match.Groups["word"].Success ? match.Groups["word"].Value : match.Value;
            }
        }

        return null;
    }

    public static bool IsEarlyThought(string plain, string act, bool tentative) =>
        tentative || Wondering().IsMatch(plain) || Considering().IsMatch(act.TrimStart());

    public static bool IsDoneTo(string plain) => GoingTo().IsMatch(plain) || Passive().IsMatch(plain);

    [GeneratedRegex(@"""[^""]{0,400}""|(?<=\s)'[^']{0,200}'(?=[\s.,]|$)", Options, 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(?:lazy|laziness|naughty|naughtiness|attention[\s-]seek(?:ing|er)|manipulative|manipulating|pushy|neurotic|unreasonable|uncooperative|un-cooperative|over[-\s]?protective|hysterical|paranoid|spoilt|spoiled\s+(?:brat|child|at)|brat|bratty|stroppy|moody|sulky|rude|rudeness|defiant|defiance"
        + @"|aggressive|confrontational|abusive|overbearing|interfering|trouble-?maker|trouble\s+maker|drama\s+queen|nightmare\s+(?:parent|mum|dad|family|child|pupil)|problem\s+(?:parent|mum|dad|family|child)|badly[\s-]behaved|bad\s+(?:parent|parenting|attitude|behaviou?r|mother|father)|poor\s+(?:parent|parenting|attitude)|low\s+ability|work-?shy|bone\s+idle|clingy|babyish|attitude\s+problem|over[-\s]?anxious|over[-\s]?react\w*|over\s+the\s+top|kick(?:ing|ed|s)\s+off|act(?:ing|ed|s)\s+up|play(?:ing|ed|s)\s+up|being\s+(?:silly|difficult|awkward|dramatic|ridiculous|precious)|mak(?:ing|es)\s+excuses|made\s+excuses|moan(?:s|ed|ing)?|whing(?:e|es|ed|ing|eing)|whining|ranting|ranted|ungrateful|selfish|liar"
        + @"|refus(?:es|ed|ing|al)\s+to\s+(?:engage|cooperate|co-operate|work\s+with\s+(?:us|school))|(?:won't|will\s+not|doesn't|does\s+not|don't|didn't|did\s+not|never|fail(?:s|ed|ing)\s+to|not|isn't|can't\s+be\s+bothered\s+to)\s+engag(?:e|es|ing)\b|hard[\s-]to[\s-]reach|disinterested|uninterested|(?:doesn't|does\s+not|don't|didn't)\s+(?:seem\s+to\s+)?care\b(?!\s+for)|couldn't\s+care|(?:can't|cannot|couldn't)\s+be\s+bothered|always\s+complain\w*|constantly\s+complain\w*|out\s+of\s+control|uncontrollable|feral|dysfunctional|non-?compliant|oppositional|obnoxious|arrogant|entitled\s+(?:mum|dad|parent|family|child)|bad\s+influence|(?:too\s+)?mollycoddl\w+|molly-coddl\w+|baby(?:ing|s|ied)\s+(?:him|her)|uncaring|unmotivated|slow\s+learner|waste\s+of\s+time)\b",
        Options, 5000)]
    private static partial Regex Always();

    [GeneratedRegex(
        @"\b" + Person + Being + @"(?<word>" + Judgement + @")|\b(?<word>(?:difficult|demanding|challenging|awkward|hostile|needy|silly|chaotic|stubborn|irresponsible|argumentative|fussy|disruptive|stupid)\s+(?:mum|dad|mother|father|parents?|carers?|family|child|pupil|boy|girl|lad|woman|man)\b(?!\s+(?:meeting|conversation|evening)))",
        Options, 5000)]
    private static partial Regex OfSomebody();

    [GeneratedRegex(
        @"\b(?:call(?:s|ed|ing)?(?:\s+(?:him|her|them|me|names|a|an|the))*|feel(?:s|ing)?(?:\s+(?:like|that|he|she|is|he's|she's|they|are|so|very|as\s+if))*|felt|labelled(?:\s+as)?|judged(?:\s+as)?|seen\s+as|described\s+as|teased\s+(?:for\s+being|as)|treated\s+as|told\s+(?:he|she|him|her|them)(?:\s+(?:is|was|he|she|he's|she's))*|thinks?\s+(?:he|she|they|that\s+he)(?:'s|\s+(?:is|was))|thought\s+of\s+as|told|thinks?|thought|not(?!\s+being)|name\s+like|(?:other\s+)?(?:children|boys|girls|pupils|peers)\s+(?:being|were|are|was))\s*(?:a\s+|an\s+|so\s+|just\s+|being\s+|'|too\s+)*$",
        Options, 5000)]
    private static partial Regex Reported();

    [GeneratedRegex(
        @"\b(?:maybe|perhaps|possibly|potentially|wonder(?:ed|ing)?\s+(?:if|whether|about)|(?:it|this|that|we|i)\s+(?:might|may)\b|(?:worth|be\s+good\s+to|be\s+nice\s+to)\s+(?:try|trying|a\s+try|look|looking|consider|considering|explor\w+|ask\w*|see\w*|thinking|have)|what\s+about|how\s+about|not\s+sure\s+(?:if|whether|yet|about)|toying|(?:just\s+)?an?\s+(?:idea|thought)\b|thinking\s+(?:about|of)|could\s+(?:perhaps|maybe|possibly|potentially|look\s+(?:at|into)|try|consider|explore|think))\b|^\s*(?:could|might|idea)\b|\bidea\s*:",
        Options, 5000)]
    private static partial Regex Wondering();

    [GeneratedRegex(@"^(?:think\s+(?:about|over|of)|consider(?:ing)?|have\s+a\s+think|see\s+if\s+we\s+could|see\s+whether|toy\s+with|explore\s+(?:whether|if|the\s+idea)|mull)\b", Options, 5000)]
    private static partial Regex Considering();

    /// <summary>The child, who is not asked.</summary>
    private const string Whom = @"(?:him|her|them|(?:the\s+)?(?:child|pupil))";

    private const string Imposed =
        @"(?:put|move|place|take|remove|withdraw|stop|pull|drop|exclude|transfer|switch|keep|make|send|isolate|suspend|ban|force|reduce|change|cut|moving|putting|placing|taking|removing|withdrawing|stopping|pulling|dropping|excluding|transferring|switching|keeping|making|sending|isolating|suspending|banning|forcing|reducing|changing|cutting)";

    [GeneratedRegex(
        @"\b(?:we|school|staff|the\s+team|they|send\s+team)(?:'re|\s+are|\s+is)\s+(?:now\s+|just\s+)?going\s+to\b(?!\s+(?:plan|agree|ask\s+for\s+your))|\b(?:we|school|staff|they)(?:'ll|\s+will)\s+(?:now\s+)?be\s+(?!meeting|speaking|talking|ringing|calling|phoning|emailing|writing|sharing|asking|inviting|sending|using|giving|offering|seeing|holding|reviewing|looking|trying|checking)\w+ing\b"
        + @"|\b(?:we|school|staff|they|the\s+team)(?:'ll|'ve|'re)?(?:\s+(?:will|shall|must|have|has|are|is|need|needs|intend|to|now|just|simply))*(?:\s+decided\s+(?:to|that))?\s+" + Imposed + @"\s+" + Whom + @"\b|\b(?:we|school|staff|they)(?:'ve|\s+have|\s+has)?\s+decided\s+(?:to|that)\b"
        + @"|\b(?:am|is|are|'m|'s)\s+going\s+to\s+" + Imposed + @"\s+" + Whom + @"\b|\bwill\s+be\s+(?:moving|putting|placing|removing|withdrawing|taking)\s+" + Whom + @"\s+(?:to|in|into|on|onto|off|out|down|from|up)\b",
        Options, 5000)]
    private static partial Regex GoingTo();

    [GeneratedRegex(
        @"\b(?:(?:he|she|they|(?:the\s+)?(?:child|pupil|boy|girl|student))(?:(?:'s|'ll|'re)|\s+(?:will|is|are|has|have|must|needs?|shall))\s+(?:(?:going|to|now|simply|just|being|been|also)\s+)*(?:be\s+|being\s+|been\s+)?(?:put|moved|placed|taken|removed|withdrawn|kept|made|excluded|switched|transferred|dropped|sent|told|expected|required|isolated|held|banned|stopped|pulled|forced|suspended|assigned|demoted|reintegrated|separated|sat)\b"
        + @"|(?:he|she|they|(?:the\s+)?(?:child|pupil))(?:'ll|\s+will)\s+(?:have\s+to|not\s+be\s+allowed|no\s+longer)\b|(?:he|she|they)\s+(?:won't|is\s+not|isn't|not)\s+(?:be\s+|to\s+be\s+)?allowed\b|(?:he|she)\s+must\b|\byou\s+(?:will\s+)?(?:must|have\s+to|need\s+to)\b"
        + @"|[\p{L}]+\s+(?:will|is|are|to)\s+(?:be|being|to\s+be|going\s+to\s+be)\s+(?:put|moved|placed)\s+(?:in|into|on|onto|down|to)\s+(?:the\s+|a\s+|an\s+)?(?:lower|bottom|nurture|isolation|another|different|other|set|inclusion|separate)\b)",
        Options, 5000)]
    private static partial Regex Passive();
}
