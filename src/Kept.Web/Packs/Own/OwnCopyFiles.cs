using System.Globalization;
using Kept.Domain.Documents;
using Kept.Web.Documents;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Packs.Own;

/// <summary>Gives each file of a copy its place in the ZIP, for as long as there is room.</summary>
internal static class OwnCopyFiles
{
    /// <summary>What a family’s computer can fetch in an evening, and a school’s disk can hold for three days.</summary>
    public const long MostBytes = 250L * 1024 * 1024;

    private const int Most = 2000;

    /// <summary>Short enough for every system, in any script.</summary>
    private const int MostNameLetters = 60;

    /// <param name="copy">What the reader may read.</param>
    /// <param name="sizeOf">How big the file with a hash is; null where it is lost.</param>
    /// <param name="most">So many bytes fit.</param>
    public static OwnCopy Placed(OwnCopy copy, Func<string, long?> sizeOf, long most = MostBytes)
    {
        var (left, number) = (most, 0);
        return copy with { Parts = [.. copy.Parts.Select(part => part with { Items = [.. part.Items.Select(item => item with { Files = [.. item.Files.Select(file => Place(file, item.On))] })] })] };

        OwnFile Place(OwnFile file, LocalDate? on)
        {
            if (sizeOf(file.Sha256) is not { } bytes)
            {
                return file with { Left = OwnFileLeft.Lost };
            }

            if (bytes > left || number == Most)
            {
                return file with { Left = OwnFileLeft.Full };
            }

            left -= bytes;
            number++;
            return file with { Bytes = bytes, Path = PathOf("files", file.Name, file.Kind, on, number) };
        }
    }

    /// <summary>"files/003 2026-03-12 EP report.pdf": each once, and nothing in it that any system dislikes or that turns letters round.</summary>
    public static string PathOf(string folder, string called, FileKind kind, LocalDate? on, int number)
    {
        var (name, ending) = kind.Parted(ReceivedFile.Tidy(called));
        var bare = SafeName.Of(name, MostNameLetters, otherwise: "file");
        return string.Create(CultureInfo.InvariantCulture, $"{folder}/{number:000}{(on is { } day ? $" {LocalDatePattern.Iso.Format(day)}" : "")} {bare}{ending}");
    }

    public static IEnumerable<OwnFile> In(OwnCopy copy) => copy.Parts.SelectMany(part => part.Items).SelectMany(item => item.Files).Where(file => file.Path is not null);
}
