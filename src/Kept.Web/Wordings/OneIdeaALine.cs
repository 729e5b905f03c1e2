namespace Kept.Web.Wordings;

/// <summary>For easy read: each sentence of Kept’s own words stands by itself, in whichever script. What people wrote is left as they wrote it.</summary>
public static class OneIdeaALine
{
    /// <summary>Only before a space, so that "2.30" stays one.</summary>
    private const string Ends = ".!?؟۔।";

    private const string EndsWithoutASpace = "。！？";

    public static IReadOnlyList<string> Of(string text)
    {
        List<string> lines = [];
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (EndsWithoutASpace.Contains(text[at]) || (Ends.Contains(text[at]) && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1])))
            {
                lines.Add(text[from..(at + 1)].Trim());
                from = at + 1;
            }
        }

        lines.Add(text[from..].Trim());
        return [.. lines.Where(line => line.Length > 0)];
    }
}
