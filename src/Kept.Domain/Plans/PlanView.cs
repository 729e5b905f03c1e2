using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>
/// What one carer says of one part of one version of a plan: that they agree, or something else in their own words. Who thinks otherwise later says it anew,
/// and what they said before stays (rule 4). Nobody else in the family reads it.
/// </summary>
public sealed class PlanView : IAboutPupil
{
    public const int WordsMaxLength = 1000;
    public const int AnswerMaxLength = 1000;
    public const int PartMaxLength = 60;

    /// <summary>Of one carer on one part.</summary>
    public const int MostOfAPart = 30;

    public required Id<PlanView> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<SupportPlan> PlanId { get; init; }

    /// <summary>The version that they read.</summary>
    public required int Number { get; init; }

    /// <summary>The key of the part: the same in every version.</summary>
    public required string Part { get; init; }

    public required Id<Person> CarerId { get; init; }

    /// <summary>Which of this carer's views on this part it is: 1 for the first. Two at the same moment are not both the second.</summary>
    public required int Turn { get; init; }

    public required bool Agrees { get; init; }

    /// <summary>In their words; null where they agree.</summary>
    public string? Words { get; init; }

    /// <summary>BCP 47 tag of the language they wrote in.</summary>
    public string? Language { get; init; }

    public required Instant At { get; init; }

    /// <summary>The school's day on which it was said.</summary>
    public required LocalDate SaidOn { get; init; }

    /// <summary>When they said something else of the same part; null while this is their view.</summary>
    public Instant? ReplacedAt { get; private set; }

    /// <summary>What the school says to it. The carer reads it.</summary>
    public string? Answer { get; private set; }

    public Id<Person>? AnsweredById { get; private set; }
    public Instant? AnsweredAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Somebody has to read it and say something to it: that it was opened is not enough (rule 13).</summary>
    public bool IsWaiting => !Agrees && AnsweredAt is null && ReplacedAt is null;

    /// <param name="plan">The plan as it is now.</param>
    /// <param name="inForce">Its version in force.</param>
    /// <param name="read">The number of the version that the carer has before them.</param>
    /// <param name="part">Which part it is of.</param>
    /// <param name="last">What they said of this part last; null for nothing yet.</param>
    /// <param name="carer">Whose view it is.</param>
    /// <param name="agrees">Null where neither was chosen.</param>
    /// <param name="words">What they want to say, where they do not simply agree.</param>
    /// <param name="language">In which the words are written.</param>
    /// <param name="at">Now.</param>
    public static Result<PlanView> Give(
        SupportPlan plan, PlanVersion inForce, int read, string? part, PlanView? last, Id<Person> carer, bool? agrees, string? words, string language, Instant at)
    {
        if (read != plan.Current || inForce.PlanId != plan.Id || inForce.Number != plan.Current)
        {
            return new Refusal("The plan changed meanwhile. Read it again, then say what you think", nameof(Number));
        }

        if (SpokenPart.Of(inForce.Content).All(p => p.Key != part) || agrees is not { } yes)
        {
            return new Refusal("Choose a part of the plan, and whether you agree", nameof(Part));
        }

        var said = yes ? null : Text.TidyLines(words);
        if (!yes && said is null)
        {
            return new Refusal("Write what you want to say", nameof(Words));
        }

        if (said?.Length > WordsMaxLength)
        {
            return new Refusal($"Use {WordsMaxLength} characters or fewer", nameof(Words));
        }

        if (last?.Turn >= MostOfAPart)
        {
            return new Refusal("You have said much of this part. Speak with the school", nameof(Turn));
        }

        last?.Replace(at);
        return new PlanView
        {
            Id = Id<PlanView>.New(),
            SchoolId = plan.SchoolId,
            PupilId = plan.PupilId,
            PlanId = plan.Id,
            Number = read,
            Part = part!,
            CarerId = carer,
            Turn = (last?.Turn ?? 0) + 1,
            Agrees = yes,
            Words = said,
            Language = said is null ? null : language,
            At = at,
            SaidOn = at.InZone(School.Zone).Date
        };
    }

    /// <summary>Takes what the school says to it: somebody has read it.</summary>
    public Result<PlanViewAnswered> TakeAnswer(string? words, Id<Person> by, Instant at)
    {
        if (Agrees)
        {
            return new Refusal("They agree: there is nothing to answer");
        }

        if (AnsweredAt is not null)
        {
            return new Refusal("Somebody has answered this already");
        }

        if (ReplacedAt is not null)
        {
            return new Refusal("They have said something else of this part since. Look at that");
        }

        if (Text.TidyLines(words) is not { } answer)
        {
            return new Refusal("Write a short answer: what you think of it, and what you will do", nameof(Answer));
        }

        if (answer.Length > AnswerMaxLength)
        {
            return new Refusal($"The answer must be {AnswerMaxLength} characters or fewer", nameof(Answer));
        }

        (Answer, AnsweredById, AnsweredAt) = (answer, by, at);
        Version++;
        return new PlanViewAnswered(PupilId, Id);
    }

    private void Replace(Instant at)
    {
        ReplacedAt = at;
        Version++;
    }
}
