using System.Text.Json;
using Kept.Domain.Ledger;
using NodaTime;
using NodaTime.Text;

namespace Kept.Store.Transfers;

/// <summary>
/// Walks a chain as it travelled, link by link, and holds the packed rows against what its events last told of them. Links that stayed
/// at the school are known by their hash alone, which the next link confirms.
/// </summary>
internal sealed class PackedChain(Manifest manifest)
{
    private readonly Dictionary<(string Noun, Guid Id), (long Number, string Kind, JsonElement Row)> told = [];

    /// <summary>Rows of which no travelling event tells.</summary>
    public int Unproved { get; private set; }

    /// <summary>Where the chain is wrong, in words; null where it is not.</summary>
    public string? WrongWith(IReadOnlyList<PackedLink> links)
    {
        var before = Convert.ToHexStringLower(Link.Start);
        foreach (var (at, link) in links.Index())
        {
            if (link.Number != at + 1)
            {
                return $"{PackageFiles.Ledger}, event {at + 1}, is missing";
            }

            if (link.Kind is not null && WrongWithRead(link, before) is { } wrong)
            {
                return $"{PackageFiles.Ledger}, event {link.Number} ({link.Kind}): {wrong}";
            }

            before = link.Hash;
        }

        if (links.Count != manifest.Links || before != manifest.Head)
        {
            return $"{PackageFiles.Ledger}: its end has been changed";
        }

        return manifest.Checkpoint is { } seal && (seal.HeadNumber < 1 || seal.HeadNumber > links.Count || links[(int)seal.HeadNumber - 1].Hash != seal.Head)
            ? $"{PackageFiles.Ledger}, event {seal.HeadNumber}, is not the one that checkpoint {seal.Number} had seen"
            : null;
    }

    /// <summary>Where a row is not what its last event says; null where all are.</summary>
    public string? WrongWith(IReadOnlyList<PackedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Row.ValueKind is not JsonValueKind.Object)
            {
                return $"{PackageFiles.Rows}: the {row.Noun} {row.Id:D} is no row";
            }

            if (row.ChangedSince || !told.TryGetValue((row.Noun, row.Id), out var last))
            {
                Unproved++;
            }
            else if (last.Row.ValueKind is not JsonValueKind.Object
                || last.Row.EnumerateObject().Any(column => !row.Row.TryGetProperty(column.Name, out var now) || now.GetRawText() != column.Value.GetRawText()))
            {
                return $"{PackageFiles.Rows}: the {row.Noun} {row.Id:D} is not what event {last.Number} ({last.Kind}) says of it";
            }
        }

        return null;
    }

    private string? WrongWithRead(PackedLink link, string before)
    {
        try
        {
            return WrongWith(link, before);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return "it cannot be read";
        }
    }

    private string? WrongWith(PackedLink link, string before)
    {
        if (link is not { At: not null, Actor: not null, ContentDigest: not null, Before: not null, Salt: not null, Content: not null })
        {
            return "a part of it is missing";
        }

        if (link.Before != before)
        {
            return "it does not follow from the event before it";
        }

        var digest = Convert.FromHexString(link.ContentDigest!);
        if (!Link.Digest(Convert.FromHexString(link.Salt!), link.Content!).AsSpan().SequenceEqual(digest))
        {
            return "what it says has been changed";
        }

        var at = InstantPattern.ExtendedIso.Parse(link.At!);
        if (!at.TryGetValue(default, out Instant moment)
            || Convert.ToHexStringLower(new Link(manifest.Chain, link.Number, moment, link.Actor!.Value, link.Kind!, digest, Convert.FromHexString(before)).Hash()) != link.Hash)
        {
            return "its link has been changed";
        }

        Take(link);
        return null;
    }

    private void Take(PackedLink link)
    {
        using var json = JsonDocument.Parse(link.Content!);
        if (!json.RootElement.TryGetProperty("rows", out var rows))
        {
            return;
        }

        foreach (var row in rows.EnumerateArray())
        {
            var after = row.TryGetProperty("after", out var snapshot) ? snapshot.Clone() : default;
            told[(row.GetProperty("noun").GetString()!, row.GetProperty("id").GetGuid())] = (link.Number, link.Kind!, after);
        }
    }
}
