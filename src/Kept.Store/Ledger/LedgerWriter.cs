using System.Text;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>
/// Saves what the context holds together with its lines of history, in one transaction: rows and links stand or fall
/// together (rule 5). The only way to save a recorded row.
/// </summary>
internal sealed class LedgerWriter(KeptDb db, Viewer viewer, IClock clock)
{
    /// <summary>Asked at every save: compiled once.</summary>
    private static readonly Func<KeptDb, Guid, CancellationToken, Task<Head?>> Newest = EF.CompileAsyncQuery(
        (KeptDb db, Guid chain, CancellationToken cancel) => db.LedgerLinks.Where(l => l.Chain == chain)
            .OrderByDescending(l => l.Number)
            .Select(l => new Head(l.Number, l.Hash))
            .FirstOrDefault());

    public async Task SaveAsync(IReadOnlyCollection<ILedgerEvent> happened, CancellationToken cancel)
    {
        using var found = ChangesFound.Once(db.ChangeTracker);
        var changes = ChangesByChain();
        var events = happened.ToLookup(ChainOf);
        if (changes.Keys.FirstOrDefault(chain => !events.Contains(chain)) is var silent && silent != Guid.Empty)
        {
            var rows = string.Join(", ", changes[silent].Select(row => row.Metadata.ClrType.Name));
            throw new InvalidOperationException($"Rows change ({rows}) and no event says what happened to them.");
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var at = clock.GetCurrentInstant();
        foreach (var chain in events.OrderBy(e => e.Key))
        {
            await AppendAsync(chain.Key, [.. chain], changes.GetValueOrDefault(chain.Key, []), at, cancel);
        }

        // Looked at before they are saved: afterwards nothing is new any more.
        List<Id<Pupil>> written = [.. changes.Where(chain => chain.Value.Exists(WantedTranslations.AreAskedForBy)).Select(chain => new Id<Pupil>(chain.Key)).OrderBy(id => id.Value)];
        await db.SaveChangesAsync(cancel);
        await db.WantTranslationsAsync(viewer.SchoolId, written, at, cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }
    }

    private async Task AppendAsync(Guid chain, List<ILedgerEvent> events, List<EntityEntry> changed, Instant at, CancellationToken cancel)
    {
        var (number, before) = IsNew(chain, changed) ? (0, Link.Start) : await HeadAsync(chain, cancel);
        foreach (var (index, happened) in events.Index())
        {
            // The first event of a save carries the rows; what else happened in the same moment carries only its words.
            var content = ContentOf(happened, index == 0 ? changed : []);
            var salt = Link.NewSalt();
            var link = new Link(chain, ++number, at, viewer.PersonId.Value, happened.Kind, Link.Digest(salt, content), before);
            var hash = link.Hash();
            db.LedgerLinks.Add(new LedgerLink
            {
                SchoolId = viewer.SchoolId,
                Chain = chain,
                Number = number,
                At = at,
                Actor = link.Actor,
                Kind = link.Kind,
                ContentDigest = link.ContentDigest.ToArray(),
                Before = before,
                Hash = hash
            });
            db.LedgerContents.Add(new LedgerContent { SchoolId = viewer.SchoolId, Chain = chain, Number = number, Salt = salt, Content = content });
            before = hash;
        }
    }

    /// <summary>A pupil or school that is being added has no chain yet: a large import need not ask for each.</summary>
    private static bool IsNew(Guid chain, List<EntityEntry> changed) => changed.Exists(row => row.State is EntityState.Added && row.Entity switch
    {
        Pupil pupil => pupil.Id.Value == chain,
        School school => school.Id.Value == chain,
        _ => false
    });

    private async Task<(long Number, byte[] Hash)> HeadAsync(Guid chain, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            // Two writers of one chain take turns; SQLite has only one writer at a time anyway.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({chain.ToString()}, 0))", cancel);
        }

        return await Newest(db, chain, cancel) is { } head ? (head.Number, head.Hash) : (0, Link.Start);
    }

    private Dictionary<Guid, List<EntityEntry>> ChangesByChain()
    {
        return db.ChangeTracker.Entries()
            .Where(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && row.Metadata.RecordedAs() is not null)
            .GroupBy(row => row.Entity is IAboutPupil about ? about.PupilId.Value : viewer.SchoolId.Value)
            .ToDictionary(rows => rows.Key, rows => rows.ToList());
    }

    private Guid ChainOf(ILedgerEvent happened) => happened is IRecordEvent about ? about.PupilId.Value : viewer.SchoolId.Value;

    private static string ContentOf(ILedgerEvent happened, List<EntityEntry> changed)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Snapshot.Plain))
        {
            json.WriteStartObject();
            json.WriteString("happened", happened.Kind);
            if (changed.Count > 0)
            {
                WriteRows(json, changed);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteRows(Utf8JsonWriter json, List<EntityEntry> changed)
    {
        json.WriteStartArray("rows");
        foreach (var row in changed)
        {
            json.WriteStartObject();
            json.WriteString("noun", row.Metadata.RecordedAs());
            json.WriteString("id", IdOf(row));
            if (row.State is EntityState.Modified)
            {
                json.WritePropertyName("before");
                Snapshot.WriteOriginalOfChanged(json, row);
            }

            if (row.State is not EntityState.Deleted)
            {
                json.WritePropertyName("after");
                Snapshot.WriteCurrent(json, row);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string IdOf(EntityEntry row)
    {
        var key = row.Metadata.FindProperty("Id")!;
        return ((Guid)key.FindTypeMapping()!.Converter!.ConvertToProvider(row.CurrentValues[key])!).ToString("D");
    }

    private sealed record Head(long Number, byte[] Hash);
}
