using Kept.Domain.People;
using Kept.Web.Imports;
using NodaTime;

namespace Kept.Web.Tests.Imports;

public sealed class CellsTests
{
    [Theory]
    [InlineData("02/05/2016")]
    [InlineData("2/5/2016")]
    [InlineData("2016-05-02")]
    [InlineData("2016-05-02T00:00:00")]
    [InlineData("02/05/2016 00:00:00")]
    [InlineData("2-May-2016")]
    [InlineData("2 May 2016")]
    [InlineData("02.05.2016")]
    [InlineData("2/5/16")]
    public void A_date_is_day_before_month_or_iso(string cell) => Assert.Equal(new LocalDate(2016, 5, 2), Cells.Date(cell));

    [Theory]
    [InlineData("05/31/2016")]
    [InlineData("30/02/2016")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("42492")]
    public void What_is_no_date_is_not_made_one(string cell) => Assert.Null(Cells.Date(cell));

    [Theory]
    [InlineData("Mrs Laura Bennett", "Mrs", "Laura", "Bennett")]
    [InlineData("Bennett, Laura", null, "Laura", "Bennett")]
    [InlineData("Bennett, Mrs Laura Jane", "Mrs", "Laura Jane", "Bennett")]
    [InlineData("Dr. Neil Farrow", "Dr", "Neil", "Farrow")]
    [InlineData("Bennett", null, "", "Bennett")]
    public void A_name_is_parted(string cell, string? title, string given, string family) => Assert.Equal((title, given, family), Cells.Name(cell));

    [Theory]
    [InlineData("T", KnownOrNot.Yes)]
    [InlineData("yes", KnownOrNot.Yes)]
    [InlineData("F", KnownOrNot.No)]
    [InlineData("perhaps", null)]
    public void Flags_are_read(string cell, KnownOrNot? answer) => Assert.Equal(answer, Cells.YesOrNo(cell));

    [Theory]
    [InlineData("rosa@example.org", true)]
    [InlineData("rosa@example.org; hugh@example.org", false)]
    [InlineData("n/a", false)]
    [InlineData("@example.org", false)]
    public void Only_one_address_is_an_address(string cell, bool isOne) => Assert.Equal(isOne, Cells.IsEmail(cell));
}
