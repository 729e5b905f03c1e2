using System.Text;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;

namespace Kept.Web.Imports;

/// <summary>One pupil as a file has it, or what is wrong with it.</summary>
/// <param name="Entry">Null when there is a problem.</param>
/// <param name="Upn">As far as it could be read.</param>
/// <param name="Notes">What was left out without harm: an email address that is none.</param>
/// <param name="Rows">The cells under the file's headings, to be written out when the pupil is skipped.</param>
public sealed record RollReading(
    RollEntry? Entry, int Line, string? Upn, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notes, Func<IReadOnlyList<string[]>> Rows);

/// <summary>A file of pupils. Reads one pupil at a time, and can be read again: once to check, once to save.</summary>
public abstract class RollFile
{
    /// <summary>"Common Transfer File" or "CSV", for people.</summary>
    public abstract string Kind { get; }

    /// <summary>What the skipped pupils are written under.</summary>
    public abstract IReadOnlyList<string> Headings { get; }

    /// <summary>What each heading was taken to mean; null for one that is passed over.</summary>
    public abstract IReadOnlyList<(string Heading, string? Meaning)> Understood { get; }

    public abstract IEnumerable<RollReading> Read();

    public static RollFile Open(string path) => LooksLikeXml(path) ? new TransferFile(path) : PupilTable.Open(path);

    private static bool LooksLikeXml(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[256];
        var text = Encoding.Latin1.GetString(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        return text.Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\r', '\n', '\t').StartsWith('<');
    }
}
