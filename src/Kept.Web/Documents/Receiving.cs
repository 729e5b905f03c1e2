using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store.Blobs;

namespace Kept.Web.Documents;

/// <summary>
/// Takes a file in: streamed to the disk, no more than the bound; looked at, scanned where there is a scanner; and only then given
/// its place. What is refused leaves nothing behind.
/// </summary>
public sealed class Receiving(BlobStore blobs, DocumentSettings settings)
{
    public const string TooLargeField = "File";

    /// <summary>Why a file is not taken, where a page says it in words of its own.</summary>
    public const string Empty = "Empty";
    public const string Kind = "Kind";
    public const string Harm = "Harm";
    public const string Later = "Later";

    public DocumentSettings Settings => settings;

    public Refusal TooLarge => new($"it is larger than {settings.MostInWords}, the most that is taken", TooLargeField);

    /// <summary>The file, which is safely kept by then; or why not, as the end of “Not stored: …”.</summary>
    public async Task<Result<ReceivedFile>> ReceiveAsync(Stream content, string? name, CancellationToken cancel)
    {
        using var came = await blobs.ReceiveAsync(content, settings.MostBytes, cancel);
        if (came.Bytes > settings.MostBytes)
        {
            return TooLarge;
        }

        if (came.Bytes == 0)
        {
            return new Refusal("the file is empty (0 bytes). It may not have been copied whole: look at it where it came from", Empty);
        }

        if (!(await FileLook.AtAsync(came, cancel)).Allowed(out var seen, out var refused))
        {
            return refused.About(Kind);
        }

        if (settings.Scanner is { } scanner && await Clamd.RefusalAsync(scanner, came.Content, cancel) is { } found)
        {
            return found;
        }

        came.Keep();
        return new ReceivedFile(ReceivedFile.Tidy(name), seen.Kind, came.Bytes, came.Sha256, seen.IsLocked);
    }
}
