using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Actions;

/// <summary>Somebody who could own an action about one pupil, with the words by which a line may name them.</summary>
public sealed record PossibleOwner(Owner Owner, string? Initials, IReadOnlyList<string> RoleWords, IReadOnlyList<string> Classes)
{
    public RosterPerson ForTheCoach => new(
        Owner.PersonId.ToString(),
        Owner.Kind switch
        {
            PersonKind.Carer => OwnerKind.Carer,
            PersonKind.Professional => OwnerKind.Professional,
            _ => OwnerKind.Staff
        },
        Owner.Name,
        Initials,
        RoleWords,
        Classes);
}

/// <summary>Who can be given an action about a pupil: staff, professionals, and this pupil's own carers.</summary>
public static class Owners
{
    /// <summary>A school has fewer staff than this; the bound is for the query's sake.</summary>
    private const int Most = 1000;

    public static async Task<IReadOnlyList<PossibleOwner>> OwnersAsync(this VisibleRecord record, Id<Pupil>? pupil, CancellationToken cancel = default)
    {
        var ties = record.Relationships.Where(t => t.PupilId == pupil);
        var unknowing = ties.Where(Relationship.KnowsNothingOn(record.Today));
        var rows = await record.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Staff || p.Kind == PersonKind.Professional || (p.Kind == PersonKind.Carer && ties.Any(t => t.CarerId == p.Id)))
            .OrderBy(p => p.Kind).ThenBy(p => p.NameKey)
            .Take(Most)
            .Select(p => new
            {
                Person = p,
                Roles = record.Roles.Where(r => r.PersonId == p.Id).Select(r => new { r.Role, r.ClassName }).ToList(),
                Tie = ties.Where(t => t.CarerId == p.Id).Select(t => t.Kind).FirstOrDefault(),
                MayNotBeTold = unknowing.Any(t => t.CarerId == p.Id)
            })
            .ToListAsync(cancel);

        return [.. rows.OrderBy(row => row.Person.Kind).Select(row => new PossibleOwner(
            new Owner(row.Person.Id, row.Person.Kind, row.Person.Name, row.Person.LeftOn, [.. row.Roles.Select(r => r.Role)], row.MayNotBeTold),
            row.Person.Initials,
            [.. row.Roles.Select(r => r.Role.InWords()).Concat(Words(row.Tie, row.Person.Job)).Distinct()],
            [.. row.Roles.Select(r => r.ClassName).OfType<string>().Distinct()]))];
    }

    private static IEnumerable<string> Words(params string?[] words) => words.OfType<string>();
}
