using System.Net;
using System.Net.Sockets;

namespace Kept.Web.Tests.Telling;

/// <summary>A line to a server of this machine that breaks once so many bytes have come from it.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public CutLine(int server, int bytes)
    {
        listener.Start();
        serving = ServeAsync(server, bytes);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it broke before either side was done.</summary>
    public bool HasBroken { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync(int server, int bytes)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, server);
            var asking = client.GetStream().CopyToAsync(far.GetStream());
            var buffer = new byte[512];
            for (int left = bytes, read; (read = await far.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)))) > 0;)
            {
                await client.GetStream().WriteAsync(buffer.AsMemory(0, read));
                left -= read;
                if (left == 0)
                {
                    HasBroken = true;
                    break;
                }
            }

            client.Close();
            far.Close();
            await asking;
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // Either side is gone: that is what this is for.
        }
    }
}
