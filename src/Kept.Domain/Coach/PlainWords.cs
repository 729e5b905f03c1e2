using System.Reflection;

namespace Kept.Domain.Coach;

/// <summary>A term of the field, what it stands for, and how one would say it at the school gate.</summary>
/// <param name="Spellings">Every way in which it is written: "EHCP", "EHC plan".</param>
/// <param name="Expansion">What the letters stand for; empty where there are none.</param>
public sealed record PlainTerm(string Term, IReadOnlyList<string> Spellings, string Expansion, string Plain)
{
    /// <summary>Letters, which say nothing to those who don't know them: "SLCN", "EP", "SpLD".</summary>
    public bool IsAbbreviation { get; } = Term.Count(char.IsUpper) > 1 && Expansion.Length > 0;
}

/// <summary>The glossary of SEND terms in plain words, which travels inside the program.</summary>
public static class PlainWords
{
    public static IReadOnlyList<PlainTerm> All { get; } = Read();

    private static readonly Dictionary<string, PlainTerm> BySpelling = Index();

    /// <summary>The term that is written like this, if it is in the glossary.</summary>
    public static PlainTerm? For(string spelling) => BySpelling.GetValueOrDefault(spelling);

    private static Dictionary<string, PlainTerm> Index()
    {
        var index = new Dictionary<string, PlainTerm>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in All)
        {
            foreach (var spelling in term.Spellings)
            {
                index.TryAdd(spelling, term);
            }
        }

        return index;
    }

    private static List<PlainTerm> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Kept.Domain.Coach.Glossary.csv")
            ?? throw new InvalidOperationException("The glossary is not in the program.");
        using var reader = new StreamReader(stream);
        var terms = new List<PlainTerm>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            terms.Add(new PlainTerm(cells[0], cells[0].Split(" / "), cells[1], cells[2]));
        }

        return terms;
    }

    /// <summary>Our own file: three cells a line, quoted where they hold a comma.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells;
    }
}
