using System.Threading.Channels;

namespace Kept.Web.Documents.Reading;

/// <summary>Tells this node's reader that something waits, so that it need not find out by itself.</summary>
public sealed class Waking
{
    private readonly Channel<bool> said = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Say() => said.Writer.TryWrite(true);

    /// <summary>Comes back when something was said, or after the time.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waited.CancelAfter(longest);
        try
        {
            await said.Reader.ReadAsync(waited.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time to look without having been told: another node may have stopped in the middle of its work.
        }
    }
}
