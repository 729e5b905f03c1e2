using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Pupils;

/// <summary>Rule 15: from when the young person leads.</summary>
public sealed class CompulsorySchoolAgeTests
{
    [Theory]
    [InlineData(Nation.England, "2010-08-31", "2026-06-26")]
    [InlineData(Nation.England, "2010-09-01", "2027-06-25")]
    [InlineData(Nation.England, "2011-08-31", "2027-06-25")]
    [InlineData(Nation.England, "2008-02-29", "2024-06-28")]
    [InlineData(Nation.Wales, "2010-08-31", "2026-06-26")]
    [InlineData(Nation.Wales, "2010-09-01", "2027-06-25")]
    [InlineData(Nation.Scotland, "2010-02-28", "2025-12-21")]
    [InlineData(Nation.Scotland, "2008-02-29", "2023-12-21")]
    [InlineData(Nation.Scotland, "2010-03-01", "2026-05-31")]
    [InlineData(Nation.Scotland, "2010-09-30", "2026-05-31")]
    [InlineData(Nation.Scotland, "2010-10-01", "2026-12-21")]
    [InlineData(Nation.Scotland, "2010-12-31", "2026-12-21")]
    [InlineData(Nation.Scotland, "2011-01-01", "2026-12-21")]
    [InlineData(Nation.NorthernIreland, "2010-07-01", "2026-06-30")]
    [InlineData(Nation.NorthernIreland, "2010-07-02", "2027-06-30")]
    [InlineData(Nation.NorthernIreland, "2010-08-31", "2027-06-30")]
    [InlineData(Nation.NorthernIreland, "2010-09-01", "2027-06-30")]
    [InlineData(Nation.NorthernIreland, "2011-07-01", "2027-06-30")]
    public void It_ends_on_the_day_that_the_law_of_the_nation_says(Nation nation, string born, string ends) =>
        Assert.Equal(Day(ends), CompulsorySchoolAge.EndsOn(Day(born)!.Value, nation));

    [Theory]
    [InlineData(Nation.England, "Education Act 1996")]
    [InlineData(Nation.Wales, "Education Act 1996")]
    [InlineData(Nation.Scotland, "Education (Scotland) Act 1980")]
    [InlineData(Nation.NorthernIreland, "Education and Libraries (Northern Ireland) Order 1986")]
    public void Each_nation_says_by_which_law(Nation nation, string law) => Assert.StartsWith(law, CompulsorySchoolAge.SourceFor(new(2010, 5, 3), nation), StringComparison.Ordinal);

    [Theory]
    [InlineData(Nation.England)]
    [InlineData(Nation.Wales)]
    [InlineData(Nation.Scotland)]
    [InlineData(Nation.NorthernIreland)]
    public void Asked_by_the_day_or_by_the_birthday_it_says_the_same(Nation nation)
    {
        for (var day = new LocalDate(2023, 12, 1); day < new LocalDate(2027, 9, 30); day = day.PlusDays(1))
        {
            var bornBy = CompulsorySchoolAge.BornBy(day, nation);
            Assert.True(CompulsorySchoolAge.EndsOn(bornBy, nation) < day);
            Assert.False(CompulsorySchoolAge.EndsOn(bornBy.PlusDays(1), nation) < day);
        }
    }

    [Fact]
    public void Nobody_is_asked_before_the_day_nor_after_it_is_written_down()
    {
        var pupil = Pupil.Enrol(Id<School>.New(), new PupilDetails($"{Upn.CheckLetter("-801801899001")}801801899001", "Aisha", "Khan", null, new(2010, 5, 3), "12", null, SenProvision.None, [])).OrThrow();

        Assert.False(pupil.AsksWhoDecidesOn(new(2026, 6, 26), Nation.England));
        Assert.True(pupil.AsksWhoDecidesOn(new(2026, 6, 27), Nation.England));
        Assert.Equal(new LocalDate(2026, 6, 27), pupil.LeadsFrom(Nation.England));

        pupil.LeadIsDecided(new(2026, 7, 3));
        Assert.False(pupil.AsksWhoDecidesOn(new(2026, 11, 27), Nation.England));
    }

    private static LocalDate? Day(string? written) => written is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(written).Value;

    [Fact]
    public void Where_the_birthday_is_not_known_the_year_says_it()
    {
        Assert.True(Pupil.AsksWhoDecides(null, "12", null, new(2026, 11, 27), Nation.England));
        Assert.False(Pupil.AsksWhoDecides(null, "11", null, new(2026, 11, 27), Nation.England));
        Assert.False(Pupil.AsksWhoDecides(null, "13", new(2026, 9, 9), new(2026, 11, 27), Nation.England));
    }
}
