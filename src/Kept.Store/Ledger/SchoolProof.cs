using System.Data.Common;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Ledger;

/// <summary>What was found when every chain of one school was walked.</summary>
public sealed class SchoolProof(Id<School> school, string slug, string name)
{
    /// <summary>Of the broken chains, so many are told one by one; the rest are counted.</summary>
    public const int MostBreaks = 100;

    private readonly List<Break> breaks = [];

    public Id<School> School => school;
    public string Slug => slug;
    public string Name => name;
    public int Pupils { get; internal set; }
    public long Events { get; private set; }

    /// <summary>Events whose words the law had erased; their links stand.</summary>
    public long Erased { get; private set; }

    public int Broken { get; private set; }
    public IReadOnlyList<Break> Breaks => breaks;

    internal void Add(ChainWalk walk)
    {
        Events += walk.Length;
        Erased += walk.Erased;
        if (walk.Result() is { } found)
        {
            Add(found);
        }
    }

    internal void Add(Break found)
    {
        Broken++;
        if (breaks.Count < MostBreaks)
        {
            breaks.Add(found);
        }
    }
}

/// <summary>Walks the chains of one school, some pupils at a time, each such batch as of one moment.</summary>
internal sealed class SchoolVerifier(KeptDb db, SchoolProof proof)
{
    private const int Batch = 100;

    private readonly IReadOnlyList<RecordedRows> nouns = RecordedRows.Of(db);

    public async Task VerifyAsync(CancellationToken cancel)
    {
        proof.Pupils = await db.Pupils.CountAsync(cancel);
        await VerifyAsync([db.CurrentSchool.Value], cancel);
        var chains = await NextAsync(Guid.Empty, cancel);
        while (chains.Count > 0)
        {
            await VerifyAsync([.. chains.Where(chain => chain != db.CurrentSchool.Value)], cancel);
            chains = await NextAsync(chains[^1], cancel);
        }
    }

    /// <summary>Pupils, chains whose pupil is gone, and chains of which only a checkpoint knows.</summary>
    private async Task<List<Guid>> NextAsync(Guid after, CancellationToken cancel)
    {
        var afterPupil = new Id<Pupil>(after);
        var pupils = await db.Pupils.Where(p => p.Id > afterPupil).OrderBy(p => p.Id).Select(p => p.Id).Take(Batch).ToListAsync(cancel);
        var links = await db.LedgerLinks.Where(l => l.Chain > after).Select(l => l.Chain).Distinct().OrderBy(c => c).Take(Batch).ToListAsync(cancel);
        var heads = await db.CheckpointHeads.Where(h => h.Chain > after).Select(h => h.Chain).Distinct().OrderBy(c => c).Take(Batch).ToListAsync(cancel);
        return [.. pupils.Select(p => p.Value).Concat(links).Concat(heads).Distinct().Order().Take(Batch)];
    }

    private async Task VerifyAsync(IReadOnlyList<Guid> chains, CancellationToken cancel)
    {
        try
        {
            foreach (var walk in await WalkAsync(chains, cancel))
            {
                proof.Add(walk);
            }
        }
        catch (Exception e) when (e is not (DbException or OperationCanceledException))
        {
            await FindUnreadableAsync(chains, cancel);
        }
    }

    /// <summary>A stored value that Kept never writes stops a whole batch from being read: look chain by chain.</summary>
    private async Task FindUnreadableAsync(IReadOnlyList<Guid> chains, CancellationToken cancel)
    {
        if (chains is [var only])
        {
            proof.Add(new Break(only, null, null, null, "A stored value cannot be read: it is none that Kept writes."));
            return;
        }

        foreach (var chain in chains)
        {
            await VerifyAsync([chain], cancel);
        }
    }

    private async Task<IEnumerable<ChainWalk>> WalkAsync(IReadOnlyList<Guid> chains, CancellationToken cancel)
    {
        await using var moment = await Moment.OfAsync(db, cancel);
        var walks = chains.ToDictionary(chain => chain, chain => new ChainWalk(chain));
        await TakeLinksAsync(walks, cancel);
        await HoldAgainstCheckpointsAsync(walks, cancel);
        foreach (var noun in nouns)
        {
            await foreach (var row in noun.InAsync(db, chains).WithCancellation(cancel))
            {
                walks[noun.ChainOf(db, row)].HoldAgainst(noun.Noun, noun.IdOf(row), columns => noun.SnapshotOf(row, columns));
            }
        }

        return walks.Values;
    }

    private async Task TakeLinksAsync(Dictionary<Guid, ChainWalk> walks, CancellationToken cancel)
    {
        var chains = walks.Keys.ToArray();
        var lines =
            from link in db.LedgerLinks.AsNoTracking()
            where chains.Contains(link.Chain)
            join content in db.LedgerContents on new { link.SchoolId, link.Chain, link.Number } equals new { content.SchoolId, content.Chain, content.Number } into contents
            from content in contents.DefaultIfEmpty()
            orderby link.Chain, link.Number
            select new { Link = link, Content = content };
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            walks[line.Link.Chain].Take(line.Link, line.Content);
        }
    }

    private async Task HoldAgainstCheckpointsAsync(Dictionary<Guid, ChainWalk> walks, CancellationToken cancel)
    {
        var chains = walks.Keys.ToArray();
        var heads =
            from head in db.CheckpointHeads.AsNoTracking()
            where chains.Contains(head.Chain)
            join link in db.LedgerLinks on new { head.SchoolId, head.Chain, head.Number } equals new { link.SchoolId, link.Chain, link.Number } into links
            from link in links.DefaultIfEmpty()
            select new { Head = head, Hash = link == null ? null : link.Hash };
        await foreach (var seen in heads.AsAsyncEnumerable().WithCancellation(cancel))
        {
            walks[seen.Head.Chain].HoldAgainst(seen.Head, seen.Hash);
        }
    }
}
