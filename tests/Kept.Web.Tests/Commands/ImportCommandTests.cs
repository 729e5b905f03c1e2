using Kept.Web.Commands;
using Kept.Web.Tests.Imports;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Commands;

/// <summary>The console belongs to the whole process, so these run by themselves.</summary>
[CollectionDefinition(nameof(ImportCommandTests), DisableParallelization = true)]
public sealed class ConsoleAlone;

[Collection(nameof(ImportCommandTests))]
public sealed class ImportCommandTests(KeptHost host) : PageTest(host), IDisposable
{
    private const string Headings = "UPN,Forename,Surname,Year\n";

    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var file = scratch.File(Headings + "N820432121104,Ann,Reed,5\n");

        var dry = await RunAsync("pupils", file, "--school", "hillview", "--dry-run");
        Assert.Equal(0, dry.Code);
        Assert.Contains("1 pupil would be added", dry.Said, StringComparison.Ordinal);

        Assert.Contains("1 pupil were added", (await RunAsync("pupils", file, "--school", "hillview")).Said, StringComparison.Ordinal);
        Assert.Contains("0 pupils were added, 0 changed, 1 already the same", (await RunAsync("pupils", file, "--school", "hillview")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_ends_with_1_and_with_skip_bad_goes_to_a_file()
    {
        var file = scratch.File(Headings + "A820432121105,Bob,Reed,5\nC820432121105,Cat,Reed,5\n");

        var refused = await RunAsync("pupils", file, "--school", "hillview");
        Assert.Equal(1, refused.Code);
        Assert.Contains("Line 2, UPN: The check letter of this UPN is A but its digits need C", refused.Said, StringComparison.Ordinal);
        Assert.Contains("Nothing was saved", refused.Said, StringComparison.Ordinal);

        var skipped = await RunAsync("pupils", file, "--school", "hillview", "--skip-bad");
        Assert.Equal(0, skipped.Code);
        Assert.Contains("A820432121105,Bob", await File.ReadAllTextAsync(file + ".skipped.csv", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_ends_with_2_and_a_sentence()
    {
        var (code, _, complaint) = await RunAsync("pupils", scratch.At("nowhere.csv"), "--school", "hillview");
        Assert.Equal(2, code);
        Assert.Contains("There is no file", complaint, StringComparison.Ordinal);

        (code, _, complaint) = await RunAsync("pupils", scratch.File(Headings), "--school", "hilview");
        Assert.Equal(2, code);
        Assert.Contains("The schools here are: hillview, riverside", complaint, StringComparison.Ordinal);

        (code, _, complaint) = await RunAsync("staff", scratch.File("x\n1\n"), "--school", "hillview");
        Assert.Equal(2, code);
        Assert.Contains("No columns were recognised", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_is_taken_over_from_the_command_line()
    {
        var (code, said, _) = await RunAsync("log", Scratch.Sample("log.csv"), "--school", "hillview", "--visibility", "family");

        Assert.Equal(0, code);
        Assert.Contains("Owner = owner", said, StringComparison.Ordinal);
        Assert.Contains("3 actions were added", said, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private async Task<(int Code, string Said, string Complaint)> RunAsync(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complaint = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complaint);
            string[] where = TestDatabase.IsPostgres ? ["--database", Host.Place.Database.ConnectionString] : [];
            var code = await KeptCommand.RunAsync(["import", .. arguments, "--data", Host.Place.Directory, .. where]);
            return (code, said.ToString(), complaint.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
