using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Kept.Store.Ledger;

namespace Kept.Store.Transfers;

/// <summary>Which of a package's rows are here already, and by which ids; the others get theirs.</summary>
internal sealed class RowsHere(KeptDb db, StoredRows stored, LocalIds ids, Id<Pupil> pupil)
{
    private readonly HashSet<Guid> here = [];
    private readonly Dictionary<string, List<Guid>> ours = new(StringComparer.Ordinal);

    /// <summary>Ours that the package also has, or names.</summary>
    public IReadOnlySet<Guid> Here => here;

    /// <summary>How many of the package's rows are here already.</summary>
    public int Already { get; private set; }

    /// <summary>Those that are not here yet. Each gets its id here first, since rows name one another.</summary>
    public async Task<List<PackedRow>> NewAsync(IReadOnlyList<PackedRow> packed, CancellationToken cancel)
    {
        List<PackedRow> missing = [];
        foreach (var noun in packed.GroupBy(r => r.Noun))
        {
            var known = await OfAsync(noun.Key, cancel);
            foreach (var row in noun)
            {
                if (known.Find(id => ids.IsTheSame(id, row.Id)) is var found && found != default)
                {
                    ids.Call(row.Id, found);
                    here.Add(found);
                    Already++;
                }
                else
                {
                    ids.Name(row.Id);
                    missing.Add(row);
                }
            }
        }

        return missing;
    }

    /// <summary>The pupil's rows of this noun that are here already, asked for once.</summary>
    private async Task<List<Guid>> OfAsync(string noun, CancellationToken cancel)
    {
        if (ours.TryGetValue(noun, out var known))
        {
            return known;
        }

        var rows = RecordedRows.Of(db).Single(r => r.Noun == noun);
        List<Guid> found = [];
        await foreach (var row in rows.InAsync(db, [pupil.Value]).WithCancellation(cancel))
        {
            found.Add(rows.IdOf(row));
        }

        return ours[noun] = found;
    }

    /// <summary>What a row hangs on came with it, or is here already: the safeguarding leads’ package comes after the record itself.</summary>
    public async Task<Refusal?> UnlinkedAsync(IReadOnlyList<PackedRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            foreach (var (column, to) in RowLinks.ColumnsOf(stored.NounOf(row.Noun)!))
            {
                if (!row.Row.TryGetProperty(Words.Kebab(column.Name), out var value) || value.ValueKind is JsonValueKind.Null || ids.Knows(value.GetGuid()))
                {
                    continue;
                }

                var found = (await OfAsync(to.RecordedAs()!, cancel)).Find(id => ids.IsTheSame(id, value.GetGuid()));
                if (found == default)
                {
                    return new Refusal($"This package cannot be taken in: in {PackageFiles.Rows}, the {row.Noun} {row.Id:D} hangs on a {to.RecordedAs()} that is neither in it nor here. Take in the pupil’s record itself first");
                }

                ids.Call(value.GetGuid(), found);
                here.Add(found);
            }
        }

        return null;
    }
}
