using System.Security.Cryptography;
using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store.Blobs;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>A version of a document whose file is not what was kept.</summary>
/// <param name="School">Whose it is.</param>
/// <param name="Pupil">Whom it is about; the document's title is for those who may see it.</param>
/// <param name="Document">Which document: it is at /documents/ID.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="What">"is missing".</param>
public sealed record WrongFile(SchoolProof School, Id<Pupil> Pupil, Id<Document> Document, int Version, string What);

/// <summary>
/// Holds the files of documents against the hashes that the record has of them. The ledger proves the hashes; this proves that the bytes
/// are still those.
/// </summary>
public sealed class FileVerifier(Database database, BlobStore files)
{
    private const int Batch = 200;

    private readonly List<WrongFile> wrong = [];

    /// <summary>A file that many documents share is read once.</summary>
    private readonly Dictionary<string, string?> read = new(StringComparer.Ordinal);

    public int Versions { get; private set; }

    public int Broken { get; private set; }

    public IReadOnlyList<WrongFile> Wrong => wrong;

    internal async Task VerifyAsync(SchoolProof school, CancellationToken cancel)
    {
        var after = default(Id<DocumentVersion>);
        while (await NextAsync(school, after, cancel) is { Count: > 0 } batch)
        {
            foreach (var version in batch)
            {
                Versions++;
                if (await WhatIsWrongAsync(version.Sha256, version.Bytes, cancel) is { } what)
                {
                    Add(new WrongFile(school, version.Pupil, version.Document, version.Number, what));
                }
            }

            after = batch[^1].Id;
        }
    }

    /// <summary>A connection for each batch: reading files takes long, and nothing of the database is held meanwhile.</summary>
    private async Task<List<Row>> NextAsync(SchoolProof school, Id<DocumentVersion> after, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school.School));
        return await db.DocumentVersions.Where(v => v.Id > after).OrderBy(v => v.Id).Take(Batch)
            .Select(v => new Row(v.Id, v.PupilId, v.DocumentId, v.Number, v.Sha256, v.Bytes))
            .ToListAsync(cancel);
    }

    private async Task<string?> WhatIsWrongAsync(string sha256, long bytes, CancellationToken cancel)
    {
        if (!read.TryGetValue(sha256, out var what))
        {
            read[sha256] = what = await ReadAsync(sha256, bytes, cancel);
        }

        return what;
    }

    private async Task<string?> ReadAsync(string sha256, long bytes, CancellationToken cancel)
    {
        await using var file = files.Open(sha256);
        return file is null ? "is missing"
            : file.Length != bytes ? $"has {file.Length:N0} bytes in place of {bytes:N0}"
            : Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) != sha256 ? "is not the one that was kept"
            : null;
    }

    private void Add(WrongFile found)
    {
        Broken++;
        if (wrong.Count < SchoolProof.MostBreaks)
        {
            wrong.Add(found);
        }
    }

    private sealed record Row(Id<DocumentVersion> Id, Id<Pupil> Pupil, Id<Document> Document, int Number, string Sha256, long Bytes);
}
