using System.CommandLine;
using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>./kept import: takes pupils, staff and the action log from the files that the school has.</summary>
internal static class ImportCommand
{
    public const int Done = 0;
    public const int HadErrors = 1;
    public const int Unusable = 2;

    public static Command Create() => new("import", "Take pupils, staff, the action log or another school’s handover from a file.")
    {
        ImportPupilsCommand.Create(),
        ImportStaffCommand.Create(),
        ImportLogCommand.Create(),
        HandoverCommands.Import(),
    };

    /// <summary>Names every problem; true where there is none, or the caller asked for bad rows to be skipped.</summary>
    public static bool MayGoOn(IReadOnlyList<Problem> problems, ImportOptions options, ParseResult parsed)
    {
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        if (problems.Count == 0 || options.SkipBad(parsed))
        {
            return true;
        }

        Console.WriteLine(
            $"{Number(problems.Count, "problem")} in {options.File(parsed).Name}. Nothing was saved. Mend the file, or add --skip-bad to save the rest.");
        return false;
    }

    public static void WriteSkipped(string path, IReadOnlyList<string> headings, IEnumerable<(string[] Cells, IReadOnlyList<Problem> Problems)> bad)
    {
        var rows = bad.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        using var skipped = new SkippedRows(path, headings);
        foreach (var (cells, problems) in rows)
        {
            skipped.Add([cells], problems);
        }

        Console.WriteLine($"{Number(rows.Count, "row")} skipped. Mend {path} and import it.");
    }

    public static string Number(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Runs an import on a file that exists, and turns what makes it unusable into a sentence and exit code 2.</summary>
    public static async Task<int> OnFileAsync(FileInfo file, Func<Task<int>> import)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return Unusable;
        }

        try
        {
            return await import();
        }
        catch (UnusableFileException unusable)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: {unusable.Message} Nothing was saved.");
            return Unusable;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync($"{file.Name} could not be read or written beside: {refused.Message} Nothing was saved.");
            return Unusable;
        }
    }
}

/// <summary>What every import can be told.</summary>
internal sealed class ImportOptions
{
    private readonly Argument<FileInfo> file = new("file") { Description = "The file to take" };
    private readonly Option<string> school = AtSchool.Option();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would be done and save nothing" };
    private readonly Option<bool> skipBad = new("--skip-bad")
    {
        Description = "Save the good rows and write the others to FILE.skipped.csv, to be mended and imported"
    };

    private readonly Where where;

    private ImportOptions(Command command) => where = Where.On(command);

    public static ImportOptions On(Command command)
    {
        var options = new ImportOptions(command);
        command.Arguments.Add(options.file);
        command.Options.Add(options.school);
        command.Options.Add(options.dryRun);
        command.Options.Add(options.skipBad);
        return options;
    }

    public FileInfo File(ParseResult parsed) => parsed.GetValue(file)!;

    public bool DryRun(ParseResult parsed) => parsed.GetValue(dryRun);

    public bool SkipBad(ParseResult parsed) => parsed.GetValue(skipBad);

    public Task<AtSchool?> OpenAsync(ParseResult parsed, CancellationToken cancel) =>
        AtSchool.OpenAsync(where.Of(parsed), parsed.GetValue(school)!, cancel);

    public string SkippedPath(ParseResult parsed) => File(parsed).FullName + ".skipped.csv";
}
