using Kept.Domain;
using Kept.Domain.People;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>
/// Takes the form in which a carer reads to the other schools of their sign-in. At each it is the carer’s own wish, written as if chosen on that school’s page, by
/// the person that they are there: no school learns that there is another.
/// </summary>
public sealed class ReadingElsewhere(Database database, IClock clock)
{
    /// <param name="others">As this sign-in opens them now; one where the carer may be told of no child takes nothing.</param>
    /// <param name="formats">What they chose.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Why one of them did not take it, where somebody else was quicker.</returns>
    public async Task<Refusal?> ReadInAsync(IEnumerable<FamilyPlace> others, FormatWishes formats, CancellationToken cancel)
    {
        foreach (var place in others.Where(p => p.Children.Count > 0))
        {
            await using var db = database.Open(Tenancy.Of(place.School.Id));
            var side = new SharedWith(new VisibleRecord(db, place.Viewer, clock), place.Viewer.PersonId, place.Children[0].Id);
            if (await side.ReadInAsync(formats, cancel) is { } meanwhile)
            {
                return meanwhile;
            }
        }

        return null;
    }
}
