using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Actions;

public sealed class AgreedActionTakenOverTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly Owner Teacher = new(Id<Person>.New(), PersonKind.Staff, "Mr Tom Ellis", LeftOn: null, [StaffRole.ClassTeacher]);
    private static readonly Owner Gone = Teacher with { LeftOn = new LocalDate(2026, 3, 27) };
    private static readonly Owner Mother = new(Id<Person>.New(), PersonKind.Carer, "Ms Laura Bennett", LeftOn: null, []);

    [Fact]
    public void An_open_action_may_be_late_already()
    {
        var action = TakeOver(Teacher, new LocalDate(2026, 3, 20), new ActionSoFar(ActionStatus.InProgress)).OrThrow();

        Assert.True(action.IsLateOn(Today));
        Assert.Equal(ActionStatus.InProgress, action.Status);
        Assert.Null(action.DoneOn);
    }

    [Fact]
    public void What_was_done_stays_done_on_its_day_even_by_somebody_who_has_left()
    {
        var action = TakeOver(Gone, new LocalDate(2026, 3, 20), new ActionSoFar(ActionStatus.Done, new LocalDate(2026, 3, 18), " emailed ")).OrThrow();

        Assert.Equal(ActionStatus.Done, action.Status);
        Assert.Equal(new LocalDate(2026, 3, 18), action.DoneOn);
        Assert.Equal("emailed", action.Evidence);
    }

    [Theory]
    [InlineData("2026-03-20", "2026-03-20")]
    [InlineData("2026-06-01", "2026-05-05")]
    public void Where_nobody_wrote_when_it_was_done_it_was_by_its_day(string due, string done)
    {
        var action = TakeOver(Teacher, Day(due), new ActionSoFar(ActionStatus.Done)).OrThrow();

        Assert.Equal(Day(done), action.DoneOn);
    }

    [Fact]
    public void A_parked_action_keeps_its_day_to_look_again()
    {
        var action = TakeOver(Teacher, new LocalDate(2026, 6, 1), new ActionSoFar(ActionStatus.Parked)).OrThrow();

        Assert.False(action.IsToLookAgainOn(Today));
        Assert.True(action.IsToLookAgainOn(new LocalDate(2026, 6, 1)));
    }

    [Fact]
    public void It_needs_one_owner_and_a_date_like_any_other()
    {
        Assert.Equal("Owner", Refused(TakeOver(null, Today, new ActionSoFar(ActionStatus.Done))).Field);
        Assert.Equal("DueOn", Refused(TakeOver(Teacher, null, new ActionSoFar(ActionStatus.Done))).Field);
    }

    [Fact]
    public void Work_still_to_do_needs_an_owner_who_is_here_and_can_see_it()
    {
        Assert.Contains("has left", Refused(TakeOver(Gone, Today, new ActionSoFar(ActionStatus.Open))).Sentence, StringComparison.Ordinal);
        Assert.Contains("Share it with the family", Refused(TakeOver(Mother, Today, new ActionSoFar(ActionStatus.Open))).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("2026-05-06")]
    public void It_cannot_have_been_done_before_it_was_agreed_or_after_today(string done) =>
        Assert.Equal("DoneOn", Refused(TakeOver(Teacher, new LocalDate(2026, 3, 20), new ActionSoFar(ActionStatus.Done, Day(done)))).Field);

    [Fact]
    public void It_cannot_have_been_agreed_tomorrow() =>
        Assert.Equal("AgreedOn", Refused(TakeOver(Teacher, Today.PlusDays(9), new ActionSoFar(ActionStatus.Open), Today.PlusDays(1))).Field);

    private static Result<AgreedAction> TakeOver(Owner? owner, LocalDate? due, ActionSoFar soFar, LocalDate? agreedOn = null) => AgreedAction.TakeOver(
        new ActionAgreement(Id<School>.New(), Id<Pupil>.New(), null, "SEN review", "Share a shorter plan", Visibility.Staff, agreedOn ?? new LocalDate(2026, 3, 3)),
        owner, due, soFar, Today, Now);

    private static Refusal Refused(Result<AgreedAction> result) =>
        result.Refused(out var refusal) ? refusal : throw new InvalidOperationException("It was allowed.");

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
