using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Store.Pupils;

/// <summary><see cref="Pupil.AsksWhoDecidesOn"/>, for a database to answer of pupils of any school, each by the law of its nation.</summary>
internal static class AskingPupils
{
    /// <param name="pupils">Of one school, or of all.</param>
    /// <param name="schools">Theirs among them.</param>
    /// <param name="day">On which it is asked.</param>
    public static IQueryable<Pupil> AskingOn(this IQueryable<Pupil> pupils, IQueryable<School> schools, LocalDate day)
    {
        var (england, wales, scotland, ireland) = (Born(Nation.England), Born(Nation.Wales), Born(Nation.Scotland), Born(Nation.NorthernIreland));

        // Who is too young everywhere is left out first, so that no school is looked up for most.
        var last = new[] { england, wales, scotland, ireland }.Max();
        return pupils.Where(p => p.LeadDecidedOn == null
            && (p.DateOfBirth == null
                ? p.YearGroup == "12" || p.YearGroup == "13" || p.YearGroup == "14"
                : p.DateOfBirth <= last && schools.Any(s => s.Id == p.SchoolId
                    && ((s.Nation == Nation.England && p.DateOfBirth <= england)
                        || (s.Nation == Nation.Wales && p.DateOfBirth <= wales)
                        || (s.Nation == Nation.Scotland && p.DateOfBirth <= scotland)
                        || (s.Nation == Nation.NorthernIreland && p.DateOfBirth <= ireland)))));

        LocalDate Born(Nation nation) => CompulsorySchoolAge.BornBy(day, nation);
    }
}
