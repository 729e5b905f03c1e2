using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using Kept.Domain.Transfers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Sharing;

/// <summary>
/// The check before anything is shared, at the door itself: no page can forget it. It costs nothing where nothing is shared, one
/// statement where the child has one carer, and for several two more and one for each.
/// </summary>
internal static class BeforeSharing
{
    /// <summary>The field in which staff say why they share it all the same.</summary>
    public const string Field = nameof(VisibleRecord.SharedBecause);

    private const int MostCarers = 40;

    /// <summary>Asked at every save of something shared: compiled once.</summary>
    private static readonly Func<KeptDb, Id<Pupil>, CancellationToken, Task<SharedChild?>> Child = EF.CompileAsyncQuery(
        (KeptDb db, Id<Pupil> id, CancellationToken cancel) => db.Pupils.Where(p => p.Id == id)
            .Select(p => new SharedChild(p.DateOfBirth, p.YearGroup, p.LeadDecidedOn, db.Relationships.Count(t => t.PupilId == id), db.Schools.First(s => s.Id == p.SchoolId).Nation))
            .FirstOrDefault());

    /// <summary>Why not, for staff; null where nothing stands in the way or somebody has said why it is shared all the same.</summary>
    /// <param name="because">What somebody said who was stopped before.</param>
    public static async Task<(Refusal? Refusal, IReadOnlyList<ILedgerEvent> Decided)> CheckAsync(
        KeptDb db, VisibleRecord record, IReadOnlyCollection<ILedgerEvent> happened, string? because, Instant now, CancellationToken cancel)
    {
        // What comes with a record from another school was shared there.
        if (record.Viewer is not StaffViewer viewer || happened.OfType<RecordReceived>().Any() || await AboutToBeShared.InAsync(db, cancel) is not { Count: > 0 } shared)
        {
            return (null, []);
        }

        var today = now.InZone(School.Zone).Date;
        List<ILedgerEvent> decided = [];
        foreach (var ofChild in shared.GroupBy(s => s.PupilId))
        {
            if (await Child(db, ofChild.Key, cancel) is not { } child)
            {
                continue;
            }

            // Rule 15: nothing more is sent to carers until it is written down who decides. No reason stands in for that.
            if (Pupil.AsksWhoDecides(child.Born, child.Year, child.LeadDecidedOn, today, child.Nation))
            {
                return (new Refusal("The young person is over 16. Write down who decides first, on the pupil’s page; until then nothing more is shared with the family, so keep this to staff", nameof(Visibility)), []);
            }

            // What is between a child's only carer and the school stays there.
            if (child.Carers < 2)
            {
                continue;
            }

            var carers = await CarersAsync(db, record, ofChild.Key, today, cancel);
            var found = ofChild.Where(s => s.Words.Length > 0).SelectMany(s => SharingCheck.Findings(s.Words, s.SpokeWith, s.Only, carers, today)).Distinct().ToList();
            if (found.Count == 0)
            {
                continue;
            }

            var sentence = string.Join(". ", found);
            if (Text.Tidy(because) is not { Length: <= SharedAllTheSame.BecauseMaxLength } why)
            {
                return (new Refusal($"{sentence}. Change the words, or who sees it", Field), []);
            }

            db.Add(new SharedAllTheSame
            {
                Id = Id<SharedAllTheSame>.New(),
                SchoolId = viewer.SchoolId,
                PupilId = ofChild.Key,
                Found = sentence[..Math.Min(sentence.Length, SharedAllTheSame.FoundMaxLength)],
                Because = why,
                ById = viewer.PersonId,
                At = now
            });
            decided.Add(new SharingDecided(ofChild.Key));
        }

        return (null, decided);
    }

    private static async Task<IReadOnlyList<Concerned>> CarersAsync(KeptDb db, VisibleRecord record, Id<Pupil> child, LocalDate today, CancellationToken cancel)
    {
        var rows = await db.Relationships.AsNoTracking().Where(t => t.PupilId == child)
            .Join(db.People.AsNoTracking(), t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p })
            .OrderBy(row => row.Tie.Id).Take(MostCarers).ToListAsync(cancel);
        // Where somebody lives is the same for a brother or sister, wherever staff wrote it down.
        var carers = rows.ConvertAll(row => row.Person.Id);
        var everywhere = await db.Relationships.AsNoTracking().Where(t => carers.Contains(t.CarerId) && t.KeptFromOthers != null).Take(MostCarers * MostCarers).ToListAsync(cancel);
        var places = everywhere.SelectMany(t => t.PrivatePlaces.Select(place => (t.CarerId, Place: place))).Distinct().ToLookup(both => both.CarerId, both => both.Place);
        var isGuarded = rows.Exists(row => row.Tie.IsRestrictedOn(today));
        List<Concerned> found = [];
        foreach (var row in rows)
        {
            var isReadByOthers = rows.Exists(other => other.Person.Id != row.Person.Id && other.Tie.MayBeToldOn(today));
            found.Add(new Concerned(
                row.Person.Id, row.Person.Name, row.Tie, Places(row.Person, [.. places[row.Person.Id]], isGuarded), isReadByOthers ? await OwnWords.OfAsync(db, record, child, row.Person.Id, cancel) : []));
        }

        return found;
    }

    /// <summary>What is kept private by name, and then telephone and email too; those also where a court order stands between the parents.</summary>
    private static IReadOnlyList<string> Places(Person person, IReadOnlyList<string> kept, bool isGuarded) =>
        [.. kept, .. (isGuarded || kept.Count > 0 ? [person.Phone, person.Email] : Array.Empty<string?>()).OfType<string>()];

    private sealed record SharedChild(LocalDate? Born, string Year, LocalDate? LeadDecidedOn, int Carers, Nation Nation);
}
