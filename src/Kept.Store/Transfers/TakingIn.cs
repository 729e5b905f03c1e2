using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Transfers;
using Kept.Store.Actions;
using Kept.Store.Conventions;
using Kept.Store.Documents;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using NodaTime.Text;

namespace Kept.Store.Transfers;

/// <summary>What reading a package in would do, or did.</summary>
/// <param name="IsNewPupil">Whether the pupil is added by it.</param>
/// <param name="OpenActions">Actions still to do: each needs an owner here.</param>
/// <param name="Added">How many rows it adds, by their noun.</param>
/// <param name="Already">Rows that are here already, and stay as they are.</param>
/// <param name="CarersLeftOut">Carers whom the package ties to the pupil and whom this school must look at itself, since it has carers of its own.</param>
/// <param name="LeftOut">How many other rows are not taken beside what is here, by their noun: see <see cref="Transfers.LeftOut"/>.</param>
/// <param name="IsHere">This very package was read in before: nothing is changed.</param>
public sealed record TakingInReport(
    Id<Pupil> PupilId, string PupilName, bool IsNewPupil, IReadOnlyList<AgreedAction> OpenActions, IReadOnlyDictionary<string, int> Added, int Already,
    IReadOnlyList<string> CarersLeftOut, IReadOnlyDictionary<string, int> LeftOut, bool IsHere);

/// <summary>Takes one file in, as a document's file is always taken in: looked at, scanned, on the disk before this returns.</summary>
public delegate Task<Result<ReceivedFile>> KeepFile(Stream content, string name, CancellationToken cancel);

/// <summary>
/// Reads another school's record of a pupil in: who wrote what and when stays as it was, what is to do gets an owner here, and all of
/// it is saved at once or nothing is. What is here already is never overwritten.
/// </summary>
public sealed class TakingIn(KeptDb db, Viewer viewer, IClock clock)
{
    private readonly StoredRows stored = new(db);
    private readonly List<AgreedAction> open = [];
    private readonly List<string> carersLeftOut = [];
    private readonly Dictionary<string, int> added = [];
    private readonly Dictionary<string, int> leftOut = [];
    private LocalIds ids = new(default, default);
    private int already;

    private Instant Now { get; } = clock.GetCurrentInstant();

    private LocalDate Today => Now.InZone(Domain.Schools.School.Zone).Date;

    /// <summary>The field of a refusal that is about who shall own this action.</summary>
    public static string OwnerFieldOf(Id<AgreedAction> action) => $"Owner-{action}";

    /// <summary>What it would do. Nothing is saved.</summary>
    public async Task<Result<TakingInReport>> CheckAsync(OpenedPackage package, CancellationToken cancel)
    {
        var report = await FillAsync(package, cancel);
        db.ChangeTracker.Clear();
        return report;
    }

    /// <param name="package">As it was opened and found to fit.</param>
    /// <param name="content">The package, of which the documents' files are read.</param>
    /// <param name="keep">Takes a file in.</param>
    /// <param name="ownerOf">Who shall own an action that is still to do; null where nobody was chosen.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<TakingInReport>> SaveAsync(
        OpenedPackage package, Stream content, KeepFile keep, Func<AgreedAction, Id<Person>?> ownerOf, CancellationToken cancel)
    {
        if (!(await FillAsync(package, cancel)).Allowed(out var report, out var refused))
        {
            return refused;
        }

        if (report.IsHere)
        {
            db.ChangeTracker.Clear();
            return report;
        }

        List<ILedgerEvent> happened = [new RecordReceived(report.PupilId, new Id<ReceivedRecord>(package.Manifest.Id))];
        if (!(await GiveAsync(package, report.PupilId, ownerOf, cancel)).Allowed(out var given, out refused))
        {
            db.ChangeTracker.Clear();
            return refused;
        }

        // The files first, so that no row ever names one that is not there; a file that no row names harms nobody.
        var documents = db.ChangeTracker.Entries<DocumentVersion>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        if (await new ReceivedFiles(content, keep).KeepAsync(documents, cancel) is { } notTaken)
        {
            db.ChangeTracker.Clear();
            return notTaken;
        }

        Keep(package, report.PupilId);
        var people = db.ChangeTracker.Entries<Person>().Count(e => e.State is EntityState.Added);
        happened.AddRange(given);
        if (people > 0)
        {
            happened.Add(new PeopleImported(people));
        }

        return await new VisibleRecord(db, viewer, clock).SaveAsync(happened, cancel) is { } changed ? changed : report;
    }

    private async Task<Result<TakingInReport>> FillAsync(OpenedPackage package, CancellationToken cancel)
    {
        open.Clear();
        carersLeftOut.Clear();
        added.Clear();
        leftOut.Clear();
        already = 0;
        var manifest = package.Manifest;
        if (manifest.Safeguarding && !Manifest.IsForSafeguarding(viewer))
        {
            return new Refusal("This is a safeguarding package. Only a safeguarding lead or deputy of this school reads it in");
        }

        if (new RowCheck(stored, package).Refusal() is { } unknown)
        {
            return unknown;
        }

        var ours = await db.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == manifest.Upn, cancel);
        if (ours is null && manifest.Safeguarding)
        {
            return new Refusal($"No pupil of this school has the UPN {manifest.Upn}. Read the pupil’s record in first, then the safeguarding package");
        }

        var packed = package.Rows.FirstOrDefault(r => r.Noun == "pupil" && r.Id == manifest.Chain);
        if (!manifest.Safeguarding && packed?.Row.GetProperty("upn").GetString() != manifest.Upn)
        {
            return new Refusal($"This package cannot be taken in: in {PackageFiles.Rows}, there is no pupil with the UPN that {Manifest.FileName} says");
        }

        ids = new LocalIds(viewer.SchoolId.Value, manifest.SchoolId);
        ids.Name(manifest.Chain);
        if (ours is not null)
        {
            ids.Call(manifest.Chain, ours.Id.Value);
        }

        var pupil = new Id<Pupil>(ids.Of(manifest.Chain));
        var isHere = await db.ReceivedRecords.AnyAsync(r => r.Id == new Id<ReceivedRecord>(manifest.Id), cancel);
        if (!isHere)
        {
            if (ours is null)
            {
                AddPupil(packed!);
            }

            await AddPeopleAsync(package, cancel);
            if (await AddRowsAsync(package, pupil, cancel) is { } missing)
            {
                db.ChangeTracker.Clear();
                return missing;
            }

            await LeaveTheFamilysAsync(pupil, cancel);
        }

        return new TakingInReport(
            pupil, ours?.Name ?? manifest.Pupil, ours is null, [.. open], added.ToDictionary(), already, [.. carersLeftOut], leftOut.ToDictionary(), isHere);
    }

    /// <summary>Their class was the other school's.</summary>
    private void AddPupil(PackedRow packed) => Add(packed, new Dictionary<string, object?>
    {
        [nameof(Pupil.SchoolId)] = viewer.SchoolId,
        [nameof(Pupil.ClassName)] = null,
        [nameof(Pupil.LeftOn)] = null
    });

    private async Task AddPeopleAsync(OpenedPackage package, CancellationToken cancel)
    {
        var named = package.People.Select(p => new Id<Person>(p.Id)).ToList();
        var known = (await db.People.Where(p => named.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var packed in package.People.Where(p => !known.Contains(new Id<Person>(p.Id))))
        {
            var person = Person.Received(new Id<Person>(packed.Id), viewer.SchoolId, Words.Read<PersonKind>(packed.Kind), packed.Title, packed.GivenName, packed.FamilyName).OrThrow();
            var job = person.Kind is PersonKind.Elsewhere ? $"{(packed.Job is null ? "" : $"{packed.Job}, ")}{package.Manifest.School}" : packed.Job;
            person.Describe(initials: null, packed.Email, packed.Phone, job?.Length > Person.JobMaxLength ? job[..Person.JobMaxLength] : job);
            db.Add(person);
        }
    }

    /// <summary>Why one of them has no place here; null once all are added.</summary>
    private async Task<Refusal?> AddRowsAsync(OpenedPackage package, Id<Pupil> pupil, CancellationToken cancel)
    {
        var here = new RowsHere(db, stored, ids, pupil);
        var rows = await here.NewAsync([.. package.Rows.Where(r => r.Noun != "pupil")], cancel);
        already = here.Already;
        if (await here.UnlinkedAsync(rows, cancel) is { } unlinked)
        {
            return unlinked;
        }

        var instead = new Dictionary<string, object?> { [nameof(IAboutPupil.SchoolId)] = viewer.SchoolId };
        var made = rows.ConvertAll(row => (row.Noun, Entry: stored.Make(stored.NounOf(row.Noun)!, row.Row, ids, instead)));
        var hasCarers = await db.Relationships.AnyAsync(t => t.PupilId == pupil, cancel);
        var plans = await db.Plans.Where(p => p.PupilId == pupil).Select(p => p.Kind).ToListAsync(cancel);
        var left = new LeftOut(hasCarers, plans.ToHashSet(), here.Here).Of([.. made.Select(m => m.Entry)]);
        foreach (var (noun, entry) in made)
        {
            if (left.Contains(entry.Entity))
            {
                Leave(noun, entry, package);
                continue;
            }

            Add(noun, entry);
            if (entry.Entity is AgreedAction { Status: not ActionStatus.Done } action)
            {
                open.Add(action);
            }
            else if (entry.Entity is DocumentVersion version)
            {
                db.Add(DocumentText.For(version)); // Its words are read here again.
            }
        }

        return null;
    }

    private void Leave(string noun, EntityEntry entry, OpenedPackage package)
    {
        if (entry.Entity is Relationship tie)
        {
            var carer = package.People.First(p => p.Id == tie.CarerId.Value);
            carersLeftOut.Add($"{string.Join(' ', new[] { carer.Title, carer.GivenName, carer.FamilyName }.Where(part => !string.IsNullOrEmpty(part)))}, {tie.Kind}");
        }
        else
        {
            leftOut[noun] = leftOut.GetValueOrDefault(noun) + 1;
        }
    }

    /// <summary>What the family still has to do stays with the family; everything else needs somebody of this school.</summary>
    private async Task LeaveTheFamilysAsync(Id<Pupil> pupil, CancellationToken cancel)
    {
        var family = await db.Relationships.Where(t => t.PupilId == pupil).Select(t => t.CarerId).ToListAsync(cancel);
        family.AddRange(db.ChangeTracker.Entries<Relationship>().Where(t => t.State is EntityState.Added).Select(t => t.Entity.CarerId));
        open.RemoveAll(action => family.Contains(action.OwnerId));
    }

    private void Add(PackedRow row, IReadOnlyDictionary<string, object?> instead) => Add(row.Noun, stored.Make(stored.NounOf(row.Noun)!, row.Row, ids, instead));

    private void Add(string noun, EntityEntry entry)
    {
        entry.State = EntityState.Added;
        added[noun] = added.GetValueOrDefault(noun) + 1;
    }

    private async Task<Result<List<ActionReassigned>>> GiveAsync(OpenedPackage package, Id<Pupil> pupil, Func<AgreedAction, Id<Person>?> ownerOf, CancellationToken cancel)
    {
        List<ActionReassigned> given = [];
        var owners = await new VisibleRecord(db, new OperatorViewer(viewer.SchoolId), clock).OwnersAsync(pupil, cancel);
        foreach (var action in open)
        {
            var owner = owners.FirstOrDefault(o => o.Owner.PersonId == ownerOf(action))?.Owner;
            if (owner is not null && owner.PersonId == action.OwnerId)
            {
                continue; // It comes home to somebody who has it already.
            }

            if (!action.GiveTo(owner, $"Came with the record from {package.Manifest.School}", Today, Now).Allowed(out var happened, out var refused))
            {
                return refused with { Sentence = $"{refused.Sentence} (“{action.What}”)", Field = OwnerFieldOf(action.Id) };
            }

            given.Add(happened);
        }

        return given;
    }

    private void Keep(OpenedPackage package, Id<Pupil> pupil)
    {
        var id = new Id<ReceivedRecord>(package.Manifest.Id);
        db.Add(new ReceivedRecord
        {
            Id = id,
            SchoolId = viewer.SchoolId,
            PupilId = pupil,
            FromSchool = package.Manifest.School,
            MadeAt = InstantPattern.ExtendedIso.Parse(package.Manifest.MadeAt).Value,
            ReceivedAt = Now,
            Visibility = package.Manifest.Safeguarding ? Visibility.Safeguarding : Visibility.SendTeam,
            Digest = package.Digest
        });
        db.Add(new ReceivedPackage { Id = id, SchoolId = viewer.SchoolId, Content = package.Record });
    }
}
