using System.IO.Compression;
using Kept.Domain;
using Kept.Domain.Documents;

namespace Kept.Store.Transfers;

/// <summary>Takes the documents' files of a package that was found whole, one after the other, as any other file is taken in.</summary>
internal sealed class ReceivedFiles(Stream package, KeepFile keep)
{
    /// <summary>Why one of them is not taken; null once all are on the disk.</summary>
    public async Task<Refusal?> KeepAsync(IEnumerable<DocumentVersion> versions, CancellationToken cancel)
    {
        package.Position = 0;
        await using var archive = await ZipArchive.CreateAsync(package, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var version in versions.DistinctBy(v => v.Sha256))
        {
            await using var content = await archive.GetEntry(PackageFiles.NameOf(version.Sha256))!.OpenAsync(cancel);
            if (!(await keep(content, version.FileName, cancel)).Allowed(out var file, out var refused))
            {
                return new Refusal($"This package cannot be taken in: of its file “{version.FileName}”, {refused.Sentence}");
            }

            if ((file.Sha256, file.Bytes, file.Kind) != (version.Sha256, version.Bytes, version.Kind))
            {
                return new Refusal($"This package cannot be taken in: its file “{version.FileName}” is not what the record says of it ({version.Kind.InWords()})");
            }
        }

        return null;
    }
}
