using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>A real mail server’s mailboxes on loopback (Debian’s dovecot-imapd), one for each name that somebody signs in by.</summary>
public sealed class MailboxProcess : IAsyncLifetime
{
    public const string Password = "open_the_mailbox";

    private const string Dovecot = "/usr/sbin/dovecot";
    private const string ItsImap = "/usr/lib/dovecot/imap";

    private readonly string folder = Directory.CreateTempSubdirectory("kept-box-").FullName;
    private readonly int port = Loopback.FreePort();
    private X509Certificate2? certificate;
    private Process? process;
    private int boxes;

    public RemoteCertificateValidationCallback Trusts => (_, shown, _, _) => shown?.GetCertHashString() == certificate!.Thumbprint;

    public async ValueTask InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = MillisecondClock.System.GetCurrentInstant().ToDateTimeOffset();
        certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        if (File.Exists(ItsImap))
        {
            await ConfigureAsync();
            await StartAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        certificate?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty mailbox; the test is skipped where there is no server for it.</summary>
    public ReturnsServer New()
    {
        Assert.SkipUnless(File.Exists(ItsImap), "Debian’s dovecot-imapd is not installed");
        return new ReturnsServer("localhost", port, string.Create(CultureInfo.InvariantCulture, $"box{Interlocked.Increment(ref boxes)}"), Password);
    }

    /// <summary>Puts mail into it, as a mail server would have at that moment.</summary>
    public async Task PutAsync(ReturnsServer box, Instant at, params MimeMessage[] mails)
    {
        using var client = await OpenAsync(box, FolderAccess.ReadWrite);
        foreach (var mail in mails)
        {
            Assert.NotNull(await client.Inbox!.AppendAsync(new AppendRequest(mail, MessageFlags.None, at.ToDateTimeOffset())));
        }
    }

    /// <summary>What is in it, and what anybody has marked.</summary>
    public async Task<IReadOnlyList<(uint Uid, MessageFlags Flags)>> MarksAsync(ReturnsServer box)
    {
        using var client = await OpenAsync(box, FolderAccess.ReadOnly);
        return [.. (await client.Inbox!.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Flags)).Select(m => (m.UniqueId.Id, m.Flags ?? MessageFlags.None))];
    }

    /// <summary>Its numbers begin anew, as when it was restored from a copy.</summary>
    public async Task BeginAnewAsync(ReturnsServer box)
    {
        using (var client = await OpenAsync(box, FolderAccess.ReadWrite))
        {
            await client.Inbox!.AddFlagsAsync(UniqueIdRange.All, MessageFlags.Deleted, silent: true);
            await client.Inbox.ExpungeAsync();
        }

        Stop();
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "mail", box.User), "dovecot*").Where(file => !Path.GetFileName(file).StartsWith("dovecot-uidvalidity", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        await StartAsync();
    }

    public async Task StartAsync()
    {
        // What it says goes where nobody waits for it to be read.
        process = Process.Start(new ProcessStartInfo(Dovecot, ["-F", "-c", Path.Combine(folder, "dovecot.conf")]) { UseShellExecute = false })!;
        while (!await IsThereAsync())
        {
            Assert.False(process.HasExited, $"dovecot ended before it could be asked: {await SaidAsync()}");
            await Task.Delay(50);
        }
    }

    /// <summary>At once, with all that it had begun, as when the machine goes down.</summary>
    public void Stop()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        process = null;
    }

    /// <summary>Who runs it keeps the mail; root may not, so that dovecot’s own user does.</summary>
    private async Task ConfigureAsync()
    {
        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName;
        var isRoot = Environment.IsPrivilegedProcess;
        var (user, login) = isRoot ? ("dovecot", "dovenull") : (Environment.UserName, Environment.UserName);
        if (isRoot)
        {
            await RunAsync("chmod", "711", folder);
            await RunAsync("chown", $"{user}:", mail);
        }

        var group = await RunAsync("id", "-gn", user);
        var settings = new StringBuilder($$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = required
            ssl_cert = <{{folder}}/certificate.pem
            ssl_key = <{{folder}}/key.pem
            default_internal_user = {{user}}
            default_internal_group = {{group}}
            default_login_user = {{login}}
            first_valid_uid = 1
            mail_location = maildir:{{mail}}/%u
            auth_failure_delay = 0
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{mail}}/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                port = {{port}}
                ssl = yes
              }
            }

            """);
        foreach (var service in new[] { "anvil", "stats" })
        {
            settings.AppendLine(CultureInfo.InvariantCulture, $"service {service} {{\n  chroot =\n}}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), settings.ToString());
    }

    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        return said.Trim();
    }

    private async Task<ImapClient> OpenAsync(ReturnsServer box, FolderAccess access)
    {
        var client = new ImapClient { ServerCertificateValidationCallback = Trusts, CheckCertificateRevocation = false };
        await client.ConnectAsync(box.Host, port, SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(box.User, box.Password);
        await client.Inbox!.OpenAsync(access);
        return client;
    }

    private async Task<string> SaidAsync() => File.Exists(Path.Combine(folder, "log")) ? await File.ReadAllTextAsync(Path.Combine(folder, "log")) : "nothing";

    private async Task<bool> IsThereAsync()
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
