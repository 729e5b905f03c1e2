using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Transfers;
using Kept.Store.Blobs;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Kept.Store.Transfers;

/// <summary>What was packed.</summary>
public sealed record PackedRecord(int Rows, int Files, string KeyInWords);

/// <summary>Packs one pupil's record for another school: the rows, who wrote them, the chain that proves them, the documents' files, and the school's signature.</summary>
public sealed class PackageWriter(KeptDb db, Viewer viewer, IClock clock, BlobStore blobs)
{
    /// <param name="id">Whose record.</param>
    /// <param name="key">The school's, which signs.</param>
    /// <param name="safeguarding">The safeguarding leads' own package, which only they make.</param>
    /// <param name="agreedOn">The day on which the family agreed what is shared.</param>
    /// <param name="to">An empty file, to be written and read again. After a refusal what is in it is of no use.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<PackedRecord>> PackAsync(Id<Pupil> id, LedgerKey key, bool safeguarding, LocalDate? agreedOn, Stream to, CancellationToken cancel)
    {
        if (safeguarding && !Manifest.IsForSafeguarding(viewer))
        {
            return new Refusal("Only a safeguarding lead or deputy makes the safeguarding package");
        }

        if (agreedOn > clock.GetCurrentInstant().InZone(School.Zone).Date)
        {
            return new Refusal("The family has not agreed yet on a day that is still to come. Enter the day on which they did", nameof(Manifest.AgreedOn));
        }

        var (record, files) = await MakeAsync(id, key, safeguarding, agreedOn, cancel);
        if (await WriteAsync(record, files, to, cancel) is { } lost)
        {
            return lost;
        }

        if (!(await PackageCheck.OpenAsync(to, cancel)).Allowed(out var package, out var broken))
        {
            return new Refusal($"This record cannot be packed: it is not what its own history says. {broken.Sentence}");
        }

        await new LedgerWriter(db, viewer, clock).SaveAsync([new RecordPacked(id)], cancel);
        return new PackedRecord(package.Rows.Count, package.Files, package.KeyInWords);
    }

    private async Task<(Dictionary<string, byte[]> Record, IReadOnlyList<DocumentVersion> Files)> MakeAsync(
        Id<Pupil> id, LedgerKey key, bool safeguarding, LocalDate? agreedOn, CancellationToken cancel)
    {
        await using var moment = await Moment.OfAsync(db, cancel);
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == viewer.SchoolId, cancel);
        var pupil = await db.Pupils.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        var travelling = await Travelling.OfAsync(db, id, safeguarding, cancel);
        var (ledger, count, head) = await LedgerAsync(id, travelling, cancel);
        var record = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [PackageFiles.Rows] = RowsOf(travelling),
            [PackageFiles.People] = await PeopleAsync(travelling, cancel),
            [PackageFiles.Ledger] = ledger
        };
        var documents = travelling.Files();
        var digests = record.ToDictionary(f => f.Key, f => Hex(SHA256.HashData(f.Value)));
        foreach (var document in documents)
        {
            digests[PackageFiles.NameOf(document.Sha256)] = document.Sha256;
        }

        var manifest = new Manifest(
            Manifest.CurrentFormat, Guid.CreateVersion7(), school.Id.Value, school.Name, pupil.Upn, pupil.Name, id.Value, count, head, safeguarding,
            agreedOn is { } day ? LocalDatePattern.Iso.Format(day) : null, InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()),
            await CheckpointAsync(id, cancel), digests);
        record[Manifest.FileName] = JsonSerializer.SerializeToUtf8Bytes(manifest, Manifest.Spelling);
        var signature = Hex(key.Sign(SHA256.HashData(record[Manifest.FileName])));
        record[PackageSignature.FileName] = JsonSerializer.SerializeToUtf8Bytes(new PackageSignature(key.PublicPem, signature), Manifest.Spelling);
        return (record, documents);
    }

    /// <summary>Why it cannot be written; null once it is. The documents' files go from disk to disk.</summary>
    private async Task<Refusal?> WriteAsync(Dictionary<string, byte[]> record, IReadOnlyList<DocumentVersion> files, Stream to, CancellationToken cancel)
    {
        if (record.Values.Sum(r => (long)r.Length) + files.Sum(f => f.Bytes) > PackageCheck.MostBytes)
        {
            return new Refusal("This record with its documents is larger than a package may be (1 GB). Send the largest documents another way, and withdraw them here first");
        }

        var archive = new StoredZip(to);
        await PackageFiles.AddRecordAsync(archive, record, cancel);
        foreach (var file in files)
        {
            await using var content = blobs.Open(file.Sha256);
            if (content is null || await CrcAsync(content, file, cancel) is not { } crc)
            {
                return new Refusal($"The document “{file.FileName}” {(content is null ? "is not in the files folder" : "is not the file that was kept")}. Have it put back from the backup, then pack the record");
            }

            content.Position = 0;
            await archive.AddAsync(new StoredFile(PackageFiles.NameOf(file.Sha256), (uint)content.Length, crc), content, cancel);
        }

        await archive.EndAsync(cancel);
        return null;
    }

    /// <summary>The checksum of a file that is what the record says; null of any other.</summary>
    private static async Task<uint?> CrcAsync(FileStream content, DocumentVersion file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, chunk) = (Crc32.Start, new byte[128 * 1024]);
        while (await content.ReadAsync(chunk, cancel) is > 0 and var read)
        {
            hash.AppendData(chunk, 0, read);
            crc = Crc32.Over(chunk.AsSpan(0, read), crc);
        }

        return Hex(hash.GetHashAndReset()) == file.Sha256 ? crc : null;
    }

    private static byte[] RowsOf(Travelling travelling)
    {
        using var buffer = new MemoryStream();
        foreach (var row in travelling.Rows)
        {
            using (var json = new Utf8JsonWriter(buffer, Snapshot.Plain))
            {
                json.WriteStartObject();
                json.WriteString("noun", row.Noun.Noun);
                json.WriteString("id", row.Id.ToString("D"));
                json.WritePropertyName("row");
                Snapshot.Write(json, row.Noun.Type, column => travelling.Says(row, column));
                if (travelling.IsChangedSince(row))
                {
                    json.WriteBoolean("changedSince", true);
                }

                json.WriteEndObject();
            }

            buffer.WriteByte((byte)'\n');
        }

        return buffer.ToArray();
    }

    /// <summary>Staff of this school go by name alone; a carer and a professional as they are reached.</summary>
    private async Task<byte[]> PeopleAsync(Travelling travelling, CancellationToken cancel)
    {
        var ids = travelling.PeopleNamed().Select(id => new Id<Person>(id)).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
        return Lines(people.Select(p => p.Kind is PersonKind.Staff or PersonKind.Elsewhere
            ? new PackedPerson(p.Id.Value, Words.Of(p.Kind), p.GivenName, p.FamilyName, p.Title, p.Job)
            : new PackedPerson(p.Id.Value, Words.Of(p.Kind), p.GivenName, p.FamilyName, p.Title, p.Job, p.Email, p.Phone)));
    }

    private async Task<(byte[] Lines, long Count, string Head)> LedgerAsync(Id<Pupil> id, Travelling travelling, CancellationToken cancel)
    {
        var lines =
            from link in db.LedgerLinks.AsNoTracking()
            where link.Chain == id.Value
            join content in db.LedgerContents on new { link.SchoolId, link.Chain, link.Number } equals new { content.SchoolId, content.Chain, content.Number } into contents
            from content in contents.DefaultIfEmpty()
            orderby link.Number
            select new { Link = link, Content = content };
        List<PackedLink> packed = [];
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var link = line.Link;
            packed.Add(travelling.Takes(link, line.Content)
                ? new PackedLink(
                    link.Number, Hex(link.Hash), InstantPattern.ExtendedIso.Format(link.At), link.Actor, link.Kind, Hex(link.ContentDigest), Hex(link.Before),
                    Hex(line.Content.Salt!), line.Content.Content)
                : new PackedLink(link.Number, Hex(link.Hash)));
        }

        return (Lines(packed), packed.Count, packed[^1].Hash);
    }

    private async Task<PackedCheckpoint?> CheckpointAsync(Id<Pupil> id, CancellationToken cancel)
    {
        var head = await db.CheckpointHeads.AsNoTracking().Where(h => h.Chain == id.Value).OrderByDescending(h => h.Checkpoint).FirstOrDefaultAsync(cancel);
        var made = head is null ? null : await db.Checkpoints.AsNoTracking().FirstOrDefaultAsync(c => c.Number == head.Checkpoint, cancel);
        return made is null ? null
            : new PackedCheckpoint(made.Number, LocalDatePattern.Iso.Format(made.MadeOn), Hex(made.Hash), Hex(made.Signature), head!.Number, Hex(head.Hash));
    }

    private static byte[] Lines<T>(IEnumerable<T> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => JsonSerializer.Serialize(row, OneLine) + "\n")));

    private static readonly JsonSerializerOptions OneLine = new(Manifest.Spelling)
    {
        WriteIndented = false,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
    };

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
