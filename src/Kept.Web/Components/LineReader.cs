using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Actions;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>Reads quick lines against the people who could own what was agreed about one pupil.</summary>
/// <param name="about">What is known of the pupil; null while nobody is chosen, when no owner can be missed yet.</param>
public sealed class LineReader(IReadOnlyList<PossibleOwner> owners, SchoolCalendar calendar, LocalDate today, LineAbout? about, Id<Person> speaker)
{
    /// <summary>The owner's advice turns into the error beside the field when it is sent; a missing day is the review's.</summary>
    private static readonly string[] SaidElsewhere = [AdviceCode.NoDate];

    /// <summary>Everybody whom a line may name, even those who cannot own it, so that the refusal can say why.</summary>
    private readonly List<PossibleOwnerChoice> known = [.. owners.Select(o => new PossibleOwnerChoice(o.Owner, Label(o)))];

    /// <summary>Those who may be chosen by hand.</summary>
    public IReadOnlyList<PossibleOwnerChoice> Choices =>
        [.. known.Where(c => !c.Owner.MayNotBeTold && (c.Owner.LeftOn is null || c.Owner.LeftOn >= today))];

    public LineOnPage Read(QuickLine line, LocalDate saidOn, LocalDate? reviewOn)
    {
        var reading = EntryCoach.Read(Text.Tidy(line.Text) ?? "", LineKind.Action, Context(saidOn));
        var chosen = line.OwnerId ?? reading.Owner?.Reference;
        var owner = known.Find(c => c.Owner.PersonId.ToString() == chosen);
        var typed = TypedDay.ToCome(line.Due, saidOn, calendar).Allowed(out var on, out _) ? on : null;
        var due = typed ?? reading.Due;
        // A day that was meant and cannot be read is asked for: the review's must not be put in its place.
        var asked = due is null && reading.DateTrouble is not null;
        var advice = reading.Advice.Where(a => (asked || !SaidElsewhere.Contains(a.Code)) && !(IsAboutOwner(a) && (owner is not null || about is null)));
        return new LineOnPage(line, reading, owner, due ?? (asked ? null : reviewOn), due is null && !asked, [.. advice]);
    }

    /// <summary>Why the line cannot be agreed as it stands: no one owner, or a day by hand that is none. Null when it can.</summary>
    public Refusal? Trouble(LineOnPage line) =>
        line.OwnerTrouble is { } trouble ? new Refusal(trouble)
            : line.Line.Due is { Length: > 0 } typed && TypedDay.ToCome(typed, today, calendar).Refused(out var unread) ? unread
            : line is { DueIsTheReview: false, Due: { } due } && DateDoubt.IsTooFar(due, today) ? new Refusal("That is more than two years away. Enter an earlier day, to look at it again")
            : line.Due is null && line.Reading.DateTrouble is { } asked ? new Refusal(asked)
            : null;

    public IReadOnlyList<Advice> ReadIssue(string? issue, LocalDate saidOn) =>
        Text.Tidy(issue) is { } words ? EntryCoach.Read(words, LineKind.Issue, Context(saidOn)).Advice : [];

    /// <summary>The one person whom the words name, read as the owner of a line would be; null when nobody or several fit.</summary>
    public Id<Person>? Person(string words, LocalDate saidOn) =>
        Domain.Coach.Owners.Resolve(words, Context(saidOn)).Owner is { } named ? Id<Person>.Parse(named.Reference) : null;

    private CoachContext Context(LocalDate saidOn) =>
        new(saidOn, calendar, [.. owners.Where(o => o.Owner.LeftOn is null || o.Owner.LeftOn >= saidOn).Select(o => o.ForTheCoach)], about?.ClassName, speaker.ToString());

    private static bool IsAboutOwner(Advice advice) => advice.Code is AdviceCode.NoOwner or AdviceCode.GroupOwner or AdviceCode.TwoOwners;

    private static string Label(PossibleOwner owner)
    {
        var role = owner.RoleWords.Count > 0 ? owner.RoleWords[0] : null;
        var of = owner.Classes.Count > 0 ? $" {owner.Classes[0]}" : "";
        return role is null ? owner.Owner.Name : $"{owner.Owner.Name}, {role}{of}";
    }
}

/// <summary>The pupil whom lines are about, as far as reading them needs it: "class teacher" means this pupil's.</summary>
public sealed record LineAbout(string? ClassName);
