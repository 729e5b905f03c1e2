using System.Diagnostics.CodeAnalysis;
using System.Text;
using Kept.Domain.People;

namespace Kept.Web.World;

/// <summary>Puts a child's and a carer's words into a sentence: "{carer} said {he} …".</summary>
internal static class Filling
{
    [return: NotNullIfNotNull(nameof(sentence))]
    public static string? In(this Child child, string? sentence, Relationship? tie)
    {
        if (sentence is null)
        {
            return null;
        }

        var (he, him, his) = child.IsBoy ? ("he", "him", "his") : ("she", "her", "her");
        var carer = WordFor(tie);
        return new StringBuilder(sentence)
            .Replace("{name}", child.Pupil.PreferredName ?? child.Pupil.GivenName)
            .Replace("{himself}", him + "self")
            .Replace("{him}", him)
            .Replace("{his}", his)
            .Replace("{His}", Capital(his))
            .Replace("{he}", he)
            .Replace("{He}", Capital(he))
            .Replace("{carer}", carer)
            .Replace("{Carer}", Capital(carer))
            .ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string WordFor(Relationship? tie) => tie?.Kind switch
    {
        "mother" => "mum",
        "father" => "dad",
        "grandmother" => "gran",
        "grandfather" => "grandad",
        null => "home",
        _ => tie.Kind
    };
}
