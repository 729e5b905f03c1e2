using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Store;
using Kept.Web.Imports;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Imports;

public sealed class LogImportTests(KeptHost host) : PageTest(host), IDisposable
{
    private const string Headings = "Date,Pupil,Action,Owner,Deadline,Status\n";

    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_schools_own_log_is_taken_over_with_its_history_and_only_once()
    {
        var before = await TakenOverAsync();

        var report = await TakeAsync(Scratch.Sample("log.csv"));

        Assert.Empty(report.Problems);
        Assert.Equal(3, report.ToAdd.Count());
        await using (var db = Host.OpenDb())
        {
            var plan = await db.Actions.SingleAsync(a => a.What == "Share a shorter start-of-day plan", Cancel);
            Assert.Equal((ActionStatus.Done, World.Senco.Id, "SEN review: Mornings are hard", "emailed 19 March"), (plan.Status, plan.OwnerId, plan.Source, plan.Evidence));
            Assert.Equal((new LocalDate(2026, 3, 3), Visibility.Staff), (plan.AgreedOn, plan.Visibility));
            var reading = await db.Actions.SingleAsync(a => a.What.StartsWith("Check reading"), Cancel);
            Assert.Equal((ActionStatus.InProgress, World.Teacher.Id, World.Leo.Id), (reading.Status, reading.OwnerId, reading.PupilId));
            Assert.Equal(before + 2, await TakenOverAsync());
        }

        var again = await TakeAsync(Scratch.Sample("log.csv"));

        Assert.Empty(again.ToAdd);
        Assert.Equal(3, again.AlreadyThere);
    }

    [Theory]
    [InlineData("School")]
    [InlineData("SEND team")]
    [InlineData("TBC")]
    [InlineData("SENCO and class teacher")]
    [InlineData("parents")]
    [InlineData("")]
    [InlineData("Mr Nobody")]
    public async Task An_owner_who_is_no_one_person_is_refused_in_the_coachs_words(string owner)
    {
        var report = await TakeAsync(scratch.File(Headings + $"03/03/2026,Leo Bennett,Ring the family,{owner},20/05/2026,open\n"));

        var problem = Assert.Single(report.Problems);
        Assert.Equal((2, "Owner"), (problem.Line, problem.Column));
        Assert.Contains(problem.Reason[^1], ".?");
        Assert.Empty(report.ToAdd);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var report = await CheckAsync(scratch.File(Headings + "soon,Nobody Known,Ring the family,SEND team,,maybe\n"));

        Assert.Equal(["Status", "Date", "Deadline", "Pupil", "Owner"], report.Problems.Select(p => p.Column));
    }

    [Theory]
    [InlineData("SENCO", "Mrs Amina Khan")]
    [InlineData("AK", "Mrs Amina Khan")]
    [InlineData("Mrs Khan", "Mrs Amina Khan")]
    [InlineData("class teacher", "Mr Tom Ellis")]
    [InlineData("Tom Ellis", "Mr Tom Ellis")]
    public async Task An_owner_is_known_by_name_initials_or_role(string owner, string name)
    {
        var report = await CheckAsync(scratch.File(Headings + $"03/03/2026,Leo Bennett,Ring the family,{owner},20/05/2026,open\n"));

        Assert.Equal(name, Assert.Single(report.Rows).OwnerName);
    }

    [Fact]
    public async Task An_owner_is_known_by_their_email()
    {
        var report = await CheckAsync(scratch.File(Headings + $"03/03/2026,Leo Bennett,Ring the family,{World.Teacher.Email.ToUpperInvariant()},20/05/2026,open\n"));

        Assert.Equal("Mr Tom Ellis", Assert.Single(report.Rows).OwnerName);
    }

    [Theory]
    [InlineData("03/03/2026,Leo Bennett,Ring home,SENCO,,open", "Line 2, Deadline: No deadline")]
    [InlineData("03/03/2026,Leo Bennett,Ring home,SENCO,ASAP,open", "Line 2, Deadline: “ASAP” is not a date")]
    [InlineData(",Leo Bennett,Ring home,SENCO,20/05/2026,open", "Line 2, Date: No date")]
    [InlineData("03/03/2026,Leo Bennett,,SENCO,20/05/2026,open", "Line 2, Action: Nothing says what was agreed")]
    [InlineData("03/03/2026,Leo Bennett,Ring home,SENCO,20/05/2026,maybe", "Line 2, Status: “maybe” is none of the four")]
    [InlineData("03/03/2026,Leo Barnett,Ring home,SENCO,20/05/2026,open", "Line 2, Pupil: No pupil called “Leo Barnett” was found")]
    [InlineData("03/03/2026,,Ring home,SENCO,20/05/2026,open", "Line 2, Pupil: No pupil")]
    [InlineData("03/03/2026,Leo Bennett,Ring home,mum,20/05/2026,open", "Line 2, Owner: Ms Laura Bennett could not see this action")]
    [InlineData("03/03/2026,Leo Bennett,Ring home,SENCO,20/02/2026,open", "Line 2, Deadline: The date must be on or after")]
    public async Task A_bad_row_is_named_by_line_column_and_reason(string row, string problem)
    {
        var report = await TakeAsync(scratch.File(Headings + row + "\n"));

        Assert.StartsWith(problem, Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_for_a_date_are_read_from_the_day_it_was_agreed()
    {
        var report = await CheckAsync(scratch.File(Headings + "03/03/2026,Leo Bennett,Ring home,SENCO,Friday,open\n"));

        Assert.Equal(new LocalDate(2026, 3, 6), Assert.Single(report.Rows).Action!.DueOn);
    }

    [Fact]
    public async Task A_log_without_dates_is_still_taken_only_once()
    {
        var path = scratch.File("Pupil,Decision,Owner,Deadline\nLeo Bennett,Send the sensory plan home,SENCO,20/09/2026\n");
        Assert.Single((await TakeAsync(path)).ToAdd);
        Clock.Pass(Duration.FromDays(1));

        var again = await TakeAsync(path);

        Clock.Now = FixedClock.Start;
        Assert.Equal(1, again.AlreadyThere);
    }

    [Fact]
    public async Task Columns_can_be_put_right_and_a_pupil_given()
    {
        var sheet = LogSheet.Open(scratch.File("Date,Thing,Person,Deadline\n03/03/2026,Ring home,SENCO,20/05/2026\n"));
        Assert.NotNull(LogColumns.Guess(sheet.Headings).Missing(pupilGiven: true));
        var columns = LogColumns.Chosen(sheet.Headings, [LogPart.Agreed, LogPart.What, LogPart.Owner, LogPart.Due]);

        await using var db = Host.OpenDb();
        var report = await ImportOf(db).CheckAsync(sheet, columns, new LogImportOptions(Pupil: World.Leo.Upn), Cancel);

        Assert.Equal("Leo Bennett", Assert.Single(report.ToAdd).PupilName);
    }

    [Fact]
    public void A_log_too_long_to_look_over_is_refused() =>
        Assert.Contains("more than 2,000 rows", Assert.Throws<UnusableFileException>(() =>
            LogSheet.Open(scratch.File(Headings + string.Concat(Enumerable.Repeat("03/03/2026,Leo Bennett,x,SENCO,20/05/2026,open\n", 2_001))))).Message, StringComparison.Ordinal);

    public void Dispose() => scratch.Dispose();

    private async Task<LogReport> CheckAsync(string path)
    {
        await using var db = Host.OpenDb();
        var sheet = LogSheet.Open(path);
        return await ImportOf(db).CheckAsync(sheet, LogColumns.Guess(sheet.Headings), new LogImportOptions(), Cancel);
    }

    private async Task<LogReport> TakeAsync(string path)
    {
        await using var db = Host.OpenDb();
        var (sheet, import) = (LogSheet.Open(path), ImportOf(db));
        var report = await import.CheckAsync(sheet, LogColumns.Guess(sheet.Headings), new LogImportOptions(), Cancel);
        Assert.Null(await import.SaveAsync(report, Cancel));
        return report;
    }

    private async Task<int> TakenOverAsync()
    {
        await using var db = Host.OpenDb();
        return await db.LedgerLinks.CountAsync(l => l.Kind == "actions-imported", Cancel);
    }

    private LogImport ImportOf(KeptDb db) => new(
        new VisibleRecord(db, World.Senco.AsViewer, Clock), Domain.Schools.SchoolCalendar.Empty, World.Today, Clock.Now);
}
