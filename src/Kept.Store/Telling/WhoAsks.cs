using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>
/// The young people of whom nobody has written down who decides: what is to be told of them waits (rule 15). It is not withheld, and goes out once that
/// is said.
/// </summary>
internal static class WhoAsks
{
    /// <summary>
    /// Of all schools: whoever asks names the school. It lifts the filter by school from the whole question that it becomes a part of; within one school
    /// <see cref="AskingPupils.AskingOn"/> is asked of that school’s pupils.
    /// </summary>
    public static IQueryable<Pupil> Asking(this KeptDb db, IClock clock) =>
        db.Pupils.IgnoreQueryFilters([KeptDb.SchoolFilter]).AskingOn(db.Schools, clock.GetCurrentInstant().InZone(School.Zone).Date);
}
