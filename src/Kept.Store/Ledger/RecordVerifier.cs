using System.Data.Common;
using System.Runtime.CompilerServices;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Blobs;
using Kept.Store.Transfers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>What verification found, over one school or all.</summary>
/// <param name="Schools">School by school, what its chains say.</param>
/// <param name="Checkpoints">The signed statements of how far the chains had come.</param>
/// <param name="Damage">What the database itself finds wrong with its file.</param>
/// <param name="Files">The files of documents; null where they were not looked at.</param>
public sealed record Proof(IReadOnlyList<SchoolProof> Schools, CheckpointProof Checkpoints, IReadOnlyList<string> Damage, FileVerifier? Files)
{
    public bool IsIntact => Damage.Count is 0 && Checkpoints.Wrong is null && Schools.All(s => s.Broken is 0) && (Files is null || Files.Broken is 0);
}

/// <summary>Whose chain it is, for somebody who may know.</summary>
public sealed record ChainName(string Name, string Upn);

/// <summary>Proves that the record is what was written: every link, every content, every recorded row, every checkpoint.</summary>
/// <param name="database">The record.</param>
/// <param name="checkpoints">How far its chains had come.</param>
/// <param name="files">The files of its documents; null leaves them out.</param>
public sealed class RecordVerifier(Database database, Checkpoints checkpoints, BlobStore? files = null)
{
    private const int MostDamage = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    public async Task<Proof> VerifyAsync(string? slug, LedgerKey? key, IProgress<string>? progress, CancellationToken cancel)
    {
        try
        {
            var damage = await DamageAsync(cancel);
            var documents = files is null ? null : new FileVerifier(database, files);
            var schools = new List<SchoolProof>();
            await foreach (var school in SchoolsAsync(slug, cancel))
            {
                progress?.Report(school.Name);
                await VerifyAsync(school, cancel);
                await (documents?.VerifyAsync(school, cancel) ?? Task.CompletedTask);
                schools.Add(school);
            }

            return new Proof(schools, await checkpoints.VerifyAsync(key, cancel), damage, documents);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            return new Proof([], new CheckpointProof(0, null, null), [$"The database file is damaged ({e.Message.TrimEnd('.')}). Restore the last backup."], Files: null);
        }
    }

    /// <summary>The name and UPN behind a pupil's chain; null for the school's own chain, or when the pupil's row is gone.</summary>
    public async Task<ChainName?> NameAsync(SchoolProof school, Guid chain, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school.School));
        var id = new Id<Pupil>(chain);
        var pupil = await db.Pupils.AsNoTracking().Where(p => p.Id == id)
            .Select(p => new { Given = p.PreferredName ?? p.GivenName, p.FamilyName, p.Upn })
            .FirstOrDefaultAsync(cancel);
        return pupil is null ? null : new ChainName($"{pupil.Given} {pupil.FamilyName}", pupil.Upn);
    }

    private async Task VerifyAsync(SchoolProof school, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school.School));
        await new SchoolVerifier(db, school).VerifyAsync(cancel);
        await ReceivedProof.VerifyAsync(db, school, cancel);
    }

    private async IAsyncEnumerable<SchoolProof> SchoolsAsync(string? slug, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        var schools = await db.Schools.AsNoTracking()
            .Where(s => slug == null || s.Slug == slug)
            .OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.Slug, s.Name })
            .ToListAsync(cancel);
        foreach (var school in schools)
        {
            yield return new SchoolProof(school.Id, school.Slug, school.Name);
        }
    }

    /// <summary>What SQLite itself finds wrong with its file. PostgreSQL keeps checksums of its own.</summary>
    private async Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancel)
    {
        if (database.Kind is not DatabaseKind.Sqlite)
        {
            return [];
        }

        await using var db = database.Open(new Tenancy());
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var found = await LinesAsync(connection, $"PRAGMA integrity_check({MostDamage})", cancel);
        var loose = await LinesAsync(connection, $"SELECT \"table\" || ' points to ' || parent || ', which has no such row' FROM pragma_foreign_key_check LIMIT {MostDamage}", cancel);
        return [.. found.Where(line => line != "ok").Select(line => $"The database file is damaged: {line}"), .. loose.Select(line => $"A row of {line}.")];
    }

    private static async Task<List<string>> LinesAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
