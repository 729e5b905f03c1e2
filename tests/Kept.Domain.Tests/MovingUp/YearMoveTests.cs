using Kept.Domain.MovingUp;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.MovingUp;

/// <summary>The whole school moves up, pupil by pupil.</summary>
public sealed class YearMoveTests
{
    private static readonly Id<School> School = Id<School>.New();
    private static readonly Id<Person> Senco = Id<Person>.New();
    private static readonly LocalDate TheDay = new(2026, 7, 23);
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 23, 9, 0);

    [Theory]
    [InlineData(2026, 6, 1, 2026)]
    [InlineData(2026, 7, 31, 2026)]
    [InlineData(2026, 9, 3, 2026)]
    [InlineData(2026, 10, 31, 2026)]
    [InlineData(2026, 11, 25, 2027)]
    [InlineData(2027, 1, 8, 2027)]
    public void It_is_the_year_to_come_and_in_the_autumn_the_one_that_has_begun(int year, int month, int day, int into) =>
        Assert.Equal(into, YearMove.YearFor(new LocalDate(year, month, day)).Starts);

    [Theory]
    [InlineData("4K", "5K")]
    [InlineData("9", "10")]
    [InlineData("Year 10 Red", "Year 11 Red")]
    [InlineData("RK", "1K")]
    [InlineData("R", "1")]
    [InlineData("Reception", "1")]
    [InlineData("Red Kites", "Red Kites")]
    public void The_next_class_is_proposed_from_the_name(string from, string to) => Assert.Equal(to, ClassMove.Next(from));

    [Theory]
    [InlineData("N2", "R")]
    [InlineData("R", "1")]
    [InlineData("6", "7")]
    [InlineData("X", "X")]
    [InlineData("14", null)]
    public void The_next_year_group_follows(string from, string? to) => Assert.Equal(to, YearGroups.After(from));

    [Fact]
    public void A_pupil_moves_into_the_next_year_and_class_and_the_top_year_leaves_on_its_last_day()
    {
        var move = Started();
        var (four, six) = (Child("4", "4K"), Child("6", "6R"));
        var line = ClassMove.Of(move, "4K").Settle("5K", teacher: null).OrThrow();

        var moved = move.Move(four, line, Senco, Now).OrThrow();
        var left = move.Move(six, line: null, Senco, Now).OrThrow();

        Assert.Equal(("5", "5K", "pupil-moved-up"), (four.YearGroup, four.ClassName, moved.Happened.Kind));
        Assert.Equal(("4", "4K", "5", "5K", false), (moved.Row.FromYear, moved.Row.FromClass, moved.Row.ToYear, moved.Row.ToClass, moved.Row.IsLeaver));
        Assert.Equal((new LocalDate(2026, 7, 22), "6", "pupil-left", true), (six.LeftOn!.Value, six.YearGroup, left.Happened.Kind, left.Row.IsLeaver));
    }

    [Fact]
    public void Nobody_moves_before_it_is_started_or_after_it_is_finished()
    {
        var move = Planned();
        Refused.With(move.Move(Child("4", "4K"), null, Senco, Now), "not running");
        Assert.Null(move.Finish(Now));

        move.Start(Senco, TheDay, Now).OrThrow();
        Refused.With(move.Start(Senco, TheDay, Now), "begun already");
        Refused.With(move.Settle("6", new LocalDate(2026, 7, 22)), "begun already");
        Assert.NotNull(move.Finish(Now));
        Refused.With(move.Move(Child("4", "4K"), null, Senco, Now), "not running");
    }

    [Fact]
    public void It_does_not_start_long_before_the_year_ends()
    {
        Refused.With(Planned().Start(Senco, new LocalDate(2026, 5, 31), Now), "too early");
        Assert.True(Planned().Start(Senco, new LocalDate(2026, 6, 1), Now).Allowed(out _, out _));
    }

    [Fact]
    public void Who_has_left_or_has_no_year_above_does_not_move()
    {
        var move = Started();
        var gone = Child("4", "4K");
        gone.Leave(new LocalDate(2026, 5, 1));

        Refused.With(move.Move(gone, null, Senco, Now), "has left");
        Refused.With(move.Move(Child("14", null), null, Senco, Now), "No year comes after Year 14");
    }

    [Fact]
    public void The_leavers_last_day_lies_in_the_year_that_ends()
    {
        Refused.With(Planned().Settle("6", new LocalDate(2025, 7, 1)), "last day", nameof(YearMove.LastDay));
        Refused.With(Planned().Settle("6", lastDay: null), "last day");
        Refused.With(Planned().Settle("seventh", new LocalDate(2026, 7, 22)), "Choose the year group");
        Assert.Null(Settled(topYear: "").TopYear);
    }

    private static YearMove Planned() => YearMove.Plan(School, new AcademicYear(2026), Senco, Now);

    private static YearMove Settled(string topYear)
    {
        var move = Planned();
        move.Settle(topYear, new LocalDate(2026, 7, 22)).OrThrow();
        return move;
    }

    private static YearMove Started()
    {
        var move = Settled("6");
        move.Start(Senco, TheDay, Now).OrThrow();
        return move;
    }

    private static Pupil Child(string year, string? className) => Pupil.Enrol(
        School, new PupilDetails("B801200005001", "Leo", "Bennett", null, null, year, className, SenProvision.None, [])).OrThrow();
}
