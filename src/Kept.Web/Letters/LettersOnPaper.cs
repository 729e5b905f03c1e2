using Kept.Domain.People;
using Kept.Web.Packs.Own;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Letters;

/// <summary>Letters that are printed together, each by itself on paper.</summary>
public sealed record LettersOnPaper(string Title, IReadOnlyList<LetterOnPaper> Letters);

/// <summary>What one carer reads, in their language and form.</summary>
/// <param name="Number">Its place in the pile, by which staff find it again.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="InEnglish">That the school’s own words are in English; null where the reader has them in their language.</param>
public sealed record LetterOnPaper(int Number, string School, string CarerName, LocalDate Day, Wording Words, FormatWishes Formats, string Subject, string? InEnglish, IReadOnlyList<OwnPart> Parts)
{
    /// <summary>Kept’s own words, in easy read a sentence a line.</summary>
    public IReadOnlyList<string> Lines(string said) => Formats.EasyRead ? OneIdeaALine.Of(said) : [said];

    public string Classes => $"sheet{(Formats.LargePrint ? " large" : "")}{(Formats.EasyRead ? " easy" : "")}";
}
