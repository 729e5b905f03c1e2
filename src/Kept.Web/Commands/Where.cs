using System.CommandLine;
using Kept.Store;
using Kept.Web.Hosting;

namespace Kept.Web.Commands;

/// <summary>The options by which every command is told where the record is.</summary>
internal sealed class Where
{
    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "Folder for the database file, keys and files", HelpName = "DIR" };

    private readonly Option<string?> database = new("--database")
    {
        Description = "Connection string of a PostgreSQL database to use in place of the file",
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
        return where;
    }

    public Place Of(ParseResult parsed)
    {
        var home = Environment.GetEnvironmentVariable("KEPT_HOME") ?? Environment.CurrentDirectory;
        var directory = parsed.GetValue(data)?.FullName ?? Path.Combine(home, "data", folder);
        Directory.CreateDirectory(directory);
        var connection = parsed.GetValue(database) ?? Environment.GetEnvironmentVariable("KEPT_DATABASE");
        return new Place(directory, connection is null ? Database.OfFile(Path.Combine(directory, "kept.db")) : Database.Of(connection));
    }
}
