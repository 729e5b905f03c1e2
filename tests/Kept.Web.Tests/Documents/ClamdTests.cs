using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kept.Web.Documents;

namespace Kept.Web.Tests.Documents;

/// <summary>
/// The INSTREAM protocol against a small listener that speaks it as clamd(8) has it; and against the real clamd where
/// KEPT_TEST_CLAMD says where one listens that knows the EICAR test file.
/// </summary>
public sealed class ClamdTests
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTI" + "VIRUS-TEST-FILE!$H+H*";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("stream: OK", null)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND", "the virus scanner found Win.Test.EICAR_HDB-1 in it")]
    [InlineData("INSTREAM size limit exceeded. ERROR", "larger than the virus scanner takes")]
    [InlineData("", "does not answer")]
    public async Task A_file_is_sent_in_chunks_and_the_answer_is_read(string answer, string? refusal)
    {
        var content = new byte[200_000];
        Random.Shared.NextBytes(content);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = HearAsync(listener, answer);

        var refused = await Clamd.RefusalAsync($"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", new MemoryStream(content), Cancel);

        Assert.Equal(content, await heard);
        Assert.Equal(refusal is null, refused is null);
        Assert.Contains(refusal ?? "", refused?.Sentence ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_lets_nothing_through()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Contains("does not answer", (await Clamd.RefusalAsync($"127.0.0.1:{port}", new MemoryStream([1, 2, 3]), Cancel))!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_clamd_finds_the_test_virus_and_lets_a_letter_through()
    {
        var address = Environment.GetEnvironmentVariable("KEPT_TEST_CLAMD") ?? "";
        Assert.SkipWhen(address.Length == 0, "KEPT_TEST_CLAMD names no clamd");

        Assert.Contains("the virus scanner found", (await Clamd.RefusalAsync(address, new MemoryStream(Encoding.ASCII.GetBytes(Eicar)), Cancel))!.Sentence, StringComparison.Ordinal);
        Assert.Null(await Clamd.RefusalAsync(address, new MemoryStream("A letter home"u8.ToArray()), Cancel));
    }

    private static async Task<byte[]> HearAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancel);
        await using var wire = client.GetStream();
        var command = new byte[10];
        await wire.ReadExactlyAsync(command, Cancel);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var heard = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await wire.ReadExactlyAsync(length, Cancel);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                break;
            }

            await wire.ReadExactlyAsync(chunk, Cancel);
            heard.Write(chunk);
        }

        await wire.WriteAsync(Encoding.ASCII.GetBytes(answer.Length == 0 ? "" : answer + "\0"), Cancel);
        return heard.ToArray();
    }
}
