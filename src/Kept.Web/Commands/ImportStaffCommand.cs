using System.CommandLine;
using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>./kept import staff: a list of the adults who work at the school. Nobody is given a way to sign in by it.</summary>
internal static class ImportStaffCommand
{
    public static Command Create()
    {
        var command = new Command("staff", "Take staff from a CSV: title, forename, surname, initials, email, role, class.");
        var options = ImportOptions.On(command);
        command.SetAction((parsed, cancel) => ImportCommand.OnFileAsync(options.File(parsed), () => RunAsync(options, parsed, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ImportOptions options, ParseResult parsed, CancellationToken cancel)
    {
        await using var at = await options.OpenAsync(parsed, cancel);
        if (at is null)
        {
            return ImportCommand.Unusable;
        }

        var table = StaffTable.Open(options.File(parsed).FullName);
        var list = new StaffList(at.Register);
        var check = await list.TakeAsync(table, save: false, cancel);
        if (!ImportCommand.MayGoOn([.. check.Problems], options, parsed))
        {
            return ImportCommand.HadErrors;
        }

        var (dryRun, were) = options.DryRun(parsed) ? (true, "would be") : (false, "were");
        if (!dryRun)
        {
            await list.TakeAsync(table, save: true, cancel);
            ImportCommand.WriteSkipped(options.SkippedPath(parsed), table.Headings, check.Bad.Select(bad => (bad.Cells, bad.Problems)));
        }

        Console.WriteLine(
            $"{at.School.Name}: {ImportCommand.Number(check.Added.Count, "member")} of staff {were} added, {check.Changed.Count:N0} changed, {check.Unchanged:N0} already the same. "
            + "Invite them under Settings, Staff.");
        return ImportCommand.Done;
    }
}
