using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Telling;

/// <summary>A real mail server on loopback (aiosmtpd, Debian's python3-aiosmtpd), which does as it is told; see mailserver.py.</summary>
public sealed class MailServerProcess : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kept-mail-").FullName;
    private readonly int port = Loopback.FreePort();
    private X509Certificate2? certificate;
    private Process? process;

    public MailServer Address => new("localhost", port, "kept@hillview.example");

    /// <summary>What it has kept, by the address that each is for.</summary>
    public IReadOnlyList<string> Kept => [.. Directory.GetFiles(folder, "*.eml").Select(File.ReadAllText)];

    public async ValueTask InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = MillisecondClock.System.GetCurrentInstant().ToDateTimeOffset();
        certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        TrustedByTests.Certificates.TryAdd(certificate.Thumbprint, 0);
        Be("take");
        await StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        certificate?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <param name="mood">A word of mailserver.py.</param>
    public void Be(string mood) => File.WriteAllText(Path.Combine(folder, "mood"), mood);

    public void Forget()
    {
        foreach (var mail in Directory.GetFiles(folder, "*.eml"))
        {
            File.Delete(mail);
        }
    }

    public async Task StartAsync()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Telling", "mailserver.py");
        string[] arguments = [script, $"{port}", Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"), folder];
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
    }

    public void Stop()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        process = null;
    }
}

/// <summary>
/// The certificates that tests made for their own servers, and no other. .NET’s mail client asks nobody but this old global switch.
/// </summary>
internal static class TrustedByTests
{
    static TrustedByTests() =>
#pragma warning disable SYSLIB0014, MA0039 // The only way to have SmtpClient trust a certificate that the machine does not.
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
            errors is System.Net.Security.SslPolicyErrors.None || Certificates.ContainsKey(shown?.GetCertHashString() ?? "");
#pragma warning restore SYSLIB0014, MA0039

    public static System.Collections.Concurrent.ConcurrentDictionary<string, byte> Certificates { get; } = new();
}
