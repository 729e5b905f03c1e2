namespace Kept.Store.Blobs;

/// <summary>A file that has come in and has no name yet: to be looked at, then kept or let go of.</summary>
public sealed class IncomingBlob : IDisposable
{
    private readonly BlobStore store;
    private readonly FileStream file;
    private bool isKept;

    internal IncomingBlob(BlobStore store, string path, FileStream file, long bytes, string sha256)
    {
        this.store = store;
        this.file = file;
        (Path, Bytes, Sha256) = (path, bytes, sha256);
    }

    /// <summary>Where it lies meanwhile, for a program that looks at it.</summary>
    public string Path { get; }

    /// <summary>Its length; more than was allowed when it went on after that.</summary>
    public long Bytes { get; }

    public string Sha256 { get; }

    /// <summary>The content, from its beginning.</summary>
    public Stream Content
    {
        get
        {
            file.Position = 0;
            return file;
        }
    }

    /// <summary>After this the content is there for good, whatever happens to the process or the power.</summary>
    public void Keep()
    {
        isKept = true;
        store.Keep(Path, file, Sha256);
    }

    public void Dispose()
    {
        file.Dispose();
        if (!isKept)
        {
            File.Delete(Path);
        }
    }
}
