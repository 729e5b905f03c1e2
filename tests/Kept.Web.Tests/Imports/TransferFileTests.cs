using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Web.Imports;
using NodaTime;

namespace Kept.Web.Tests.Imports;

public sealed class TransferFileTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public void A_transfer_file_is_read_by_local_name_in_any_order()
    {
        var pupils = Scratch.Read(Scratch.Sample("transfer.xml"));

        var deniz = pupils[0].Entry!;
        Assert.Equal(("Deniz", "Çelik", "Den", "5"), (deniz.GivenName, deniz.FamilyName, deniz.PreferredName, deniz.YearGroup));
        Assert.Equal((new LocalDate(2016, 5, 2), SenProvision.Plan), (deniz.DateOfBirth, deniz.Provision));
        Assert.Equal(["SLCN", "SEMH"], deniz.Needs!);
        var (elif, jo) = (deniz.Carers[0], deniz.Carers[1]);
        Assert.Equal(("mother", KnownOrNot.Yes, LivesWith.Full, "07700 900003", "elif@example.org", 1),
            (elif.Kind, elif.ParentalResponsibility, elif.LivesWith, elif.Phone, elif.Email, elif.Priority));
        Assert.Equal(("social worker", false), (jo.Kind, jo.IsParent));
        Assert.Equal(("Kai", null), (pupils[1].Entry!.GivenName, pupils[1].Entry!.Provision));
    }

    [Fact]
    public void A_bad_pupil_is_named_by_the_line_of_what_is_wrong()
    {
        var path = scratch.File(File.ReadAllText(Scratch.Sample("transfer.xml")).Replace("W820432121101", "A820432121101", StringComparison.Ordinal));

        Assert.StartsWith("Line 7, UPN: The check letter", Assert.Single(Scratch.Problems(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_refused_so_that_nothing_is_fetched_or_blown_up()
    {
        var path = scratch.File("<!DOCTYPE x [<!ENTITY a \"b\">]><CTfile><Pupil><UPN>&a;</UPN></Pupil></CTfile>");

        Assert.Throws<UnusableFileException>(() => Scratch.Read(path));
    }

    [Fact]
    public void A_file_that_breaks_off_is_refused_with_its_line()
    {
        var whole = File.ReadAllText(Scratch.Sample("transfer.xml"));
        var path = scratch.File(whole[..whole.IndexOf("<Attendance>", StringComparison.Ordinal)]);

        Assert.StartsWith("Line ", Assert.Throws<UnusableFileException>(() => Scratch.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_xml_is_told_so() =>
        Assert.Contains("holds no pupils", Assert.Throws<UnusableFileException>(() => Scratch.Read(scratch.File("<html><body/></html>"))).Message, StringComparison.Ordinal);

    [Fact]
    public void One_pupil_cannot_fill_the_memory()
    {
        var path = scratch.File("<CTfile><Pupil>" + string.Concat(Enumerable.Repeat("<X/>", 6_000)) + "</Pupil></CTfile>");

        Assert.Throws<UnusableFileException>(() => Scratch.Read(path));
    }

    public void Dispose() => scratch.Dispose();
}
