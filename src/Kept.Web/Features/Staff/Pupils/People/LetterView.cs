using Kept.Domain.People;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A letter that lets a carer in.</summary>
/// <param name="TypedAddress">For who types: the school's part alone.</param>
/// <param name="Address">What the square holds.</param>
/// <param name="Formats">In which form the carer reads.</param>
public sealed record LetterView(Wording Words, string SchoolName, string CarerName, LocalDate Today, LocalDate Until, string Code, string TypedAddress, string Address, FormatWishes Formats);
