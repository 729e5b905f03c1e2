using Kept.Domain.Translating;
using Kept.Store.Translating;
using Kept.Web.Wordings;

namespace Kept.Web.Features.Families;

/// <summary>What staff wrote, as one carer reads it.</summary>
/// <param name="SomeAreTranslated">Whether each of what is not must say so, or all of it at once.</param>
public sealed record TextsRead(Wording Words, Translated Into, bool SomeAreTranslated)
{
    public static TextsRead Of(Wording words, Translated into, IEnumerable<WrittenText> texts) => new(words, into, texts.Any(text => into.For(text) is not null));
}
