using System.CommandLine;
using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>./kept import: takes pupils, staff and the action log from the files that the school has.</summary>
internal static class ImportCommand
{
    public const int Done = 0;
    public const int HadErrors = 1;
    public const int Unusable = 2;

    public static Command Create() => new("import", "Take pupils, staff or the action log from a file of the school’s own system.")
    {
        ImportPupilsCommand.Create(),
    };

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
