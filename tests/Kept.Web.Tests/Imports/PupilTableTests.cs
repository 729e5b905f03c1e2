using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Web.Imports;
using NodaTime;

namespace Kept.Web.Tests.Imports;

public sealed class PupilTableTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public void A_SIMS_report_is_read_by_its_own_column_names()
    {
        var pupils = Scratch.Read(Scratch.Sample("sims.csv"));

        Assert.All(pupils, pupil => Assert.Empty(pupil.Problems));
        var zoe = pupils[0].Entry!;
        Assert.Equal(("W820432121101", "Zoë", "Renée", "Zo"), (zoe.Upn, zoe.GivenName, zoe.FamilyName, zoe.PreferredName));
        Assert.Equal((new LocalDate(2016, 5, 2), "5", "5E", SenProvision.Support), (zoe.DateOfBirth, zoe.YearGroup, zoe.ClassName, zoe.Provision));
        Assert.Equal(("O’Brien", "R", SenProvision.None), (pupils[1].Entry!.FamilyName, pupils[1].Entry!.YearGroup, pupils[1].Entry!.Provision));
        Assert.Equal(SenProvision.Plan, pupils[2].Entry!.Provision);
        Assert.Equal([3, 5, 6], pupils.Select(pupil => pupil.Line));
    }

    [Fact]
    public void An_Arbor_list_is_read_without_a_date_of_birth()
    {
        var pupils = Scratch.Read(Scratch.Sample("arbor.csv")).ConvertAll(pupil => pupil.Entry!);

        Assert.Equal(("Amira", "Haddad", "4", "4K"), (pupils[0].GivenName, pupils[0].FamilyName, pupils[0].YearGroup, pupils[0].ClassName));
        Assert.Equal(SenProvision.Support, pupils[0].Provision);
        Assert.Equal(["SEMH"], pupils[0].Needs!);
        Assert.Null(pupils[0].DateOfBirth);
        Assert.Equal(("Théo", SenProvision.None), (pupils[1].GivenName, pupils[1].Provision));
    }

    [Fact]
    public void A_Bromcom_list_is_read_with_semicolons()
    {
        var pupils = Scratch.Read(Scratch.Sample("bromcom.csv")).ConvertAll(pupil => pupil.Entry!);

        Assert.Equal(["Jake Lister 9 9G", "Ines Moreau 10 10B"], pupils.Select(p => $"{p.GivenName} {p.FamilyName} {p.YearGroup} {p.ClassName}"));
        Assert.All(pupils, pupil => Assert.Null(pupil.Provision));
    }

    [Fact]
    public void Parent_rows_make_one_pupil_with_several_carers()
    {
        var pupils = Scratch.Read(Scratch.Sample("parents.csv"));

        Assert.Equal(["Ada", "Ned", "Kit"], pupils.Select(pupil => pupil.Entry!.GivenName));
        var (rosa, hugh) = (pupils[0].Entry!.Carers[0], pupils[0].Entry!.Carers[1]);
        Assert.Equal(("P10", "Mrs", "Rosa", "Field", "mother", 1), (rosa.ExternalId, rosa.Title, rosa.GivenName, rosa.FamilyName, rosa.Kind, rosa.Priority));
        Assert.Equal((KnownOrNot.Yes, LivesWith.Full, "rosa@example.org", "07700 900001"), (rosa.ParentalResponsibility, rosa.LivesWith, rosa.Email, rosa.Phone));
        Assert.Equal((LivesWith.No, "hugh@example.org", "01632 960002"), (hugh.LivesWith, hugh.Email, hugh.Phone));
        Assert.Contains("“n/a” is not an email address", Assert.Single(pupils[2].Notes).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Parents_beside_the_pupil_are_read_by_their_number()
    {
        var carers = Assert.Single(Scratch.Read(Scratch.Sample("wide.csv"))).Entry!.Carers;

        Assert.Equal(["Mrs Rosa Field mother rosa@example.org ", "Mr Hugh Field parent  07700 900002"],
            carers.Select(c => $"{c.Title} {c.GivenName} {c.FamilyName} {c.Kind} {c.Email} {c.Phone}"));
    }

    [Theory]
    [InlineData("A820432121101,Ada,Field,5,,", "Line 2, UPN: The check letter of this UPN is A but its digits need W: a digit is probably wrong")]
    [InlineData(",Ada,Field,5,,", "Line 2, UPN: No UPN")]
    [InlineData("W820432121101,Ada,,5,,", "Line 2, Surname: No surname")]
    [InlineData("W820432121101,Ada,Field,15,,", "Line 2, Year Group: “15” is not a year group: use R, 1 to 14, N1, N2, E1, E2 or X")]
    [InlineData("W820432121101,Ada,Field,5,31/02/2016,", "Line 2, DOB: “31/02/2016” is not a date: use day/month/year, such as 2/5/2016")]
    [InlineData("W820432121101,Ada,Field,5,,Q", "Line 2, SEN Status: “Q” is not an SEN status: use E, K or N")]
    public void A_bad_cell_is_named_by_line_column_and_reason(string row, string problem) =>
        Assert.Equal(problem, Assert.Single(Scratch.Problems(scratch.File("UPN,Forename,Surname,Year Group,DOB,SEN Status\n" + row + "\n"))));

    [Theory]
    [InlineData("Forename,Surname,Year\nAda,Field,5\n", "UPN")]
    [InlineData("UPN,Forename,Year\nW820432121101,Ada,5\n", "forename and surname")]
    [InlineData("UPN,Forename,Surname\nW820432121101,Ada,Field\n", "year group")]
    public void A_file_without_the_columns_it_needs_is_refused_whole(string text, string missing) =>
        Assert.Contains(missing, Assert.Throws<UnusableFileException>(() => RollFile.Open(scratch.File(text))).Message, StringComparison.Ordinal);

    public void Dispose() => scratch.Dispose();
}
