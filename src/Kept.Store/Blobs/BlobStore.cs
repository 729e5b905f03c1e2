using System.Buffers;
using System.Security.Cryptography;
using NodaTime;

namespace Kept.Store.Blobs;

/// <summary>
/// Files by the hash of their content, each content once: <c>files/ab/cdef…</c> in the data folder, which all nodes share. A file
/// has its name only once it is whole and on the disk, so whoever finds the name finds the whole content. See docs/decisions.
/// </summary>
public sealed class BlobStore(string folder)
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>A file that nobody finished for so long was left by a process that ended.</summary>
    private static readonly Duration LeftBehind = Duration.FromHours(24);

    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>Takes a stream in, no more of it than this; what is more is not read. Dispose of what is not kept.</summary>
    public async Task<IncomingBlob> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancel)
    {
        Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        try
        {
            var (bytes, hash) = await CopyAsync(content, file, mostBytes, cancel);
            return new IncomingBlob(this, path, file, bytes, hash);
        }
        catch
        {
            await file.DisposeAsync();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>To be read from anywhere. Null when it is not there: a folder that was not restored with its database.</summary>
    public FileStream? Open(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Null when it is not there.</summary>
    public long? SizeOf(string sha256) => new FileInfo(PathOf(sha256)) is { Exists: true } file ? file.Length : null;

    public string PathOf(string sha256) =>
        sha256.Length == SHA256.HashSizeInBytes * 2 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, sha256[..2], sha256[2..])
            : throw new ArgumentException("A blob is named by the 64 digits of its hash.", nameof(sha256));

    /// <summary>Lets go of what processes that ended left unfinished.</summary>
    public void Sweep(Instant now)
    {
        if (Directory.Exists(Incoming))
        {
            foreach (var file in new DirectoryInfo(Incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < (now - LeftBehind).ToDateTimeUtc()))
            {
                file.Delete();
            }
        }
    }

    /// <summary>Gives what came in its name. The content is on the disk before it has the name, and the name before this returns.</summary>
    internal void Keep(string path, FileStream file, string sha256)
    {
        var place = PathOf(sha256);
        var shelf = Path.GetDirectoryName(place)!;
        if (File.Exists(place) && new FileInfo(place).Length == file.Length)
        {
            file.Dispose();
            File.Delete(path);
        }
        else
        {
            file.Flush(flushToDisk: true);
            file.Dispose();
            Directory.CreateDirectory(shelf);
            File.Move(path, place, overwrite: true);
        }

        // Also where it was there already: whoever put it there may not have come this far.
        Folders.Flush(shelf);
        Folders.Flush(folder);
    }

    private static async Task<(long Bytes, string Sha256)> CopyAsync(Stream from, FileStream to, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long bytes = 0;
            while (await from.ReadAsync(chunk.AsMemory(0, ChunkBytes), cancel) is > 0 and var read)
            {
                bytes += read;
                if (bytes > most)
                {
                    break;
                }

                hash.AppendData(chunk, 0, read);
                await to.WriteAsync(chunk.AsMemory(0, read), cancel);
            }

            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
