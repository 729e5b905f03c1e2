using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Rolls;

/// <summary>
/// What the school already knows of the pupils and carers that a batch names. A carer is the same person only by the other
/// system's own number, or, within one pupil, by exact name and relationship: details of two families are never mixed.
/// </summary>
internal sealed class KnownFamilies
{
    private readonly Dictionary<string, Pupil> pupils;
    private readonly Dictionary<Id<Person>, Person> people;
    private readonly Dictionary<string, Person> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Pupil>, List<Relationship>> ties;

    private KnownFamilies(List<Pupil> pupils, List<Relationship> ties, List<Person> people)
    {
        this.pupils = pupils.ToDictionary(p => p.Upn, StringComparer.Ordinal);
        this.ties = ties.GroupBy(t => t.PupilId).ToDictionary(of => of.Key, of => of.ToList());
        this.people = people.ToDictionary(p => p.Id);
        foreach (var person in people.Where(p => p.ExternalId is not null))
        {
            byNumber.TryAdd(person.ExternalId!, person);
        }
    }

    public IReadOnlyCollection<Person> People => people.Values;

    public static async Task<KnownFamilies> OfAsync(SchoolRegister register, IReadOnlyList<RollEntry> entries, CancellationToken cancel)
    {
        var upns = entries.Select(e => e.Upn).Distinct().ToArray();
        var children = await register.Pupils.Where(p => upns.Contains(p.Upn)).ToListAsync(cancel);

        var ids = children.Select(p => p.Id).ToArray();
        var tied = ids.Length == 0 ? [] : await register.Relationships.Where(t => ids.Contains(t.PupilId)).ToListAsync(cancel);

        var carerIds = tied.Select(t => t.CarerId).Distinct().ToArray();
        var carers = carerIds.Length == 0 ? [] : await register.People.Where(p => carerIds.Contains(p.Id)).ToListAsync(cancel);

        var numbers = entries.SelectMany(e => e.Carers).Select(c => c.ExternalId).OfType<string>()
            .Except(carers.Select(p => p.ExternalId).OfType<string>()).ToArray();
        if (numbers.Length > 0)
        {
            var others = await register.People
                .Where(p => p.Kind == PersonKind.Carer && numbers.Contains(p.ExternalId))
                .ToListAsync(cancel);
            carers.AddRange(others.Except(carers));
        }

        return new KnownFamilies(children, tied, carers);
    }

    public Pupil? PupilOf(string upn) => pupils.GetValueOrDefault(upn);

    public Person? CarerOf(Pupil pupil, RollCarer said)
    {
        if (said.ExternalId is { } number && byNumber.TryGetValue(number, out var person))
        {
            return person;
        }

        var key = said.NameKey;
        return ties.GetValueOrDefault(pupil.Id)?
            .Where(t => t.Kind == said.Kind)
            .Select(t => people[t.CarerId])
            .FirstOrDefault(p => p.NameKey == key && (p.ExternalId is null || said.ExternalId is null));
    }

    public Relationship? TieOf(Pupil pupil, Person person) => ties.GetValueOrDefault(pupil.Id)?.Find(t => t.CarerId == person.Id);

    /// <summary>A number that stands for somebody of quite another name is a wrong number, not a new name.</summary>
    public Refusal? StrangerAmong(RollEntry entry)
    {
        foreach (var said in entry.Carers)
        {
            if (said.ExternalId is { } number
                && byNumber.TryGetValue(number, out var person)
                && Text.Key(person.FamilyName) != Text.Key(said.FamilyName)
                && Text.Key(person.GivenName) != Text.Key(said.GivenName))
            {
                return new Refusal(
                    $"Parent ID {number} is {person.Name} in Kept and {said.GivenName} {said.FamilyName} here. Check the number: two people’s details must not be mixed",
                    "Parent ID");
            }
        }

        return null;
    }

    public void Remember(Pupil pupil) => pupils[pupil.Upn] = pupil;

    public void Remember(Person person)
    {
        people[person.Id] = person;
        if (person.ExternalId is { } number)
        {
            byNumber.TryAdd(number, person);
        }
    }

    public void Remember(Relationship tie)
    {
        if (!ties.TryGetValue(tie.PupilId, out var of))
        {
            ties[tie.PupilId] = of = [];
        }

        of.Add(tie);
    }
}
