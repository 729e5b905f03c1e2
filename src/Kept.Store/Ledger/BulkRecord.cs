using System.Text;
using System.Text.Json;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>
/// Keeps very many new rows of one school with their links, for made-up trusts of any size: the same links and contents as
/// <see cref="LedgerWriter"/> writes one save at a time. Only for chains that begin here, since it does not ask how far one has come.
/// </summary>
public sealed class BulkRecord(KeptDb db, BulkRows rows)
{
    private readonly Dictionary<Guid, (long Number, byte[] Hash)> heads = [];

    /// <param name="happened">What happened.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When.</param>
    /// <param name="added">The rows that it added; they follow the order of what refers to what.</param>
    public void Keep(ILedgerEvent happened, Guid actor, Instant at, params object[] added)
    {
        var school = db.Tenancy.School;
        var chain = happened is IRecordEvent about ? about.PupilId.Value : school.Value;
        var (number, before) = heads.GetValueOrDefault(chain, (0, Link.Start));
        var content = ContentOf(happened.Kind, added);
        var salt = Link.NewSalt();
        var link = new Link(chain, number + 1, at, actor, happened.Kind, Link.Digest(salt, content), before);
        var hash = link.Hash();
        heads[chain] = (link.Number, hash);
        foreach (var row in added)
        {
            rows.Add(row);
        }

        rows.Add(new LedgerLink
        {
            SchoolId = school,
            Chain = chain,
            Number = link.Number,
            At = at,
            Actor = actor,
            Kind = happened.Kind,
            ContentDigest = link.ContentDigest.ToArray(),
            Before = before,
            Hash = hash
        });
        rows.Add(new LedgerContent { SchoolId = school, Chain = chain, Number = link.Number, Salt = salt, Content = content });
    }

    /// <summary>Goes on from a chain that is there: the school's own, after it was opened.</summary>
    public async Task GoOnAsync(Guid chain, CancellationToken cancel)
    {
        var head = await db.LedgerLinks.AsNoTracking().Where(l => l.Chain == chain).OrderByDescending(l => l.Number).FirstAsync(cancel);
        heads[chain] = (head.Number, head.Hash);
    }

    private string ContentOf(string kind, object[] added)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Snapshot.Plain))
        {
            json.WriteStartObject();
            json.WriteString("happened", kind);
            json.WriteStartArray("rows");
            foreach (var row in added)
            {
                var type = db.Model.FindEntityType(row.GetType())!;
                json.WriteStartObject();
                json.WriteString("noun", type.RecordedAs());
                json.WriteString("id", type.FindProperty("Id")!.GetGetter().GetClrValueUsingContainingEntity(row)!.ToString());
                json.WritePropertyName("after");
                Snapshot.WriteStored(json, type, row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
