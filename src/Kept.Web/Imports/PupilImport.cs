using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store.Rolls;
using Kept.Store.Schools;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>How far an import has come.</summary>
public sealed record Progress(string Doing, int Pupils);

/// <param name="SkipBad">Save the good rows of a file that has bad ones.</param>
/// <param name="WholeRoll">The file holds every pupil of the school, so whoever is on roll and not in it has left.</param>
/// <param name="OnBad">Told of each pupil that cannot be taken, as it is found.</param>
/// <param name="OnProgress">Told now and then how many pupils have been read.</param>
public sealed record PupilImportOptions(
    bool SkipBad = false, bool WholeRoll = false, Action<RollReading, IReadOnlyList<Problem>>? OnBad = null, Action<Progress>? OnProgress = null);

/// <summary>
/// Takes a file of pupils in two readings: the first checks all of it and says what it would do, the second saves it, all or nothing.
/// Memory does not grow with the file.
/// </summary>
public sealed class PupilImport(SchoolRegister register, LocalDate today)
{
    private const int Batch = 250;

    public Task<PupilReport> CheckAsync(RollFile file, PupilImportOptions options, CancellationToken cancel = default) =>
        ReadAsync(file, options, save: false, cancel);

    /// <summary>Saves all, or with SkipBad what can be taken; otherwise one bad row undoes the rest, and the report says so.</summary>
    public async Task<PupilReport> SaveAsync(RollFile file, PupilImportOptions options, CancellationToken cancel = default)
    {
        PupilReport? report = null;
        await register.InOneGoAsync(
            async () =>
            {
                report = await ReadAsync(file, options, save: true, cancel);
                report.IsSaved = report.BadPupils == 0 || options.SkipBad;
                return report.IsSaved;
            },
            cancel);
        return report!;
    }

    private async Task<PupilReport> ReadAsync(RollFile file, PupilImportOptions options, bool save, CancellationToken cancel)
    {
        var roll = new RollImport(register, preview: !save);
        var checks = new RollChecks();
        var report = new PupilReport();
        var batch = new List<RollReading>(Batch);
        foreach (var reading in file.Read())
        {
            IReadOnlyList<Problem> problems = [.. reading.Problems, .. checks.Check(reading)];
            report.Read(reading, problems);
            if (problems.Count > 0)
            {
                options.OnBad?.Invoke(reading, problems);
                continue;
            }

            batch.Add(reading);
            if (batch.Count == Batch)
            {
                await TakeAsync(roll, batch, report, options, save, cancel);
            }
        }

        await TakeAsync(roll, batch, report, options, save, cancel);
        await LookForLeaversAsync(roll, checks, report, save && options.WholeRoll && report.BadPupils == 0, cancel);
        return report;
    }

    private async Task TakeAsync(
        RollImport roll, List<RollReading> batch, PupilReport report, PupilImportOptions options, bool save, CancellationToken cancel)
    {
        var outcomes = await roll.TakeAsync([.. batch.Select(reading => reading.Entry!)], cancel);
        foreach (var (reading, outcome) in batch.Zip(outcomes))
        {
            report.Taken(outcome);
            if (outcome.Refusal is { } refusal)
            {
                IReadOnlyList<Problem> problems = [new Problem(reading.Line, ColumnOf(refusal), refusal.Sentence)];
                report.Bad(problems);
                options.OnBad?.Invoke(reading, problems);
            }
        }

        batch.Clear();
        if (save)
        {
            await roll.SaveAsync(cancel);
        }
        else
        {
            roll.Forget();
        }

        options.OnProgress?.Invoke(new Progress(save ? "Saving" : "Checking", report.Pupils));
    }

    /// <summary>
    /// Nobody is marked as left on the word of a file with bad lines: the pupil of a line with a wrong UPN would look as if gone.
    /// </summary>
    private async Task LookForLeaversAsync(RollImport roll, RollChecks checks, PupilReport report, bool save, CancellationToken cancel)
    {
        var last = "";
        while (await roll.OnRollAfterAsync(last, Batch, cancel) is { Count: > 0 } pupils)
        {
            last = pupils[^1].Upn;
            foreach (var pupil in pupils.Where(pupil => !checks.Names(pupil.Upn)))
            {
                report.NotInFile(pupil);
                if (save)
                {
                    roll.Leave(pupil, today.PlusDays(-1));
                }
            }

            if (save)
            {
                await roll.SaveAsync(cancel);
            }
            else
            {
                roll.Forget();
            }
        }

        report.MarkedAsLeft = save ? report.NotInFileCount : 0;
    }

    private static string? ColumnOf(Refusal refusal) => refusal.Field switch
    {
        nameof(Pupil.YearGroup) => "Year group",
        nameof(Pupil.FamilyName) => "Surname",
        nameof(Pupil.GivenName) => "Forename",
        nameof(Pupil.ClassName) => "Class",
        var field => field
    };
}
