using System.Text;
using Kept.Domain.Translating;

namespace Kept.Web.Translating;

/// <summary>
/// Asks an engine for one text, line by line: says the letters of the field in words first, and keeps names, dates and figures from it. What comes back with one of
/// them changed is not used.
/// </summary>
public sealed class Interpreter(ITranslationEngine engine)
{
    private static readonly EngineAnswer.Cannot Lost = new("A name, a date or a figure did not come back as it was");

    /// <param name="text">What is translated.</param>
    /// <param name="to">Into which language.</param>
    /// <param name="names">Of the people who may be in it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<EngineAnswer> TranslateAsync(WrittenText text, string to, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var lines = new List<string>();
        foreach (var line in text.Words.Split('\n'))
        {
            var plain = WrittenText.IsRead(text.Language, WrittenText.English) ? PlainEnglish.Of(line) : line;
            var answer = await LineAsync(Shield.Over(plain, names), text.Language, to, cancel);
            if (answer is not EngineAnswer.Translated translated)
            {
                return answer;
            }

            lines.Add(translated.Words);
        }

        return new EngineAnswer.Translated(string.Join('\n', lines));
    }

    private async Task<EngineAnswer> LineAsync(Shield shield, string from, string to, CancellationToken cancel)
    {
        if (!shield.HasWords)
        {
            return new EngineAnswer.Translated(string.Concat(shield.Parts.Select(part => part.Words)));
        }

        var answer = await engine.TranslateAsync(shield.Covered, from, to, cancel);
        return answer is not EngineAnswer.Translated translated ? answer
            : shield.Uncover(translated.Words) is { } whole && !string.IsNullOrWhiteSpace(whole) ? new EngineAnswer.Translated(whole)
            : await InPiecesAsync(shield, from, to, cancel);
    }

    /// <summary>The engine loses our marks: what stands between the names is translated by itself, which reads less well and is never wrong about whom.</summary>
    private async Task<EngineAnswer> InPiecesAsync(Shield shield, string from, string to, CancellationToken cancel)
    {
        var whole = new StringBuilder();
        foreach (var part in shield.Parts)
        {
            if (part.IsKept || !part.Words.Any(char.IsLetter))
            {
                whole.Append(part.Words);
                continue;
            }

            var words = part.Words.Trim();
            var answer = await engine.TranslateAsync(words, from, to, cancel);
            if (answer is not EngineAnswer.Translated translated)
            {
                return answer;
            }

            // No figure went, and none may come.
            if (string.IsNullOrWhiteSpace(translated.Words) || translated.Words.Any(char.IsDigit))
            {
                return Lost;
            }

            var start = part.Words.IndexOf(words, StringComparison.Ordinal);
            whole.Append(part.Words, 0, start).Append(translated.Words.Trim()).Append(part.Words, start + words.Length, part.Words.Length - start - words.Length);
        }

        return new EngineAnswer.Translated(whole.ToString());
    }
}
