using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Kept.Store.Joining;
using Kept.Store.Ledger;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Schools;

/// <summary>
/// The door for those who run the school's side of Kept: people, roles, the roll, the calendar and the settings. It has no
/// entries and no actions, so that an administrator who may open it still reads nobody's record.
/// </summary>
public sealed class SchoolRegister(KeptDb db, Viewer viewer, IClock clock)
{
    public Id<School> SchoolId => viewer.SchoolId;

    /// <summary>Who runs the school's side now: rules about who may grant what ask for them.</summary>
    public Viewer By => viewer;

    public IQueryable<School> Schools => Open(db.Schools.Where(s => s.Id == viewer.SchoolId));

    public IQueryable<Pupil> Pupils => Open(db.Pupils);

    public IQueryable<Person> People => Open(db.People);

    public IQueryable<RoleHeld> Roles => Open(db.RolesHeld);

    public IQueryable<KeyAdult> KeyAdults => Open(db.KeyAdults);

    public IQueryable<Relationship> Relationships => Open(db.Relationships);

    public IQueryable<CalendarEntry> Calendar => Open(db.CalendarEntries);

    public IQueryable<SchoolQuestion> Questions => Open(db.SchoolQuestions);

    public IQueryable<Invitation> Invitations => Open(db.Invitations);

    public void Add<T>(T row)
        where T : class, IBelongsToSchool => db.Add(row);

    public void Remove(RoleHeld role) => db.Remove(role);

    public void Remove(CalendarEntry entry) => db.Remove(entry);

    public void Remove(KeyAdult adult) => db.Remove(adult);

    public async Task SaveAsync(IReadOnlyCollection<ILedgerEvent> happened, CancellationToken cancel = default) =>
        await new LedgerWriter(db, viewer, clock).SaveAsync(happened, cancel);

    public Task SaveAsync(ILedgerEvent happened, CancellationToken cancel = default) => SaveAsync([happened], cancel);

    /// <summary>What saving would do to a row, without saving it: an import's preview asks.</summary>
    internal EntityState StateOf(object row) => db.Entry(row).State;

    /// <summary>As <see cref="SaveAsync(IReadOnlyCollection{ILedgerEvent}, CancellationToken)"/>, with a refusal when somebody else changed the same thing meanwhile.</summary>
    public async Task<Refusal?> TrySaveAsync(IReadOnlyCollection<ILedgerEvent> happened, CancellationToken cancel = default)
    {
        try
        {
            await SaveAsync(happened, cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            Rest();
            return new Refusal("Somebody else changed this while you had it open. Look at what they did, then try again");
        }
    }

    /// <summary>As <see cref="TrySaveAsync"/>; and what families read is looked through for what is not translated.</summary>
    internal async Task<Refusal?> SaveForFamiliesAsync(ISchoolEvent happened, CancellationToken cancel)
    {
        Refusal? refusal = null;
        await InOneGoAsync(async () =>
        {
            if ((refusal = await TrySaveAsync([happened], cancel)) is null)
            {
                await db.WantTranslationsAsync(SchoolId, await SomeOfEachLanguageAsync(cancel), clock.GetCurrentInstant(), cancel);
            }

            return refusal is null;
        }, cancel);
        return refusal;
    }

    /// <summary>What is the school’s is translated once for all who read a language; so a few of their children are enough to look through.</summary>
    private async Task<IReadOnlyList<Id<Pupil>>> SomeOfEachLanguageAsync(CancellationToken cancel)
    {
        const int most = 2000;
        const int ofEach = 3;
        var read = await Relationships.AsNoTracking().Where(t => t.Language != WrittenText.English)
            .Join(Pupils.Where(p => p.LeftOn == null), t => t.PupilId, p => p.Id, (t, p) => new { t.Language, t.PupilId })
            .Distinct().OrderByDescending(t => t.PupilId).Take(most).ToListAsync(cancel);
        return [.. read.GroupBy(t => t.Language).SelectMany(same => same.Take(ofEach)).Select(t => t.PupilId).Distinct()];
    }

    internal Task<Translated> TranslationsAsync(IEnumerable<WrittenText> texts, string to, CancellationToken cancel) => Translated.OfAsync(db, texts, to, cancel);

    /// <summary>Lets go of rows already saved, so that a large import does not grow in memory.</summary>
    public void Rest() => db.ChangeTracker.Clear();

    /// <summary>One transaction around many saves: an import is all or nothing. False from the saves undoes them.</summary>
    public async Task InOneGoAsync(Func<Task<bool>> saves, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await saves())
        {
            await transaction.CommitAsync(cancel);
        }
    }

    private IQueryable<T> Open<T>(IQueryable<T> rows)
        where T : class =>
        viewer is OperatorViewer or StaffViewer { Sight.MayRunSchool: true } ? rows : rows.Where(_ => false);
}
