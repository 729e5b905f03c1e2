using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Pupils;

/// <summary>Rule 15: from when the young person leads.</summary>
public sealed class CompulsorySchoolAgeTests
{
    [Theory]
    [InlineData(2010, 9, 1, 2027, 6, 25)]
    [InlineData(2011, 8, 31, 2027, 6, 25)]
    [InlineData(2010, 8, 31, 2026, 6, 26)]
    [InlineData(2008, 2, 29, 2024, 6, 28)]
    public void It_ends_on_the_last_Friday_in_June_of_the_school_year_of_the_sixteenth_birthday(int year, int month, int day, int endYear, int endMonth, int endDay) =>
        Assert.Equal(new LocalDate(endYear, endMonth, endDay), CompulsorySchoolAge.EndsOn(new(year, month, day)));

    [Fact]
    public void Asked_by_the_day_or_by_the_birthday_it_says_the_same()
    {
        for (var day = new LocalDate(2025, 12, 1); day < new LocalDate(2027, 9, 30); day = day.PlusDays(1))
        {
            var bornBy = CompulsorySchoolAge.BornBy(day);
            Assert.True(CompulsorySchoolAge.EndsOn(bornBy) < day);
            Assert.False(CompulsorySchoolAge.EndsOn(bornBy.PlusDays(1)) < day);
        }
    }

    [Fact]
    public void Nobody_is_asked_before_the_day_nor_after_it_is_written_down()
    {
        var pupil = Pupil.Enrol(Id<School>.New(), new PupilDetails($"{Upn.CheckLetter("-801801899001")}801801899001", "Aisha", "Khan", null, new(2010, 5, 3), "12", null, SenProvision.None, [])).OrThrow();

        Assert.False(pupil.AsksWhoDecidesOn(new(2026, 6, 26)));
        Assert.True(pupil.AsksWhoDecidesOn(new(2026, 6, 27)));
        Assert.Equal(new LocalDate(2026, 6, 27), pupil.LeadsFrom);

        pupil.LeadIsDecided(new(2026, 7, 3));
        Assert.False(pupil.AsksWhoDecidesOn(new(2026, 11, 27)));
    }

    [Theory]
    [InlineData(null, "11", null)]
    [InlineData(null, "12", null)]
    [InlineData("2010-05-03", "12", null)]
    [InlineData("2010-05-03", "12", "2026-07-03")]
    [InlineData("2010-09-01", "11", null)]
    public void A_database_is_asked_the_same(string? born, string year, string? decidedOn)
    {
        var pupil = Pupil.Enrol(Id<School>.New(), new PupilDetails($"{Upn.CheckLetter("-801801899001")}801801899001", "Aisha", "Khan", null, Day(born), year, null, SenProvision.None, [])).OrThrow();
        if (Day(decidedOn) is { } on)
        {
            pupil.LeadIsDecided(on);
        }

        foreach (var day in new LocalDate[] { new(2026, 6, 26), new(2026, 6, 27), new(2026, 11, 27) })
        {
            Assert.Equal(pupil.AsksWhoDecidesOn(day), Pupil.AskingOn(day).Compile()(pupil));
        }
    }

    private static LocalDate? Day(string? written) => written is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(written).Value;

    [Fact]
    public void Where_the_birthday_is_not_known_the_year_says_it()
    {
        Assert.True(Pupil.AsksWhoDecides(null, "12", null, new(2026, 11, 27)));
        Assert.False(Pupil.AsksWhoDecides(null, "11", null, new(2026, 11, 27)));
        Assert.False(Pupil.AsksWhoDecides(null, "13", new(2026, 9, 9), new(2026, 11, 27)));
    }
}
