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
/// <param name="register">The school's.</param>
/// <param name="preview">Nothing will be saved, so what is new is checked and not built up.</param>
public sealed class RollImport(SchoolRegister register, bool preview = false)
{
    private readonly List<ILedgerEvent> happened = [];

    /// <summary>Applies a batch to the rows in memory. Nothing is kept until it is saved.</summary>
    public async Task<IReadOnlyList<RollOutcome>> TakeAsync(IReadOnlyList<RollEntry> entries, CancellationToken cancel = default)
    {
        var known = await KnownFamilies.OfAsync(register, entries, cancel);
        var outcomes = entries.Select(entry => Take(entry, known)).ToList();
        var people = known.People.Count(HasChanged);
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

        var pupilChanged = HasChanged(pupil);
        var (personChanged, tied) = TakeCarers(entry, pupil, known);
        if (pupilChanged)
        {
            happened.Add(new PupilChanged(pupil.Id));
        }
        else if (tied is { } carer)
        {
            happened.Add(new RelationshipChanged(pupil.Id, carer));
        }

        return new RollOutcome(entry, pupilChanged || personChanged || tied is not null ? RollEffect.Changed : RollEffect.Unchanged);
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

        known.Remember(pupil);
        if (preview)
        {
            return new RollOutcome(entry, RollEffect.Added);
        }

        register.Add(pupil);
        TakeCarers(entry, pupil, known);
        happened.Add(new PupilEnrolled(pupil.Id));
        return new RollOutcome(entry, RollEffect.Added);
    }

    /// <summary>Whether anybody's own details change, and whose tie to the pupil does.</summary>
    private (bool Person, Id<Person>? Tie) TakeCarers(RollEntry entry, Pupil pupil, KnownFamilies known)
    {
        var personChanged = false;
        Id<Person>? tied = null;
        foreach (var said in entry.Carers)
        {
            var person = known.CarerOf(pupil, said);
            if (person is null)
            {
                person = Add(said, known);
                personChanged = true;
            }
            else
            {
                person.Rename(said.Title ?? person.Title, said.GivenName, said.FamilyName);
                person.Describe(person.Initials, said.Email ?? person.Email, said.Phone ?? person.Phone, person.Job);
                personChanged |= HasChanged(person);
            }

            if (TieChanges(said, pupil, person, known))
            {
                tied ??= person.Id;
            }
        }

        return (personChanged, tied);
    }

    private Person Add(RollCarer said, KnownFamilies known)
    {
        var person = Person.Named(register.SchoolId, PersonKind.Carer, said.Title, said.GivenName, said.FamilyName, said.ExternalId).OrThrow();
        person.Describe(initials: null, said.Email, said.Phone, job: null);
        register.Add(person);
        known.Remember(person);
        return person;
    }

    private bool TieChanges(RollCarer said, Pupil pupil, Person person, KnownFamilies known)
    {
        var tie = known.TieOf(pupil, person);
        var isNew = tie is null;
        tie ??= new Relationship
        {
            Id = Id<Relationship>.New(),
            SchoolId = register.SchoolId,
            PupilId = pupil.Id,
            CarerId = person.Id,
            Kind = said.Kind,
            ReceivesCopies = said.IsParent
        };
        tie.Kind = said.Kind;
        tie.ParentalResponsibility = said.ParentalResponsibility ?? tie.ParentalResponsibility;
        tie.Priority = said.Priority ?? tie.Priority;
        tie.LivesWith = said.LivesWith ?? tie.LivesWith;
        if (isNew)
        {
            tie.BeginFor(pupil);
            register.Add(tie);
            known.Remember(tie);
        }

        return isNew || HasChanged(tie);
    }

    private bool HasChanged(object row) => register.StateOf(row) is not EntityState.Unchanged;
}
