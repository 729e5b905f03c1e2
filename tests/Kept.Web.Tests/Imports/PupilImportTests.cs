using System.Text;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Imports;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Imports;

public sealed class PupilImportTests(KeptHost host) : PageTest(host), IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_second_import_of_the_same_file_changes_nothing_and_writes_no_history()
    {
        foreach (var sample in (string[])["parents.csv", "transfer.xml", "sims.csv"])
        {
            await SaveAsync(Scratch.Sample(sample));
            var before = await CountsAsync();

            var again = await SaveAsync(Scratch.Sample(sample));

            Assert.Equal((0, 0), (again.AddedCount, again.ChangedCount));
            Assert.Equal(before, await CountsAsync());
        }
    }

    [Fact]
    public async Task Carers_are_one_person_only_by_their_number_in_the_schools_system()
    {
        await SaveAsync(Scratch.Sample("parents.csv"));

        await using var db = Host.OpenDb();
        var rosas = await db.People.Where(p => p.NameKey == "field rosa").ToListAsync(Cancel);
        Assert.Equal(["P10", "P12"], rosas.Select(p => p.ExternalId).Order());
        var mother = rosas.Single(p => p.ExternalId == "P10");
        Assert.Equal(2, await db.Relationships.CountAsync(t => t.CarerId == mother.Id && t.Kind == "mother", Cancel));
        var grandmother = await db.Relationships.SingleAsync(t => t.CarerId != mother.Id && t.Kind == "grandmother", Cancel);
        Assert.False(grandmother.ReceivesCopies);
    }

    [Fact]
    public async Task Without_numbers_two_families_carers_of_one_name_stay_two()
    {
        await SaveAsync(scratch.File("""
            UPN,Forename,Surname,Year,Parent 1 Name,Parent 1 Email
            N820432121104,Ann,Reed,5,Jo Reed,a@example.org
            C820432121105,Bob,Reed,5,Jo Reed,b@example.org
            """));

        await using var db = Host.OpenDb();
        Assert.Equal(["a@example.org", "b@example.org"], await db.People.Where(p => p.NameKey == "reed jo").Select(p => p.Email).OrderBy(e => e).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_a_file_does_not_say_is_left_as_it_was()
    {
        await using (var db = Host.OpenDb())
        {
            Assert.NotNull(await db.Pupils.Where(p => p.Upn == World.Leo.Upn).Select(p => p.DateOfBirth).SingleAsync(Cancel));
        }

        var report = await SaveAsync(scratch.File($"UPN,Forename,Surname,Year\n{World.Leo.Upn},Leo,Bennett,6\n"));

        Assert.Equal(1, report.ChangedCount);
        await using var after = Host.OpenDb();
        var leo = await after.Pupils.SingleAsync(p => p.Upn == World.Leo.Upn, Cancel);
        Assert.Equal(("6", "5E", SenProvision.Support), (leo.YearGroup, leo.ClassName, leo.Provision));
        Assert.NotNull(leo.DateOfBirth);
        Assert.Equal(["SEMH"], leo.Needs);
        Assert.Equal(2, await after.Relationships.CountAsync(t => t.PupilId == leo.Id, Cancel));
    }

    [Fact]
    public async Task A_court_order_is_never_touched_by_an_import()
    {
        await SaveAsync(scratch.File($"UPN,Forename,Surname,Year,Parent Name,Parent Relationship,Parent Email\n{World.Zainab.Upn},Zainab,Ali,4,Mr Yusuf Ali,father,yusuf@example.org\n"));

        await using var db = Host.OpenDb();
        var tie = await db.Relationships.SingleAsync(t => t.CarerId == World.ZainabsFather.Id, Cancel);
        Assert.Equal(ContactRestriction.NoInformation, tie.Restriction);
        Assert.Equal("yusuf@example.org", await db.People.Where(p => p.Id == tie.CarerId).Select(p => p.Email).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Pupils_are_marked_as_left_only_when_the_file_is_the_whole_roll()
    {
        var path = scratch.File($"UPN,Forename,Surname,Year\n{World.Leo.Upn},Leo,Bennett,5\n{World.Zainab.Upn},Zainab,Ali,4\n");
        var partial = await SaveAsync(path);
        Assert.Equal(0, partial.MarkedAsLeft);
        Assert.Contains("Noah Reid", partial.NotInTheFile);

        var whole = await SaveAsync(path, wholeRoll: true);

        Assert.Equal(partial.NotInFileCount, whole.MarkedAsLeft);
        await using (var db = Host.OpenDb())
        {
            Assert.Equal(World.Today.PlusDays(-1), await db.Pupils.Where(p => p.Upn == World.Noah.Upn).Select(p => p.LeftOn).SingleAsync(Cancel));
        }

        var back = await SaveAsync(scratch.File($"UPN,Forename,Surname,Year\n{World.Noah.Upn},Noah,Reid,9\n"));
        Assert.Equal(1, back.ChangedCount);
    }

    [Fact]
    public async Task Nobody_is_marked_as_left_on_the_word_of_a_file_with_bad_rows()
    {
        var report = await SaveAsync(scratch.File("UPN,Forename,Surname,Year\nA820432121101,Ada,Field,5\n"), wholeRoll: true, skipBad: true);

        Assert.True(report.NotInFileCount > 0);
        Assert.Equal(0, report.MarkedAsLeft);
    }

    [Theory]
    [InlineData("Z820432121103,Una,Frost,4\nZ820432121103,Una,Frost,4\n", "Line 3, UPN: This pupil is already on line 2")]
    [InlineData("Z820432121103,Una,Frost,4\nN820432121104,Ann,Reed,5\nZ820432121103,Una,Frost,4\n", "Line 4, UPN: This pupil is already on line 2")]
    [InlineData("Z820432121103,Una,Frost,4\nZ820432121103,Una,Frost,6\n", "Line 3, UPN: Line 2 has the same UPN with other details")]
    [InlineData("Z820432121103,Una,Frost,4\nN820432121104,Ann,Reed,5\nZ820432121103,Ida,Frost,4\n", "Line 4, UPN: Line 2 has the same UPN with other details")]
    public async Task A_pupil_who_is_in_the_file_twice_is_named_on_both_lines(string rows, string problem)
    {
        var report = await CheckAsync(scratch.File("UPN,Forename,Surname,Year\n" + rows));

        Assert.Equal(problem, Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public async Task A_number_that_stands_for_two_people_is_refused()
    {
        var report = await CheckAsync(scratch.File("""
            UPN,Forename,Surname,Year,Parent ID,Title,Forename,Surname
            Z820432121103,Una,Frost,4,1,Mrs,Ruth,Frost
            N820432121104,Ann,Reed,5,1,Mr,Jo,Reed
            """));

        Assert.Contains("somebody else on line 2", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_skipped_is_written_mended_and_imported()
    {
        var path = scratch.File("UPN,Forename,Surname,Year Group,Note\nR820432121106,Ivy,Lund,3,\"a, b\"\nA820432121107,Max,Lund,3,kept\n");
        using (var skipped = new SkippedRows(scratch.At("skipped.csv"), RollFile.Open(path).Headings))
        {
            var report = await SaveAsync(path, skipBad: true, skipped: skipped);
            Assert.Equal((1, 1), (report.AddedCount, report.BadPupils));
        }

        var text = await File.ReadAllTextAsync(scratch.At("skipped.csv"), Cancel);
        Assert.Equal("UPN,Forename,Surname,Year Group,Note,Problem", text.Split("\r\n")[0]);
        Assert.Contains("A820432121107,Max,Lund,3,kept,UPN: The check letter", text, StringComparison.Ordinal);

        var right = Upn.CheckLetter("A820432121107") + "820432121107";
        var mended = await SaveAsync(scratch.File(text.Replace("A820432121107", right, StringComparison.Ordinal)));
        Assert.Equal((1, 0), (mended.AddedCount, mended.BadPupils));
    }

    [Fact]
    public async Task A_skipped_pupil_of_a_transfer_file_comes_back_from_the_csv_with_their_carers()
    {
        var path = scratch.File((await File.ReadAllTextAsync(Scratch.Sample("transfer.xml"), Cancel)).Replace("W820432121101", "A820432121101", StringComparison.Ordinal), "t.xml");
        using (var skipped = new SkippedRows(scratch.At("skipped.csv"), RollFile.Open(path).Headings))
        {
            await CheckAsync(path, skipped);
        }

        var entry = Assert.Single(Scratch.Read(scratch.File((await File.ReadAllTextAsync(scratch.At("skipped.csv"), Cancel)).Replace("A820432121101", "W820432121101", StringComparison.Ordinal)))).Entry!;

        var direct = Scratch.Read(Scratch.Sample("transfer.xml"))[0].Entry!;
        Assert.Equal(direct.Carers, entry.Carers);
        Assert.Equal(direct.Needs, entry.Needs);
        Assert.Equal(direct with { Line = 0, Carers = [], Needs = null }, entry with { Line = 0, Carers = [], Needs = null, ClassName = null });
    }

    [Fact]
    public async Task A_wrong_UPN_on_line_31007_of_50000_is_named_and_nothing_is_saved()
    {
        var before = await CountsAsync();
        var path = scratch.File(Roll(50_000, wrongLine: 31_007));

        var report = await SaveAsync(path);

        Assert.False(report.IsSaved);
        var problem = Assert.Single(report.Problems);
        Assert.Equal((31_007, "UPN"), (problem.Line, problem.Column));
        Assert.Equal(before, await CountsAsync());
    }

    public void Dispose() => scratch.Dispose();

    private static string Roll(int lines, int wrongLine)
    {
        var text = new StringBuilder("UPN,Forename,Surname,Year\n");
        for (var line = 2; line <= lines; line++)
        {
            var digits = $"801{2000 + (line / 1000)}17{line % 1000:000}";
            var letter = Upn.CheckLetter("A" + digits);
            text.Append(line == wrongLine ? (letter == 'A' ? 'B' : 'A') : letter).Append(digits).Append(",Sam,Reid,5\n");
        }

        return text.ToString();
    }

    private Task<PupilReport> CheckAsync(string path, SkippedRows? skipped = null) => WithAsync((import, options) =>
        import.CheckAsync(RollFile.Open(path), options with { OnBad = (reading, problems) => skipped?.Add(reading.Rows(), problems) }, Cancel));

    private Task<PupilReport> SaveAsync(string path, bool wholeRoll = false, bool skipBad = false, SkippedRows? skipped = null) =>
        WithAsync(async (import, options) =>
        {
            var wanted = options with { WholeRoll = wholeRoll, SkipBad = skipBad, OnBad = (reading, problems) => skipped?.Add(reading.Rows(), problems) };
            var check = await import.CheckAsync(RollFile.Open(path), wanted with { OnBad = null }, Cancel);
            if (check.BadPupils > 0 && !skipBad)
            {
                return check;
            }

            var saved = await import.SaveAsync(RollFile.Open(path), wanted, Cancel);
            Assert.Equal((saved.AddedCount, saved.ChangedCount, saved.UnchangedCount), (check.AddedCount, check.ChangedCount, check.UnchangedCount));
            return saved;
        });

    private async Task<PupilReport> WithAsync(Func<PupilImport, PupilImportOptions, Task<PupilReport>> run)
    {
        await using var db = Host.OpenDb();
        var register = new SchoolRegister(db, new OperatorViewer(World.Hillview.Id), Clock);
        return await run(new PupilImport(register, World.Today), new PupilImportOptions());
    }

    private async Task<(int, int, int, int)> CountsAsync()
    {
        await using var db = Host.OpenDb();
        return (await db.Pupils.CountAsync(Cancel), await db.People.CountAsync(Cancel), await db.Relationships.CountAsync(Cancel), await db.LedgerLinks.CountAsync(Cancel));
    }
}
