using System.Runtime.InteropServices;

namespace Kept.Domain.Coach;

/// <summary>A stretch of a line.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// A line as the coach looks at it: typographic quotes, dashes and spaces made plain, character for
/// character, so that a place found here is the same place in what was typed.
/// </summary>
internal static class LineText
{
    /// <summary>Beyond this a line is a narrative. The rest is kept as typed and not analysed, so that no line is slow.</summary>
    public const int MostAnalysed = 2000;

    public const char Hidden = '\u0001';

    public static string Plain(string text)
    {
        var length = Math.Min(text.Length, MostAnalysed);
        return string.Create(length, text, static (plain, typed) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = Plain(typed[i]);
            }
        });
    }

    public static string Hide(string text, TextSpan span) =>
        string.Concat(text.AsSpan(0, span.Start), new string(Hidden, span.Length), text.AsSpan(span.End));

    private static char Plain(char typed) => typed switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ when char.IsWhiteSpace(typed) || char.IsControl(typed) => ' ',
        _ => typed
    };
}
