using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Kept.Domain;

namespace Kept.Web.Documents;

/// <summary>
/// Asks a clamd about a file, by its INSTREAM command: chunks with their length before them, an empty one to end, and an answer in
/// one line (clamd(8)). A scanner that was asked for and does not answer lets nothing through.
/// </summary>
internal static class Clamd
{
    private const int ChunkBytes = 64 * 1024;
    private const int MostAnswer = 1024;
    private const int UsualPort = 3310;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly Refusal NoAnswer = new("the virus scanner does not answer. Try again in a few minutes, or tell whoever runs Kept", Receiving.Later);

    /// <summary>Null when nothing was found.</summary>
    /// <param name="address">host:port.</param>
    /// <param name="content">From its beginning.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Refusal?> RefusalAsync(string address, Stream content, CancellationToken cancel)
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        tooLong.CancelAfter(Longest);
        try
        {
            return Read(await AskAsync(address, content, tooLong.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return NoAnswer;
        }
    }

    private static async Task<string> AskAsync(string address, Stream content, CancellationToken cancel)
    {
        var parts = address.Split(':');
        using var client = new TcpClient();
        await client.ConnectAsync(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : UsualPort, cancel);
        await using var wire = client.GetStream();
        await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        try
        {
            await SendAsync(content, wire, cancel);
        }
        catch (IOException)
        {
            // A scanner that has seen enough, or will take no more, answers and hangs up: its answer says which.
        }

        var answer = new byte[MostAnswer];
        var read = await wire.ReadAtLeastAsync(answer, MostAnswer, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }

    private static async Task SendAsync(Stream content, NetworkStream wire, CancellationToken cancel)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes + sizeof(int));
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(chunk.AsMemory(sizeof(int), ChunkBytes), cancel);
                BinaryPrimitives.WriteInt32BigEndian(chunk, read);
                await wire.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancel);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>"stream: OK", "stream: Win.Test.EICAR_HDB-1 FOUND", "INSTREAM size limit exceeded. ERROR".</summary>
    private static Refusal? Read(string answer)
    {
        if (answer.EndsWith(" OK", StringComparison.Ordinal))
        {
            return null;
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var found = answer[..^" FOUND".Length].Split(": ", 2)[^1];
            return new Refusal($"the virus scanner found {found} in it. Do not open it; tell whoever looks after your school’s computers", Receiving.Harm);
        }

        return answer.Contains("size limit", StringComparison.OrdinalIgnoreCase)
            ? new Refusal("it is larger than the virus scanner takes. Tell whoever runs Kept", Receiving.TooLargeField)
            : NoAnswer;
    }
}
