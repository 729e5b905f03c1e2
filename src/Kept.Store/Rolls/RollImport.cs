using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Rolls;

public enum RollEffect
{
    Added,
    Changed,
    Unchanged,
    Refused
}

/// <summary>What taking one pupil from a file does, or why it cannot be taken.</summary>
public sealed record RollOutcome(RollEntry Entry, RollEffect Effect, Refusal? Refusal = null);

/// <summary>
/// Takes pupils and their carers from the school's own system, a batch at a time. A preview takes and forgets; an import takes and
/// saves: so a preview cannot promise what the import would not do.
/// </summary>
public sealed class RollImport(SchoolRegister register)
{
    private readonly List<ILedgerEvent> happened = [];

    /// <summary>Applies a batch to the rows in memory. Nothing is kept until it is saved.</summary>
    public async Task<IReadOnlyList<RollOutcome>> TakeAsync(IReadOnlyList<RollEntry> entries, CancellationToken cancel = default)
    {
        var known = await KnownFamilies.OfAsync(register, entries, cancel);
        var outcomes = entries.Select(entry => Take(entry, known)).ToList();
        var people = known.People.Count(person => register.StateOf(person) is not EntityState.Unchanged);
        if (people > 0)
        {
            happened.Add(new PeopleImported(people));
        }

        return outcomes;
    }

    /// <summary>The next so many pupils on roll, by UPN.</summary>
    public async Task<IReadOnlyList<Pupil>> OnRollAfterAsync(string lastUpn, int most, CancellationToken cancel = default) =>
#pragma warning disable CA1309 // The database compares, in its own order, which is the one it sorts by.
        await register.Pupils
            .Where(p => p.LeftOn == null && string.Compare(p.Upn, lastUpn) > 0)
            .OrderBy(p => p.Upn)
            .Take(most)
            .ToListAsync(cancel);
#pragma warning restore CA1309

    public void Leave(Pupil pupil, LocalDate lastDay) => happened.Add(pupil.Leave(lastDay));

    public async Task SaveAsync(CancellationToken cancel = default)
    {
        if (happened.Count > 0)
        {
            await register.SaveAsync(happened, cancel);
        }

        Forget();
    }

    public void Forget()
    {
        happened.Clear();
        register.Rest();
    }

    private RollOutcome Take(RollEntry entry, KnownFamilies known)
    {
        if (known.StrangerAmong(entry) is { } stranger)
        {
            return new RollOutcome(entry, RollEffect.Refused, stranger);
        }

        var pupil = known.PupilOf(entry.Upn);
        if (pupil is null)
        {
            return Enrol(entry, known);
        }

        if (pupil.Update(entry.DetailsFor(pupil)).Refused(out var refusal))
        {
            return new RollOutcome(entry, RollEffect.Refused, refusal);
        }

        var pupilChanged = register.StateOf(pupil) is not EntityState.Unchanged;
        var carer = TakeCarers(entry, pupil, known);
        if (pupilChanged)
        {
            happened.Add(new PupilChanged(pupil.Id));
        }
        else if (carer.TieChanged is { } tied)
        {
            happened.Add(new RelationshipChanged(pupil.Id, tied));
        }

        return new RollOutcome(entry, pupilChanged || carer.Any ? RollEffect.Changed : RollEffect.Unchanged);
    }

    private RollOutcome Enrol(RollEntry entry, KnownFamilies known)
    {
        if (entry.YearGroup is null)
        {
            return new RollOutcome(entry, RollEffect.Refused, new Refusal("A new pupil needs a year group", nameof(Pupil.YearGroup)));
        }

        if (!Pupil.Enrol(register.SchoolId, entry.DetailsFor(null)).Allowed(out var pupil, out var refusal))
        {
            return new RollOutcome(entry, RollEffect.Refused, refusal);
        }

        register.Add(pupil);
        known.Remember(pupil);
        TakeCarers(entry, pupil, known);
        happened.Add(new PupilEnrolled(pupil.Id));
        return new RollOutcome(entry, RollEffect.Added);
    }

    private (bool Any, Id<Person>? TieChanged) TakeCarers(RollEntry entry, Pupil pupil, KnownFamilies known)
    {
        var any = false;
        Id<Person>? tied = null;
        foreach (var said in entry.Carers)
        {
            var person = known.CarerOf(pupil, said);
            var tie = person is null ? null : known.TieOf(pupil, person);
            person = TakePerson(said, person, known);
            tie = TakeTie(said, pupil, person, tie, known);
            any |= register.StateOf(person) is not EntityState.Unchanged;
            if (register.StateOf(tie) is not EntityState.Unchanged)
            {
                any = true;
                tied ??= person.Id;
            }
        }

        return (any, tied);
    }

    private Person TakePerson(RollCarer said, Person? person, KnownFamilies known)
    {
        if (person is null)
        {
            person = Person.Named(register.SchoolId, PersonKind.Carer, said.Title, said.GivenName, said.FamilyName, said.ExternalId).OrThrow();
            register.Add(person);
            known.Remember(person);
        }
        else
        {
            person.Rename(said.Title ?? person.Title, said.GivenName, said.FamilyName);
        }

        person.Describe(person.Initials, said.Email ?? person.Email, said.Phone ?? person.Phone, person.Job);
        return person;
    }

    private Relationship TakeTie(RollCarer said, Pupil pupil, Person person, Relationship? tie, KnownFamilies known)
    {
        if (tie is null)
        {
            tie = new Relationship
            {
                Id = Id<Relationship>.New(),
                SchoolId = register.SchoolId,
                PupilId = pupil.Id,
                CarerId = person.Id,
                Kind = said.Kind,
                ReceivesCopies = said.IsParent
            };
            register.Add(tie);
            known.Remember(tie);
        }

        tie.Kind = said.Kind;
        tie.ParentalResponsibility = said.ParentalResponsibility ?? tie.ParentalResponsibility;
        tie.Priority = said.Priority ?? tie.Priority;
        tie.LivesWith = said.LivesWith ?? tie.LivesWith;
        return tie;
    }
}
