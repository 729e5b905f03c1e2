using System.Net;
using System.Net.Sockets;

namespace Kept.Web.Tests.World;

/// <summary>For real servers that a test starts on this machine.</summary>
internal static class Loopback
{
    /// <summary>One that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
