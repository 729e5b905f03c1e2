using System.Text.RegularExpressions;

namespace Kept.Domain.Coach;

/// <summary>
/// Reads a line as a good SENCO would: who will do it, by when, and in a sentence each what would make it
/// better. The same line on the same day always reads the same.
/// </summary>
public sealed partial class EntryCoach
{
    public const int LongestAction = 200;

    public const int LongestIssue = 300;

    private const int MostSentences = 3;

    private EntryCoach()
    {
    }

    public static LineReading Read(string text, LineKind kind, CoachContext context) =>
        kind is LineKind.Issue ? ReadIssue(text, context) : ReadAction(text, context);

    /// <summary>The age at which most people could read this with ease; null where there is too little to tell.</summary>
    public static double? ReadingAge(string text) => Coach.ReadingAge.Of(text);

    private static LineReading ReadIssue(string text, CoachContext context)
    {
        var plain = LineText.Plain(text);
        var owners = new OwnerWords(context);
        var advice = new AdviceList();
        advice.AddIf(VagueLines.IsVagueIssue(plain, owners), AdviceWords.VagueIssue);
        AddWording(advice, text, plain, LongestIssue, plain, owners);
        return new LineReading(text, LineKind.Issue, Owner: null, Due: null, text.Trim(), advice.All, []);
    }

    private static LineReading ReadAction(string text, CoachContext context)
    {
        var plain = LineText.Plain(text);
        var owners = new OwnerWords(context);
        var dates = BritishDates.Find(plain, context.On, context.Calendar);
        var line = new ActionLine(plain, text, dates, new Clauses(plain, dates, owners).Read(), context);

        var advice = new AdviceList();
        advice.Add(line.OwnerAdvice);
        advice.AddIf(VagueLines.IsVagueAct(line.Act) && !line.IsEarlyThought, AdviceWords.VagueAction);
        var doubt = dates.Doubt is { } words ? AdviceWords.DateInDoubt(text.Substring(words.Words.Start, words.Words.Length).Trim(), words.Reason) : null;
        var due = doubt is null ? dates.Due : null;
        advice.AddIf(due is null, doubt ?? AdviceWords.NoDate);
        advice.Add(AdviceWords.ClosedDay(due, context.Calendar));
        advice.AddIf(line.IsEarlyThought, AdviceWords.EarlyThought);
        advice.AddIf(Tone.IsDoneTo(plain), AdviceWords.DoneTo);
        AddWording(advice, text, plain, LongestAction, line.WithoutOwner, owners);
        return new LineReading(text, LineKind.Action, line.Owner, due, line.Act, advice.All, line.Splits) { DateTrouble = doubt?.Message };
    }

    private static void AddWording(AdviceList advice, string text, string plain, int longest, string shared, OwnerWords owners)
    {
        advice.AddIf(text.Trim().Length > longest || Sentence().Count(plain) > MostSentences, AdviceWords.TooLong);
        advice.Add(Tone.Label(plain) is { } label ? AdviceWords.Label(label) : null);
        advice.Add(Jargon.Find(shared, owners) is { } term ? AdviceWords.Jargon(term) : null);
    }

    [GeneratedRegex(@"\p{L}{2,}[""')]*(?:[.!?]+(?=\s+[\p{Lu}\d""'])|[.!?]*\s*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Sentence();

    private sealed class AdviceList
    {
        private readonly List<Advice> advice = [];

        public IReadOnlyList<Advice> All => advice;

        public void Add(Advice? given)
        {
            if (given is not null)
            {
                advice.Add(given);
            }
        }

        public void AddIf(bool wanted, Advice given) => Add(wanted ? given : null);
    }
}
