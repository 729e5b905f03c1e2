using Kept.Domain.Access;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Actions;

public sealed partial class AgreedAction
{
    /// <summary>
    /// What the family says of it as it is done now; null while nobody has said anything. Where carers say different things, what has not happened for one of
    /// them stands: each one's own answer is kept beside it.
    /// </summary>
    public FamilySays? FamilySays { get; private set; }

    /// <summary>A carer's own answer: whether it happened (rule 14).</summary>
    /// <param name="carer">Whose answer it is; the caller has asked for the tie.</param>
    /// <param name="says">Null where nothing was chosen.</param>
    /// <param name="missing">What is missing, if they say so.</param>
    /// <param name="before">Every answer to this action so far.</param>
    /// <param name="writtenBy">The carer, or the member of staff who heard it.</param>
    /// <param name="at">Now.</param>
    /// <param name="language">In which the carer wrote; null for English.</param>
    public Result<CarerAnswer> Answer(
        Id<Person> carer, FamilySays? says, string? missing, IEnumerable<CarerAnswer> before, Id<Person> writtenBy, Instant at, string? language = null)
    {
        if (Visibility is not Visibility.Family)
        {
            return new Refusal("Only what is shared with the family can be answered by them");
        }

        if (Status is not ActionStatus.Done)
        {
            return new Refusal("It can be answered once it is done");
        }

        if (carer == OwnerId)
        {
            return new Refusal("This is their own promise: somebody else says whether it happened", nameof(CarerAnswer.CarerId));
        }

        if (says is not { } said)
        {
            return new Refusal("Choose yes or not yet", nameof(CarerAnswer.Says));
        }

        if (missing?.Length > CarerAnswer.MissingMaxLength)
        {
            return new Refusal($"Use {CarerAnswer.MissingMaxLength} characters or fewer", nameof(CarerAnswer.Missing));
        }

        var answer = new CarerAnswer
        {
            Id = Id<CarerAnswer>.New(),
            SchoolId = SchoolId,
            PupilId = PupilId,
            ActionId = Id,
            CarerId = carer,
            Says = said,
            Missing = said is Actions.FamilySays.NotYet ? Text.Tidy(missing) : null,
            Language = says is Actions.FamilySays.NotYet && Text.Tidy(missing) is not null ? language : null,
            At = at,
            WrittenById = writtenBy
        };
        FamilySays = SumOf(before.Append(answer));
        Version++;
        return answer;
    }

    /// <summary>The latest answer of each carer to what is done now. What was said before it was begun again was said of something else.</summary>
    public IReadOnlyDictionary<Id<Person>, CarerAnswer> Standing(IEnumerable<CarerAnswer> answers) =>
        answers.Where(IsOfNow).GroupBy(a => a.CarerId).ToDictionary(own => own.Key, own => own.MaxBy(a => (a.At, a.Id.Value))!);

    /// <summary>What these answers come to together: what has not happened for one carer stands.</summary>
    public FamilySays? SumOf(IEnumerable<CarerAnswer> answers)
    {
        var standing = Standing(answers).Values.ToList();
        return standing.Count == 0 ? null
            : standing.Exists(a => a.Says is Actions.FamilySays.NotYet) ? Actions.FamilySays.NotYet
            : Actions.FamilySays.Happened;
    }

    private bool IsOfNow(CarerAnswer answer) => answer.ActionId == Id && Status is ActionStatus.Done && answer.At >= TouchedAt;
}
