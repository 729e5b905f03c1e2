using Kept.Domain;
using Kept.Domain.Packs;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Packs;

/// <summary>What pages need of where packs are made: ask for haste, and fetch what is finished.</summary>
public interface IPackRoom
{
    bool CanMakePdf { get; }

    /// <summary>Something waits to be made.</summary>
    void Nudge();

    /// <summary>Null where this node has no such file.</summary>
    Stream? Open(Id<Pack> pack);
}

internal sealed class PackRoom(PackMaker maker, PackFiles files) : IPackRoom
{
    public bool CanMakePdf => PackWriter.CanMakePdf;

    public void Nudge() => maker.Nudge();

    public Stream? Open(Id<Pack> pack)
    {
        try
        {
            return new FileStream(files.PathOf(pack), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>What each format is called in an answer.</summary>
internal static class PackFormats
{
    public static string ContentType(PackFormat format) => format switch
    {
        PackFormat.Html => "text/html; charset=utf-8",
        PackFormat.Pdf => "application/pdf",
        PackFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        PackFormat.Json => "application/json; charset=utf-8",
        _ => "application/zip"
    };

    /// <summary>"kept-pack-family-2026-11-22.pdf": for whom it is, so that no other is sent by mistake, and when; never about which child.</summary>
    public static string FileName(Pack pack, LocalDate today) =>
        $"kept-pack-{pack.Audience.Word()}{(pack.Safeguarding ? "-with-safeguarding" : "")}-{LocalDatePattern.Iso.Format(today)}.{pack.Format.Extension()}";
}
