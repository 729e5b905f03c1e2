using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>An action line taken apart: who, what, and what is to be said about the owner.</summary>
internal sealed partial class ActionLine
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly string plain;
    private readonly string typed;
    private readonly DateReading dates;
    private readonly Clauses clauses;
    private readonly CoachContext context;

    public ActionLine(string plain, string typed, DateReading dates, Clauses clauses, CoachContext context)
    {
        (this.plain, this.typed, this.dates, this.clauses, this.context) = (plain, typed, dates, clauses, context);
        var acting = clauses.Subjects.Where(s => !s.IsActedOn).Select(s => s.Who).ToList();
        Who = acting.Count > 0 ? acting : clauses.Aside is { } aside ? [aside] : [];
        (Owner, OwnerAdvice) = Judge();
        Act = TidyAct(ActSpan());
        IsEarlyThought = Tone.IsEarlyThought(plain, Act, clauses.Subjects.Any(s => s.IsTentative));
        Splits = OwnerAdvice?.Code is AdviceCode.TwoOwners ? [.. Split()] : [];
    }

    public RosterPerson? Owner { get; }

    public Advice? OwnerAdvice { get; }

    public string Act { get; }

    public bool IsEarlyThought { get; }

    public IReadOnlyList<SplitAction> Splits { get; }

    /// <summary>The line as shared, without the names and roles of those who act.</summary>
    public string WithoutOwner => Who.Select(w => w.Span)
        .Aggregate(plain, LineText.Hide);

    private List<OwnerPhrase> Who { get; }

    private (RosterPerson? Owner, Advice? Advice) Judge()
    {
        var acted = clauses.Subjects.FirstOrDefault(s => s.IsActedOn);
        return Who.Count > 0 ? Owners.Judge(Who)
            : acted is { Who.HasGroup: false } ? (null, AdviceWords.ActedOn(acted.Who.Mentions[0].Words))
            : (null, AdviceWords.NoOwner);
    }

    private TextSpan ActSpan()
    {
        var first = clauses.Subjects.Count > 0 ? clauses.Subjects[0] : null;
        var start = first is { IsActedOn: false } ? first.ActStart : clauses.Start;
        return new TextSpan(start, plain.Length - start);
    }

    /// <summary>The words of a stretch without dates and owners in brackets, as a sentence would begin.</summary>
    private string TidyAct(TextSpan span)
    {
        var hidden = dates.Words.Where(w => w != dates.Doubt?.Words).Aggregate(plain, LineText.Hide);
        hidden = clauses.Aside is { } aside ? LineText.Hide(hidden, aside.Span) : hidden;
        var kept = string.Concat(Enumerable.Range(span.Start, span.Length)
            .Select(i => hidden[i] == LineText.Hidden ? LineText.Hidden : typed[i]));
        var act = Gaps().Replace(NoDay().Replace(kept.Replace(LineText.Hidden, ' '), ""), " ").Trim();
        act = Loose().Replace(act, "").Trim();
        return act.Length == 0 ? "" : char.ToUpperInvariant(act[0]) + act[1..];
    }

    private IEnumerable<SplitAction> Split()
    {
        for (var i = 0; i < Who.Count; i++)
        {
            var act = Who.Count == 1 ? Act : ActOf(i);
            var own = Who.Count == 1 ? null : BritishDates.Find(StretchOf(i), context.On, context.Calendar) is { Doubt: null, Due: { } said } ? said : (NodaTime.LocalDate?)null;
            foreach (var person in Who[i].Mentions.Where(m => m.Kind is MentionKind.Person).Select(m => m.People[0]))
            {
                var due = own ?? (dates.Doubt is null ? dates.Due : null);
                yield return new SplitAction(person, act, due, LineOf(person, act, due));
            }
        }
    }

    private string StretchOf(int i)
    {
        var (start, end) = Ends(i);
        return plain[start..end];
    }

    private string ActOf(int i)
    {
        var (start, end) = Ends(i);
        return TidyAct(new TextSpan(start, end - start));
    }

    private (int Start, int End) Ends(int i)
    {
        var acting = clauses.Subjects.Where(s => !s.IsActedOn).ToList();
        var start = acting[i].ActStart;
        return (start, i + 1 < acting.Count ? Math.Max(start, acting[i + 1].Who.Span.Start) : plain.Length);
    }

    private static string LineOf(RosterPerson person, string act, NodaTime.LocalDate? due)
    {
        var doing = act.Length == 0 ? "…" : char.ToLowerInvariant(act[0]) + act[1..];
        var by = due is { } day ? $" by {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}" : "";
        return $"{person.Name} to {doing}{by}";
    }

    [GeneratedRegex(@"\s+", Options, 5000)]
    private static partial Regex Gaps();

    // Words for a date that is none: they go from the act and are asked for.
    [GeneratedRegex(@"\s*\b(?:asap|a\.s\.a\.p\.?|as\s+soon\s+as\s+possible|soon|in\s+due\s+course|some\s+time|sometime|at\s+some\s+(?:point|stage)|at\s+the\s+latest)\b", Options, 5000)]
    private static partial Regex NoDay();

    [GeneratedRegex(@"^(?:[\s,;:.\-*]+|(?:and|then|to)\s+)+|(?:[\s,;:.\-(]+|\(\s*\)|\s(?:and|then|by|on|while|but))+$", Options, 5000)]
    private static partial Regex Loose();
}
