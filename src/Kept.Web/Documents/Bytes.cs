using System.Buffers;

namespace Kept.Web.Documents;

/// <summary>Looks for a few bytes in a stream, a stretch at a time.</summary>
internal static class Bytes
{
    private const int Stretch = 256 * 1024;

    public static async Task<bool> ContainAsync(Stream content, ReadOnlyMemory<byte> sought, CancellationToken cancel)
    {
        var stretch = ArrayPool<byte>.Shared.Rent(Stretch);
        try
        {
            var kept = 0;
            while (await content.ReadAsync(stretch.AsMemory(kept, Stretch - kept), cancel) is > 0 and var read)
            {
                var there = stretch.AsMemory(0, kept + read);
                if (there.Span.IndexOf(sought.Span) >= 0)
                {
                    return true;
                }

                // What is sought may lie across two stretches.
                kept = Math.Min(sought.Length - 1, there.Length);
                there[^kept..].CopyTo(stretch);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stretch);
        }
    }
}
