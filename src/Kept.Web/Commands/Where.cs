using System.CommandLine;
using System.CommandLine.Parsing;
using Kept.Store;
using Kept.Store.PostgreSql;
using Kept.Web.Hosting;

namespace Kept.Web.Commands;

/// <summary>The options by which every command is told where the record is.</summary>
internal sealed class Where
{
    private const string InTheEnvironment = "KEPT_DATABASE";

    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "Folder for the database file, keys and files", HelpName = "DIR" };

    private readonly Option<string?> database = new("--database")
    {
        Description = $"Where a PostgreSQL database is, to use in place of the file; also in {InTheEnvironment}",
        HelpName = "CONNECTION"
    };

    private readonly string folder;

    private Where(string folder) => this.folder = folder;

    /// <param name="command">The command that takes the options.</param>
    /// <param name="folder">The folder inside Kept's own data folder that is used when none is given.</param>
    public static Where On(Command command, string folder = "school")
    {
        var where = new Where(folder);
        command.Options.Add(where.data);
        command.Options.Add(where.database);
        command.Validators.Add(parsed =>
        {
            if (where.WrongOf(parsed) is { } wrong)
            {
                parsed.AddError(wrong);
            }
        });
        return where;
    }

    public Place Of(ParseResult parsed)
    {
        var home = Environment.GetEnvironmentVariable("KEPT_HOME") ?? Environment.CurrentDirectory;
        var directory = parsed.GetValue(data)?.FullName ?? Path.Combine(home, "data", folder);
        Directory.CreateDirectory(directory);
        var written = Written(parsed.GetValue(database));
        return new Place(directory, written is null ? Database.OfFile(Path.Combine(directory, "kept.db")) : Database.OfPostgreSql(ServerAddress.Read(written).OrThrow()));
    }

    private static string? Written(string? onTheLine) => onTheLine ?? Environment.GetEnvironmentVariable(InTheEnvironment);

    private string? WrongOf(CommandResult parsed)
    {
        if (parsed.GetValue(data) is { } folder && File.Exists(folder.FullName))
        {
            return $"--data is a folder, and {folder} is a file";
        }

        var onTheLine = parsed.GetValue(database);
        return Written(onTheLine) is { } written && ServerAddress.Read(written).Refused(out var refused)
            ? $"{(onTheLine is null ? InTheEnvironment : "--database")}: {refused.Sentence}"
            : null;
    }
}
