using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Sharing;

/// <summary>
/// The check before anything is shared, at the door itself: no page can forget it. It costs nothing where nothing is shared, one statement where one
/// carer may read, and one more where there are several.
/// </summary>
internal static class BeforeSharing
{
    /// <summary>The field in which staff say why they share it all the same.</summary>
    public const string Field = "SharedBecause";

    private const int MostCarers = 40;
    private const int MostTexts = 200;

    /// <summary>Why not, for staff; null where nothing stands in the way or somebody has said why it is shared all the same.</summary>
    /// <param name="because">What somebody said who was stopped before.</param>
    public static async Task<(Refusal? Refusal, IReadOnlyList<ILedgerEvent> Decided)> CheckAsync(KeptDb db, Viewer viewer, string? because, Instant now, CancellationToken cancel)
    {
        if (viewer is not StaffViewer || AboutToBeShared.In(db) is not { Count: > 0 } shared)
        {
            return (null, []);
        }

        var today = now.InZone(School.Zone).Date;
        List<ILedgerEvent> decided = [];
        foreach (var ofChild in shared.GroupBy(s => s.PupilId))
        {
            if (await AskedFirstAsync(db, ofChild.Key, today, cancel) is { } first)
            {
                return (first, []);
            }

            var carers = await CarersAsync(db, ofChild.Key, today, cancel);
            var found = ofChild.SelectMany(s => SharingCheck.Findings(s.Words, s.SpokeWith, s.Only, carers, today)).Distinct().ToList();
            if (found.Count == 0)
            {
                continue;
            }

            var sentence = string.Join(". ", found);
            if (Text.Tidy(because) is not { Length: <= SharedAllTheSame.BecauseMaxLength } why)
            {
                return (new Refusal($"{sentence}. Change the words or who sees it, or say why it is shared all the same", Field), []);
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

    /// <summary>Rule 15: nothing more is sent to carers until it is written down who decides. No reason stands in for that.</summary>
    private static async Task<Refusal?> AskedFirstAsync(KeptDb db, Id<Pupil> child, LocalDate today, CancellationToken cancel) =>
        await db.Pupils.Where(p => p.Id == child).AnyAsync(Pupil.AskingOn(today), cancel)
            ? new Refusal("The young person is over 16. Write down who decides first, on the pupil’s page; until then nothing more is shared with the family, so keep this to staff", nameof(Visibility))
            : null;

    private static async Task<IReadOnlyList<Concerned>> CarersAsync(KeptDb db, Id<Pupil> child, LocalDate today, CancellationToken cancel)
    {
        var rows = await db.Relationships.AsNoTracking().Where(t => t.PupilId == child)
            .Join(db.People.AsNoTracking(), t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p })
            .OrderBy(row => row.Tie.Id).Take(MostCarers).ToListAsync(cancel);
        if (rows.Count < 2)
        {
            return [];
        }

        var own = await OwnWordsAsync(db, child, cancel);
        var isGuarded = rows.Exists(row => row.Tie.IsRestrictedOn(today));
        return [.. rows.Select(row => new Concerned(row.Person.Id, row.Person.Name, row.Tie, Places(row.Person, row.Tie, isGuarded), [.. own[row.Person.Id]]))];
    }

    /// <summary>What is kept private by name, and then telephone and email too; those also where a court order stands between the parents.</summary>
    private static IReadOnlyList<string> Places(Person person, Relationship tie, bool isGuarded) =>
        [.. tie.PrivatePlaces, .. (isGuarded || tie.PrivatePlaces.Count > 0 ? [person.Phone, person.Email] : Array.Empty<string?>()).OfType<string>()];

    /// <summary>What each carer wrote to the school alone, the newest: concerns, messages, what a meeting was to hear, what was missing.</summary>
    private static async Task<ILookup<Id<Person>, string>> OwnWordsAsync(KeptDb db, Id<Pupil> child, CancellationToken cancel)
    {
        var concerns = db.Concerns.Where(c => c.PupilId == child && c.Words != null).Select(c => new { By = c.CarerId, Words = c.Words!, c.At });
        var messages = db.Messages.Where(m => m.PupilId == child && m.IsFromFamily).Select(m => new { By = m.FromId, m.Words, m.At });
        var answers = db.CarerAnswers.Where(a => a.PupilId == child && a.Missing != null).Select(a => new { By = a.CarerId, Words = a.Missing!, a.At });
        var heard = db.Set<Domain.Meetings.Contribution>().Where(c => c.PupilId == child && c.FromId != null).Select(c => new { By = c.FromId!.Value, c.Words, At = c.TakenAt });
        var rows = await concerns.Concat(messages).Concat(answers).Concat(heard).OrderByDescending(row => row.At).Take(MostTexts).ToListAsync(cancel);
        return rows.ToLookup(row => row.By, row => row.Words);
    }
}
