using System.Globalization;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>When somebody last verified a school from its page, and what was found. It names nobody.</summary>
public sealed class ProofKept : IBelongsToSchool
{
    /// <summary>So many broken chains are remembered; their number is always right.</summary>
    public const int MostChains = 20;

    public required Id<ProofKept> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Instant At { get; init; }
    public required Id<Person> ById { get; init; }
    public required int Pupils { get; init; }
    public required long Events { get; init; }
    public required int Broken { get; init; }

    /// <summary>The first broken chains' ids.</summary>
    public required IReadOnlyList<string> Chains { get; init; }

    /// <summary>What is wrong beyond the chains: a checkpoint, the file. Null when nothing is.</summary>
    public string? Wrong { get; init; }

    public bool FoundIntact => Broken is 0 && Wrong is null;
}

internal sealed class ProofKeptMapping : IEntityTypeConfiguration<ProofKept>
{
    public void Configure(EntityTypeBuilder<ProofKept> proof)
    {
        proof.ToTable("proofs");
        proof.IsKeptBySchool();
        proof.Property(p => p.Wrong).HasMaxLength(500);
        proof.HasIndex(p => new { p.SchoolId, p.At });
    }
}

/// <summary>The proof of one school as its own page shows it: counts, and never a child's name.</summary>
public sealed class SchoolProofs(KeptDb db, Database database, RecordVerifier verifier, IClock clock)
{
    /// <summary>A page answers within seconds; beyond this the command is for it.</summary>
    public const int MostEventsAtOnce = 50_000;

    public async Task<ProofFigures> FiguresAsync(CancellationToken cancel)
    {
        var pupils = await db.Pupils.CountAsync(cancel);
        var events = await db.LedgerLinks.LongCountAsync(cancel);
        var count = await db.Checkpoints.CountAsync(cancel);
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        var latest = await db.Set<ProofKept>().AsNoTracking().OrderByDescending(p => p.At).FirstOrDefaultAsync(cancel);
        return new ProofFigures(pupils, events, count, last, latest);
    }

    public async Task<Refusal?> VerifyNowAsync(School school, Id<Person> by, LedgerKey? key, CancellationToken cancel)
    {
        if (await db.LedgerLinks.Take(MostEventsAtOnce + 1).CountAsync(cancel) > MostEventsAtOnce)
        {
            return new Refusal($"This school’s record is too long to verify while you wait. Ask whoever runs Kept to run: ./kept verify --school {school.Slug}");
        }

        var proof = await verifier.VerifyAsync(school.Slug, key, progress: null, cancel);
        var found = proof.Schools.Single();
        await using var own = database.Open(Tenancy.Of(school.Id));
        own.Add(new ProofKept
        {
            Id = Id<ProofKept>.New(),
            SchoolId = school.Id,
            At = clock.GetCurrentInstant(),
            ById = by,
            Pupils = found.Pupils,
            Events = found.Events,
            Broken = found.Broken,
            Chains = [.. found.Breaks.Take(ProofKept.MostChains).Select(b => b.Chain.ToString("D", CultureInfo.InvariantCulture))],
            Wrong = proof.Checkpoints.Wrong ?? (proof.Damage is [var first, ..] ? first : null)
        });
        await own.SaveChangesAsync(cancel);
        return null;
    }
}

public sealed record ProofFigures(int Pupils, long Events, int Checkpoints, Checkpoint? LastCheckpoint, ProofKept? Latest);
