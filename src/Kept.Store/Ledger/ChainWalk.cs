using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kept.Domain.Ledger;
using NodaTime;

namespace Kept.Store.Ledger;

/// <summary>What is wrong in one chain, told by the first event at which it shows.</summary>
/// <param name="Chain">The pupil's id, or the school's.</param>
/// <param name="Number">Null when no event ever said anything about it.</param>
/// <param name="What">A sentence without anybody's name or words.</param>
public sealed record Break(Guid Chain, long? Number, string? Kind, Instant? At, string What);

/// <summary>
/// Walks one chain from its first link, then holds the rows as they are against the rows as the chain last told them. Of each
/// row it keeps a digest and no content, so that a long chain costs little memory.
/// </summary>
/// <param name="chain">The pupil's id, or the school's.</param>
/// <param name="after">The event after which it begins; null for the whole chain.</param>
/// <param name="only">The one row that matters; null for all of them.</param>
internal sealed class ChainWalk(Guid chain, LedgerLink? after = null, (string Noun, Guid Id)? only = null)
{
    private readonly Dictionary<(string Noun, Guid Id), LastTold> told = [];
    private readonly Dictionary<string, string[]> shapes = [];
    private byte[] before = after?.Hash ?? Link.Start;
    private long number = after?.Number ?? 0;
    private long lastErased;
    private Break? first;

    public long Erased { get; private set; }

    /// <summary>A row is not what was last told of it, and an event whose words were erased since may be why.</summary>
    public bool IsLeftOpen { get; private set; }

    public long Length => number;

    public void Take(LedgerLink link, LedgerContent? content)
    {
        var expected = number + 1;
        number = link.Number;
        if (link.Number != expected)
        {
            Report(link, link.Number - expected is 1 ? $"Event {expected} before it is missing." : $"Events {expected} to {link.Number - 1} before it are missing.");
        }
        else if (!link.Before.AsSpan().SequenceEqual(before))
        {
            Report(link, "It does not follow from the event before it.");
        }

        if (!new Link(chain, link.Number, link.At, link.Actor, link.Kind, link.ContentDigest, link.Before).Hash().AsSpan().SequenceEqual(link.Hash))
        {
            Report(link, "Its link has been changed.");
        }

        before = link.Hash;
        TakeContent(link, content);
    }

    /// <summary>What a checkpoint once saw at this number.</summary>
    public void HoldAgainst(CheckpointHead seen, byte[]? hash)
    {
        if (hash is null)
        {
            Report(new Break(chain, seen.Number, null, null, $"It is gone: checkpoint {seen.Checkpoint} had seen it."));
        }
        else if (!hash.AsSpan().SequenceEqual(seen.Hash))
        {
            Report(new Break(chain, seen.Number, null, null, $"It is not the event that checkpoint {seen.Checkpoint} had seen."));
        }
    }

    /// <param name="snapshotOf">The row as it is now, with the named columns only.</param>
    public void HoldAgainst(string noun, Guid id, Func<IReadOnlyCollection<string>, string> snapshotOf)
    {
        if (!told.Remove((noun, id), out var last))
        {
            // What an erased event said can no longer be known; the erasure itself is counted and shown.
            if (lastErased is 0)
            {
                Report(new Break(chain, null, null, null, $"There is a row ({noun} {id:D}) that no event tells of."));
            }
        }
        else if (last.Digest is null)
        {
            Report(last.Event(chain, $"It says that {noun} {id:D} was removed, but the row is there."));
        }
        else if (!Digest(snapshotOf(last.Columns)).AsSpan().SequenceEqual(last.Digest))
        {
            ReportUnlessErased(last, $"The row it tells of ({noun} {id:D}) has been changed since.");
        }
    }

    /// <summary>To be asked once every row there is has been held against the chain.</summary>
    public Break? Result()
    {
        foreach (var ((noun, id), last) in told.Where(row => row.Value.Digest is not null))
        {
            ReportUnlessErased(last, $"The row it tells of ({noun} {id:D}) is gone.");
        }

        return first;
    }

    private void TakeContent(LedgerLink link, LedgerContent? content)
    {
        switch (content)
        {
            case null:
                Report(link, "What it says is gone, and nothing says that the law asked for it.");
                break;
            case { Salt: null, Content: null, ErasedBecause.Length: > 0 }:
                Erased++;
                lastErased = link.Number;
                break;
            case { Salt: { } salt, Content: { } words } when Link.Digest(salt, words).AsSpan().SequenceEqual(link.ContentDigest):
                TakeRows(link, words);
                break;
            default:
                Report(link, "What it says has been changed.");
                break;
        }
    }

    private void TakeRows(LedgerLink link, string words)
    {
        using var json = JsonDocument.Parse(words);
        if (!json.RootElement.TryGetProperty("rows", out var rows))
        {
            return;
        }

        foreach (var row in rows.EnumerateArray())
        {
            var (noun, id) = (row.GetProperty("noun").GetString()!, row.GetProperty("id").GetGuid());
            if (only is { } one && one != (noun, id))
            {
                continue;
            }

            var now = row.TryGetProperty("after", out var snapshot) ? snapshot : default;
            var isThere = now.ValueKind is JsonValueKind.Object;
            told[(noun, id)] = new LastTold(link.Number, link.Kind, link.At, isThere ? Digest(now.GetRawText()) : null, isThere ? ShapeOf(noun, now) : []);
        }
    }

    /// <summary>The columns that a snapshot has: a column that a later version of Kept adds is not held against older events.</summary>
    private string[] ShapeOf(string noun, JsonElement snapshot)
    {
        if (!shapes.TryGetValue(noun, out var shape) || shape.Length != snapshot.GetPropertyCount())
        {
            shapes[noun] = shape = [.. snapshot.EnumerateObject().Select(column => column.Name)];
        }

        return shape;
    }

    private void ReportUnlessErased(LastTold last, string what)
    {
        if (last.Number > lastErased)
        {
            Report(last.Event(chain, what));
        }
        else
        {
            IsLeftOpen = true;
        }
    }

    private void Report(LedgerLink link, string what) => Report(new Break(chain, link.Number, link.Kind, link.At, what));

    /// <summary>Of all that is wrong the earliest event is told; a row without any event comes last.</summary>
    private void Report(Break found)
    {
        if (first is null || (found.Number ?? long.MaxValue) < (first.Number ?? long.MaxValue))
        {
            first = found;
        }
    }

    private static byte[] Digest(string snapshot) => SHA256.HashData(Encoding.UTF8.GetBytes(snapshot));

    private sealed record LastTold(long Number, string Kind, Instant At, byte[]? Digest, string[] Columns)
    {
        public Break Event(Guid chain, string what) => new(chain, Number, Kind, At, what);
    }
}
