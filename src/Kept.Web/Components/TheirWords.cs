using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Translating;

namespace Kept.Web.Components;

/// <summary>What a carer wrote in their language, with what there is of it in English. The original always stands above it.</summary>
public sealed record TheirWords(WrittenText Text, TranslationShown? Shown)
{
    public string Sentence => Shown switch
    {
        null => $"Written in {Language}. Not translated into English yet.",
        { IsAMachines: true } => $"Written in {Language}. In English, translated by a machine ({Shown.Engine}), which may be wrong:",
        _ => $"Written in {Language}. In English, translated by a person:"
    };

    private string Language => Languages.Of(Text.Language).EnglishName;

    /// <summary>Null for what is in English already, or in a language that nobody said.</summary>
    public static TheirWords? Of(WrittenText? text, TranslationShown? shown) =>
        text is { } written && !WrittenText.IsRead(written.Language, WrittenText.English) ? new TheirWords(written, shown) : null;

    /// <summary>Null for what is in English already, or in a language that nobody said.</summary>
    public static TheirWords? Of(WrittenText? text, Translated into) => Of(text, into.For(text));
}
