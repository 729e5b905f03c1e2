using System.Security.Cryptography;

namespace Kept.Store.Ledger;

/// <summary>
/// The key pair that signs checkpoints. It lives in the data folder and not in the database, so that whoever can write to the
/// database alone cannot sign; whoever holds the public half can check without trusting this machine.
/// </summary>
public sealed class LedgerKey : IDisposable
{
    public const string FileName = "ledger-key.pem";

    private readonly ECDsa pair;

    private LedgerKey(ECDsa pair) => this.pair = pair;

    /// <summary>Its sixteen characters, to be read out by telephone to whoever receives what it signed.</summary>
    public string InWords => Kept.Domain.Ledger.Seal.InWords(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()));

    public string PublicPem => pair.ExportSubjectPublicKeyInfoPem();

    /// <summary>The key of this folder, made when there is none yet.</summary>
    public static LedgerKey OpenOrMake(string directory) => Open(directory) ?? Make(directory);

    public static LedgerKey? Open(string directory)
    {
        var file = Path.Combine(directory, FileName);
        return File.Exists(file) ? Read(file) : null;
    }

    /// <summary>A key file: the pair, or the public half that somebody else kept.</summary>
    public static LedgerKey Read(string file)
    {
        var read = ECDsa.Create();
        read.ImportFromPem(File.ReadAllText(file));
        return new LedgerKey(read);
    }

    public byte[] Sign(byte[] hash) => pair.SignHash(hash);

    public bool HasSigned(byte[] hash, byte[] signature) => pair.VerifyHash(hash, signature);

    public void Dispose() => pair.Dispose();

    /// <summary>Written aside and then put in place, so that a reader never sees half a key and two starts agree on one.</summary>
    private static LedgerKey Make(string directory)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(directory, FileName);
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(aside, options))
        {
            writer.WriteLine(made.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }

        return Read(file);
    }
}
