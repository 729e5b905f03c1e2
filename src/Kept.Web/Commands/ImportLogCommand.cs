using System.CommandLine;
using Kept.Domain.Access;
using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>./kept import log: the action log that the school keeps in a spreadsheet.</summary>
internal static class ImportLogCommand
{
    private static readonly Dictionary<string, Visibility> Audiences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["family"] = Visibility.Family,
        ["staff"] = Visibility.Staff,
        ["send-team"] = Visibility.SendTeam
    };

    public static Command Create()
    {
        var command = new Command("log", "Take an action log from a CSV: date, pupil, decision or action, owner, deadline, status.");
        var options = ImportOptions.On(command);
        var visibility = new Option<string>("--visibility")
        {
            Description = "Who may see the actions: family, staff or send-team",
            HelpName = "WHO",
            DefaultValueFactory = _ => "staff"
        };
        visibility.AcceptOnlyFromAmong([.. Audiences.Keys]);
        var pupil = new Option<string?>("--pupil") { Description = "Whose log it is, by UPN or name, where no column says", HelpName = "UPN" };
        command.Options.Add(visibility);
        command.Options.Add(pupil);
        command.SetAction((parsed, cancel) => ImportCommand.OnFileAsync(options.File(parsed), () =>
            RunAsync(options, parsed, new LogImportOptions(Audiences[parsed.GetValue(visibility)!], parsed.GetValue(pupil)), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ImportOptions options, ParseResult parsed, LogImportOptions asked, CancellationToken cancel)
    {
        await using var at = await options.OpenAsync(parsed, cancel);
        if (at is null)
        {
            return ImportCommand.Unusable;
        }

        var sheet = LogSheet.Open(options.File(parsed).FullName);
        var columns = LogColumns.Guess(sheet.Headings);
        Console.WriteLine("Columns: " + string.Join(", ", columns.Headings.Select((heading, column) =>
            columns.Parts[column] is { } part ? $"{heading} = {LogColumns.InWords(part).ToLowerInvariant()}" : $"{heading} (not used)")));

        var import = new LogImport(at.Record, await at.CalendarAsync(cancel), at.Today, at.Now);
        var report = await import.CheckAsync(sheet, columns, asked, cancel);
        foreach (var note in report.Rows.SelectMany(row => row.Notes))
        {
            Console.WriteLine($"Note: {note}");
        }

        if (!ImportCommand.MayGoOn(report.Problems, options, parsed))
        {
            return ImportCommand.HadErrors;
        }

        var (count, were) = (report.ToAdd.Count(), options.DryRun(parsed) ? "would be" : "were");
        if (!options.DryRun(parsed))
        {
            if (await import.SaveAsync(report, cancel) is { } refused)
            {
                Console.WriteLine($"{refused.Sentence}. Nothing was saved.");
                return ImportCommand.HadErrors;
            }

            ImportCommand.WriteSkipped(options.SkippedPath(parsed), sheet.Headings, report.Bad.Select(bad => (bad.Row.Cells, bad.Problems)));
        }

        Console.WriteLine($"{at.School.Name}: {ImportCommand.Number(count, "action")} {were} added, {report.AlreadyThere:N0} already there.");
        return ImportCommand.Done;
    }
}
