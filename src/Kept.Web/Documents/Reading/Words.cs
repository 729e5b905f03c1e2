using System.Text;
using Kept.Store.Documents;

namespace Kept.Web.Documents.Reading;

/// <summary>Collects the words of a file, up to a bound; white space of any kind becomes one space or one line break.</summary>
internal sealed class Words
{
    private readonly StringBuilder text = new();
    private bool wantsSpace;
    private bool wantsLine;

    public bool IsFull => text.Length >= DocumentText.TextMaxLength;

    /// <summary>Null when there is not one letter or digit.</summary>
    public string? All => IsEmpty ? null : text.ToString();

    private bool IsEmpty
    {
        get
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsLetterOrDigit(text[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public void Add(string? said)
    {
        // By whole letters: half of a pair of surrogates is nothing that a database takes.
        foreach (var letter in (said ?? "").EnumerateRunes())
        {
            if (IsFull)
            {
                return;
            }

            if (Rune.IsWhiteSpace(letter) || Rune.IsControl(letter))
            {
                (wantsSpace, wantsLine) = (true, wantsLine || letter.Value is '\n' or '\f');
                continue;
            }

            Part();
            text.Append(letter.ToString());
        }
    }

    /// <summary>What comes next begins a line.</summary>
    public void Line() => (wantsSpace, wantsLine) = (true, true);

    public void Space() => wantsSpace = true;

    private void Part()
    {
        if (wantsSpace && text.Length > 0)
        {
            text.Append(wantsLine ? '\n' : ' ');
        }

        (wantsSpace, wantsLine) = (false, false);
    }
}
