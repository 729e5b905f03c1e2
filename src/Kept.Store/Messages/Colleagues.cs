using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Handovers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Messages;

/// <summary>A member of staff who sees a child’s messages, and may answer them.</summary>
/// <param name="IsKeyAdult">Of this child.</param>
/// <param name="HasTheClass">Teaches it or is its tutor.</param>
/// <param name="RunsTheProcess">SENCO or SEND lead.</param>
public sealed record Colleague(Id<Person> Id, string Name, string? Role, bool IsKeyAdult, bool HasTheClass, bool RunsTheProcess)
{
    /// <summary>The last day on which they are here; null while they stay.</summary>
    public LocalDate? LeftOn { get; init; }

    public IReadOnlyList<StaffRole> Roles { get; init; } = [];
}

/// <summary>Who of the staff may answer a family about one child.</summary>
public static class Colleagues
{
    /// <summary>A school has fewer staff than this; the bound is for the query’s sake.</summary>
    private const int Most = 1000;

    /// <param name="record">Of the viewer.</param>
    /// <param name="pupil">Whose family.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="among">Only of these; null for all.</param>
    public static async Task<IReadOnlyList<Colleague>> ColleaguesAsync(this VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel, IReadOnlyCollection<Id<Person>>? among = null)
    {
        if (await record.Pupils.Where(p => p.Id == pupil).Select(p => new { p.ClassName }).FirstOrDefaultAsync(cancel) is not { } child)
        {
            return [];
        }

        var (roles, adults, handovers) = record.AroundNarrowedPupils;
        var (tookOver, today) = (handovers.AdultsWhoTookOver(pupil), record.Today);
        var names = record.Names.AsNoTracking();
        var rows = await (among is null ? names : names.Where(p => among.Contains(p.Id)))
            .Where(p => p.Kind == PersonKind.Staff && (p.LeftOn == null || p.LeftOn >= today) && roles.Any(r => r.PersonId == p.Id))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new
            {
                Person = p,
                Roles = roles.Where(r => r.PersonId == p.Id).Select(r => new { r.Role, r.ClassName }).ToList(),
                IsKeyAdult = adults.Any(k => k.PupilId == pupil && k.PersonId == p.Id),
                TookOver = tookOver.Contains(p.Id)
            })
            .ToListAsync(cancel);
        return [.. from row in rows
                   let sight = Sight.Of(row.Roles.Select(r => r.Role))
                   let inClass = row.Roles.Where(r => r.ClassName is not null && r.ClassName == child.ClassName).ToList()
                   where sight.MayLog && sight.MaySee.Contains(Visibility.Staff) && (sight.AllPupils || inClass.Count > 0 || row.IsKeyAdult || row.TookOver)
                   select new Colleague(
                       row.Person.Id, row.Person.Name, row.Roles.Select(r => r.Role.InWords()).FirstOrDefault(), row.IsKeyAdult,
                       inClass.Exists(r => r.Role is StaffRole.ClassTeacher or StaffRole.FormTutor), sight.RunsTheProcess)
                   {
                       LeftOn = row.Person.LeftOn,
                       Roles = [.. row.Roles.Select(r => r.Role)]
                   }];
    }

    /// <summary>
    /// Who answers a family that writes to nobody in particular: the child’s key adult, else whoever has the class, else the SENCO (Code of Practice 6.67).
    /// </summary>
    public static Colleague? FirstToAnswer(this IReadOnlyList<Colleague> colleagues) =>
        colleagues.FirstOrDefault(c => c.IsKeyAdult) ?? colleagues.FirstOrDefault(c => c.HasTheClass) ?? colleagues.FirstOrDefault(c => c.RunsTheProcess);
}
