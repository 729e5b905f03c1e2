using System.CommandLine;
using Kept.Web.Imports;

namespace Kept.Web.Commands;

/// <summary>./kept import pupils: the roll, as the school's own system exports it.</summary>
internal static class ImportPupilsCommand
{
    public static Command Create()
    {
        var command = new Command("pupils", "Take pupils and their carers from a Common Transfer File or a CSV (SIMS, Arbor, Bromcom).");
        var options = ImportOptions.On(command);
        var wholeRoll = new Option<bool>("--whole-roll") { Description = "The file holds every pupil: mark those on roll who are not in it as left" };
        command.Options.Add(wholeRoll);
        command.SetAction((parsed, cancel) => ImportCommand.OnFileAsync(options.File(parsed), () => RunAsync(options, parsed, parsed.GetValue(wholeRoll), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ImportOptions options, ParseResult parsed, bool wholeRoll, CancellationToken cancel)
    {
        await using var at = await options.OpenAsync(parsed, cancel);
        if (at is null)
        {
            return ImportCommand.Unusable;
        }

        var file = RollFile.Open(options.File(parsed).FullName);
        var import = new PupilImport(at.Register, at.Today);
        var progress = new ProgressLine();
        var (dryRun, skipBad) = (options.DryRun(parsed), options.SkipBad(parsed));
        var check = await import.CheckAsync(file, new PupilImportOptions(skipBad, wholeRoll, Name, progress.Show), cancel);
        progress.End();
        SayNotes(check);

        if (check.BadPupils > 0 && !skipBad)
        {
            Console.WriteLine($"{ImportCommand.Number(check.ProblemCount, "problem")} in {options.File(parsed).Name}. Nothing was saved. Mend the file, or add --skip-bad to save the rest.");
            return ImportCommand.HadErrors;
        }

        if (dryRun)
        {
            SayWhat(check, at.School.Name, "would be", wholeRoll);
            return ImportCommand.Done;
        }

        var saved = await SaveAsync(import, file, check, wholeRoll, options.SkippedPath(parsed), progress, cancel);
        if (!saved.IsSaved)
        {
            Console.WriteLine("The record changed meanwhile, and some rows can no longer be taken. Nothing was saved. Run this again.");
            return ImportCommand.HadErrors;
        }

        SayWhat(saved, at.School.Name, "were", wholeRoll);
        return ImportCommand.Done;

        void Name(RollReading reading, IReadOnlyList<Problem> problems)
        {
            progress.Clear();
            foreach (var problem in problems)
            {
                Console.WriteLine(problem);
            }
        }
    }

    private static async Task<PupilReport> SaveAsync(
        PupilImport import, RollFile file, PupilReport check, bool wholeRoll, string skippedPath, ProgressLine progress, CancellationToken cancel)
    {
        using var skipped = check.BadPupils > 0 ? new SkippedRows(skippedPath, file.Headings) : null;
        var saved = await import.SaveAsync(
            file, new PupilImportOptions(SkipBad: check.BadPupils > 0, wholeRoll, (reading, problems) => skipped?.Add(reading.Rows(), problems), progress.Show), cancel);
        progress.End();
        if (skipped is not null)
        {
            Console.WriteLine($"{ImportCommand.Number(saved.BadPupils, "pupil")} skipped. Mend {skipped.Path} and import it.");
        }

        return saved;
    }

    private static void SayWhat(PupilReport report, string school, string were, bool wholeRoll)
    {
        Console.WriteLine(
            $"{school}: {ImportCommand.Number(report.AddedCount, "pupil")} {were} added, {report.ChangedCount:N0} changed, {report.UnchangedCount:N0} already the same; "
            + $"{ImportCommand.Number(report.Carers, "contact")} read.");
        SayLeft(report, were, wholeRoll);
    }

    private static void SayLeft(PupilReport report, string were, bool wholeRoll)
    {
        if (report.NotInFileCount == 0)
        {
            return;
        }

        var some = string.Join(", ", report.NotInTheFile.Take(20)) + (report.NotInFileCount > 20 ? ", …" : "");
        Console.WriteLine((wholeRoll, report.BadPupils) switch
        {
            (true, 0) => $"{ImportCommand.Number(report.NotInFileCount, "pupil")} {were} marked as left: {some}.",
            (true, _) => $"Nobody {were} marked as left, because some lines could not be read. Not in the file: {some}.",
            _ => $"{ImportCommand.Number(report.NotInFileCount, "pupil")} on roll not in this file, and left alone: {some}. If the file is the whole roll, add --whole-roll to mark them as left."
        });
    }

    private static void SayNotes(PupilReport report)
    {
        foreach (var note in report.Notes)
        {
            Console.WriteLine($"Note: {note}");
        }

        if (report.NoteCount > report.Notes.Count)
        {
            Console.WriteLine($"Note: and {report.NoteCount - report.Notes.Count:N0} more like these.");
        }
    }
}
