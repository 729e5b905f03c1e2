using Kept.Store.Rolls;
using Kept.Store.Schools;

namespace Kept.Web.Imports;

/// <summary>What taking a list of staff does or did.</summary>
public sealed record StaffReport(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, int Unchanged, IReadOnlyList<StaffReading> Bad)
{
    public IEnumerable<Problem> Problems => Bad.SelectMany(reading => reading.Problems);
}

/// <summary>Takes a list of staff: checks all of it, and saves only when told to.</summary>
public sealed class StaffList(SchoolRegister register)
{
    public async Task<StaffReport> TakeAsync(StaffTable table, bool save, CancellationToken cancel = default)
    {
        var import = new StaffImport(register);
        var readings = table.Read();
        var good = readings.Where(reading => reading.Entry is not null).ToList();
        var outcomes = await import.TakeAsync([.. good.Select(reading => reading.Entry!)], cancel);
        if (save)
        {
            await import.SaveAsync(cancel);
        }
        else
        {
            import.Forget();
        }

        var refused = good.Zip(outcomes).Where(both => both.Second.Refusal is not null)
            .Select(both => both.First with { Problems = [new Problem(both.First.Line, both.Second.Refusal!.Field, both.Second.Refusal.Sentence)] });
        return new StaffReport(
            Names(RollEffect.Added),
            Names(RollEffect.Changed),
            outcomes.Count(o => o.Effect is RollEffect.Unchanged),
            [.. readings.Where(reading => reading.Entry is null).Concat(refused).OrderBy(reading => reading.Line)]);

        List<string> Names(RollEffect effect) =>
            [.. outcomes.Where(o => o.Effect == effect).Select(o => $"{o.Entry.Title} {o.Entry.GivenName} {o.Entry.FamilyName}".Trim())];
    }
}
