using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Translating;

/// <summary>
/// What of a child’s texts an engine may be given now. Read for each carer through the very door through which that carer reads; so what is safeguarding’s, was
/// narrowed meanwhile, or may not be told to them is not there to be sent.
/// </summary>
public sealed class Untranslated(Database database, IClock clock)
{
    private const int MostCarers = 40;
    private const int MostNames = 2000;

    private static readonly IReadOnlyList<IHoldsTexts> Holders = [new MessageTexts(), new QuestionTexts(), new ActionTexts(), new ConcernTexts(), new AnswerTexts(), new ContributionTexts(), new PlanViewTexts(), new PlanTexts(), new EntryTexts()];

    /// <summary>The next text to translate, read this moment. Null where none is left.</summary>
    /// <param name="round">Whose.</param>
    /// <param name="engine">Its name: what it has given up is not asked of it again.</param>
    /// <param name="passedOver">What has been tried in this round already.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<WantedText?> NextAsync(HeldRound round, string engine, IReadOnlySet<WantedText> passedOver, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        foreach (var side in await SidesAsync(db, round, cancel))
        {
            foreach (var holder in Holders)
            {
                var wanted = (await holder.OfAsync(side, cancel)).Where(w => !WrittenText.IsRead(w.Text.Language, w.To) && !passedOver.Contains(w)).ToList();
                foreach (var language in wanted.GroupBy(w => w.To))
                {
                    var done = await DoneAsync(db, [.. language.Select(w => w.Text)], language.Key, engine, cancel);
                    foreach (var next in language.Where(w => !done.Contains((w.Text.Kind, w.Text.TextId, w.Text.Fingerprint))))
                    {
                        return next;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Names that an engine must leave as they are: the child’s, the carers’, the staff’s.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(HeldRound round, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        var child = await db.Pupils.AsNoTracking().Where(p => p.Id == round.PupilId).Select(p => new { p.GivenName, p.FamilyName, p.PreferredName }).SingleAsync(cancel);
        var people = await db.People.AsNoTracking()
            .Where(p => p.Kind != PersonKind.Carer || db.Relationships.Any(t => t.PupilId == round.PupilId && t.CarerId == p.Id))
            .OrderBy(p => p.Id).Take(MostNames)
            .Select(p => new { p.Title, p.GivenName, p.FamilyName }).ToListAsync(cancel);
        return
        [
            .. NamesOf(null, child.GivenName, child.FamilyName), .. child.PreferredName is { } called ? NamesOf(null, called, child.FamilyName) : [],
            .. people.SelectMany(p => NamesOf(p.Title, p.GivenName, p.FamilyName))
        ];
    }

    /// <summary>Keeps what an engine made, or that it could not. True where it is not to be tried again.</summary>
    public async Task<bool> KeepAsync(HeldRound round, WantedText wanted, string? words, string engine, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(round.SchoolId));
        var (kind, id, fingerprint) = (wanted.Text.Kind, wanted.Text.TextId, wanted.Text.Fingerprint);
        var kept = await db.MachineTranslations.SingleOrDefaultAsync(t => t.TextId == id && t.Kind == kind && t.To == wanted.To && t.Fingerprint == fingerprint, cancel);
        if (kept is null)
        {
            kept = MachineTranslation.Of(wanted.Text, wanted.To, round.SchoolId, round.PupilId);
            db.Add(kept);
        }

        kept.Take(words, engine, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancel);
        return kept.Words is not null || kept.IsGivenUpBy(engine);
    }

    private async Task<IReadOnlyList<CarersSide>> SidesAsync(KeptDb db, HeldRound round, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(School.Zone).Date;
        var found = await db.Relationships.AsNoTracking()
            .Where(t => t.PupilId == round.PupilId)
            .Join(db.People, t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Carer = p })
            .Join(db.Pupils, both => both.Tie.PupilId, p => p.Id, (both, p) => new { both.Tie, both.Carer, Child = p })
            .OrderBy(all => all.Tie.Priority).ThenBy(all => all.Tie.Id).Take(MostCarers).ToListAsync(cancel);
        return
        [
            .. found.Where(all => all.Tie.MayBeToldOn(today) && all.Carer.IsActiveOn(today) && all.Child.IsOnRollOn(today)).Select(all => new CarersSide(
                new VisibleRecord(db, new CarerViewer(round.SchoolId, all.Carer.Id, all.Carer.Name), clock).SharedWithTheFamilyOf(round.PupilId),
                round.PupilId, all.Carer.Id, all.Tie.Language))
        ];
    }

    private static async Task<HashSet<(WrittenKind, Guid, string)>> DoneAsync(KeptDb db, List<WrittenText> texts, string to, string engine, CancellationToken cancel)
    {
        const int most = 4000;
        var ids = texts.Select(t => t.TextId).Distinct().ToList();
        var questions = await Translated.QuestionsByPeopleAsync(db, texts, to, cancel);
        var persons = await db.Translations.Where(t => ids.Contains(t.TextId) && t.To == to).OrderByDescending(t => t.At).Take(most)
            .Select(t => new { t.Kind, t.TextId, t.Fingerprint }).ToListAsync(cancel);
        var machines = await db.MachineTranslations.AsNoTracking().Where(t => ids.Contains(t.TextId) && t.To == to).OrderByDescending(t => t.At).Take(most).ToListAsync(cancel);
        return
        [
            .. texts.Where(t => questions.ContainsKey(t.TextId)).Select(t => (t.Kind, t.TextId, t.Fingerprint)),
            .. persons.Select(t => (t.Kind, t.TextId, t.Fingerprint)),
            .. machines.Where(t => t.Words is not null || t.IsGivenUpBy(engine)).Select(t => (t.Kind, t.TextId, t.Fingerprint))
        ];
    }

    /// <summary>With the title, together and each alone.</summary>
    private static IEnumerable<string> NamesOf(string? title, string given, string family) =>
        new[] { $"{title} {given} {family}", $"{title} {family}", $"{given} {family}", given, family }.Select(name => name.Trim()).Concat(given.Split(' ')).Concat(family.Split(' '));
}
