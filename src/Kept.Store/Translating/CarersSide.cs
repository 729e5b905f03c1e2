using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Translating;

namespace Kept.Store.Translating;

/// <summary>A carer with one child of theirs, of whom they may be told today.</summary>
/// <param name="Shared">The record as this carer has it: nothing is in it that is not shared with this family.</param>
/// <param name="Language">BCP 47 tag of what they read.</param>
public sealed record CarersSide(VisibleRecord Shared, Id<Pupil> Pupil, Id<Person> Carer, string Language);

/// <summary>A text, with the language into which it is wanted.</summary>
public readonly record struct WantedText(WrittenText Text, string To);

/// <summary>
/// One kind of thing in which people write. A new kind says here which of its texts go to a carer and which come from one, and calls
/// <see cref="WantedTranslations.AsksForTranslation{T}"/> in its mapping; nothing else need know it.
/// </summary>
internal interface IHoldsTexts
{
    /// <summary>
    /// Those that this carer may read, or wrote. It is asked anew before each text goes to an engine, so it must not give what may not be read any more.
    /// </summary>
    Task<IReadOnlyList<WantedText>> OfAsync(CarersSide side, CancellationToken cancel);
}
