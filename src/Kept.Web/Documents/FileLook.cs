using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Store.Blobs;

namespace Kept.Web.Documents;

/// <summary>What a file was seen to be.</summary>
internal sealed record SeenFile(FileKind Kind, bool IsLocked = false);

/// <summary>Decides by its content what a file is. A name is only what somebody called it.</summary>
internal static class FileLook
{
    private const string Taken = "It takes PDF, Word, Excel, PowerPoint, OpenDocument, text, web pages, emails saved as .eml, pictures and recordings of sound";

    public static async Task<Result<SeenFile>> AtAsync(IncomingBlob came, CancellationToken cancel)
    {
        var head = new byte[FileHead.Length];
        var read = await came.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return FileHead.Of(head.AsSpan(0, read)) switch
        {
            (FileFamily.Program, _) => new Refusal("this is a program, whatever its name says. Kept never stores programs"),
            (FileFamily.Drawing, _) => new Refusal("this is a drawing (SVG), which can carry a program. Save it as a picture (PNG) or as PDF"),
            (FileFamily.Zip, _) => OfficeLook.AtZip(came.Content),
            (FileFamily.Compound, _) => await OfficeLook.IsLockedAsync(came.Content, cancel) ? new SeenFile(FileKind.LockedOffice, IsLocked: true) : new SeenFile(FileKind.OldOffice),
            (_, FileKind.Pdf) => new SeenFile(FileKind.Pdf, await PdfLook.IsLockedAsync(came, cancel)),
            (_, FileKind.M4a or FileKind.ThreeGp) when await Bytes.ContainAsync(came.Content, SoundHead.MovingPictures, cancel) =>
                new Refusal($"this is a film. {Taken}, and no films"),
            (_, { } kind) => new SeenFile(kind),
            _ => new Refusal($"Kept does not know this kind of file. {Taken}")
        };
    }
}
