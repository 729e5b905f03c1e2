using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Handovers;

/// <summary>A handover with its lines, as it is given.</summary>
public sealed record WholeHandover(Handover Handover, IReadOnlyList<HandoverLine> Lines)
{
    public HandoverGiven Happened => new(Handover.PupilId, Handover.Id);
}

public sealed partial class Handover
{
    /// <summary>It is read on one page, so that it is read.</summary>
    public const int MostMatters = 8;

    public const int MostQuestions = 12;

    /// <param name="id">Chosen by the form, so that sending it twice gives one handover.</param>
    /// <param name="terms">Who, to whom and why.</param>
    /// <param name="matters">What matters now, a line each.</param>
    /// <param name="open">Every action of the pupil that is still to do and that the giver may see: none may be left out, none without an owner.</param>
    /// <param name="questions">What is still open with the family.</param>
    public static Result<WholeHandover> Give(
        Id<Handover> id, HandoverTerms terms, IReadOnlyList<string> matters, IReadOnlyList<ProposedOwner> open,
        IReadOnlyList<OpenQuestion> questions, LocalDate today, Instant at)
    {
        if (RefusalTo(terms, today) is { } refused)
        {
            return refused;
        }

        if ((RefusalOf(matters, MostMatters, "Matters") ?? RefusalOf([.. questions.Select(q => q.Words).OfType<string>()], MostQuestions, "Questions")) is { } wordy)
        {
            return wordy;
        }

        var to = terms.To!;
        foreach (var proposal in open)
        {
            if (proposal.RefusalFor(to, today) is { } cannot)
            {
                return cannot;
            }
        }

        var handover = new Handover
        {
            Id = id,
            SchoolId = terms.SchoolId,
            PupilId = terms.PupilId,
            FromId = terms.FromId,
            ToId = to.PersonId,
            Why = Text.Tidy(terms.Why)!,
            GivenAt = at
        };
        var lines = handover.LinesOf(matters, open.Where(o => o.IsFor(to)), questions.Where(q => q.Enquiry is null || IsFor(to, q.Enquiry.Visibility)));
        return lines.Count is 0
            ? new Refusal("Write at least one line about what matters now", "Matters")
            : new WholeHandover(handover, lines);
    }

    private static bool IsFor(Owner to, Visibility visibility) => visibility is not Visibility.Safeguarding && to.MaySee(visibility);

    private static Refusal? RefusalTo(HandoverTerms terms, LocalDate today)
    {
        if (terms.To is not { Kind: PersonKind.Staff } to)
        {
            return new Refusal("Choose the member of staff who takes over", nameof(ToId));
        }

        if (to.PersonId == terms.FromId)
        {
            return new Refusal("Choose somebody other than yourself", nameof(ToId));
        }

        if (to.RefusalOn(today, Visibility.Staff) is { } cannot)
        {
            return cannot.About(nameof(ToId));
        }

        return Text.Tidy(terms.Why) is { Length: <= WhyMaxLength }
            ? null
            : new Refusal($"Say why it is handed over, in {WhyMaxLength} characters or fewer", nameof(Why));
    }

    private static Refusal? RefusalOf(IReadOnlyList<string> lines, int most, string field) =>
        lines.Count > most ? new Refusal($"Keep to {most} lines, so that they are read", field)
        : lines.FirstOrDefault(line => Text.Tidy(line)?.Length > HandoverLine.WordsMaxLength) is { } long_
            ? new Refusal($"Shorten “{long_[..40]}…”: a line has {HandoverLine.WordsMaxLength} characters or fewer", field)
            : null;

    private List<HandoverLine> LinesOf(IEnumerable<string> matters, IEnumerable<ProposedOwner> actions, IEnumerable<OpenQuestion> questions)
    {
        List<HandoverLine> lines = [];
        foreach (var words in matters.Select(Text.Tidy).OfType<string>())
        {
            lines.Add(Line(lines.Count + 1, HandoverPart.Matters, words));
        }

        foreach (var (action, owner) in actions)
        {
            lines.Add(Line(lines.Count + 1, HandoverPart.Action, words: null, action, owner!.PersonId));
        }

        foreach (var (enquiry, words) in questions.Where(q => q.Enquiry is not null || Text.Tidy(q.Words) is not null))
        {
            lines.Add(Line(lines.Count + 1, HandoverPart.Question, enquiry is null ? Text.Tidy(words) : null, enquiry: enquiry));
        }

        return lines;
    }

    private HandoverLine Line(
        int number, HandoverPart part, string? words, AgreedAction? action = null, Id<Person>? owner = null, Log.Enquiry? enquiry = null) => new()
    {
        Id = Id<HandoverLine>.New(),
        SchoolId = SchoolId,
        PupilId = PupilId,
        HandoverId = Id,
        Number = number,
        Part = part,
        Words = words,
        ActionId = action?.Id,
        ProposedOwnerId = owner,
        EnquiryId = enquiry?.Id,
        Visibility = action?.Visibility ?? enquiry?.Visibility ?? Visibility.Staff
    };
}
