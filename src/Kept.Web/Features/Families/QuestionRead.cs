using Kept.Domain.Families;
using Kept.Store.Translating;
using Kept.Web.Wordings;

namespace Kept.Web.Features.Families;

/// <summary>A question before a meeting as one reader reads it: Kept’s own in the words of the page, the school’s translated where that is done.</summary>
/// <param name="Lang">What the words are in, where that is not the language of the page.</param>
/// <param name="Shown">How the school’s words were translated; null where they are Kept’s, or as they were written.</param>
/// <param name="IsForeign">Whether the reader cannot read it yet.</param>
public sealed record QuestionRead(AskedQuestion Question, string Words, string? Lang, TranslationShown? Shown, bool IsForeign)
{
    public static QuestionRead Of(AskedQuestion question, Wording words, Translated into) =>
        question.Text is not { } text ? new(question, question.Kepts is { } kepts ? words[$"say.{AskedQuestion.KeyOf(kepts)}"] : question.Words, null, null, IsForeign: false)
        : into.For(text) is { } shown ? new(question, shown.Words, shown.Language, shown, IsForeign: false)
        : new(question, question.Words, text.Language, null, into.Lacks(text));
}
