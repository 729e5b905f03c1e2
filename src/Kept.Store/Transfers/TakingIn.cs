using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Transfers;
using Kept.Store.Actions;
using Kept.Store.Conventions;
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
/// <param name="IsHere">This very package was read in before: nothing is changed.</param>
public sealed record TakingInReport(
    Id<Pupil> PupilId, string PupilName, bool IsNewPupil, IReadOnlyList<AgreedAction> OpenActions, IReadOnlyDictionary<string, int> Added, int Already,
    IReadOnlyList<string> CarersLeftOut, bool IsHere);

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
    private LocalIds ids = new(default, default);
    private int already;

    private Instant Now { get; } = clock.GetCurrentInstant();

    private LocalDate Today => Now.InZone(Domain.Schools.School.Zone).Date;

    /// <summary>What it would do. Nothing is saved.</summary>
    public async Task<Result<TakingInReport>> CheckAsync(OpenedPackage package, CancellationToken cancel)
    {
        var report = await FillAsync(package, cancel);
        db.ChangeTracker.Clear();
        return report;
    }

    /// <param name="package">As it was opened and found to fit.</param>
    /// <param name="content">The package byte for byte.</param>
    /// <param name="ownerOf">Who shall own an action that is still to do; null where nobody was chosen.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<TakingInReport>> SaveAsync(OpenedPackage package, byte[] content, Func<AgreedAction, Id<Person>?> ownerOf, CancellationToken cancel)
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

        Keep(package, content, report.PupilId);
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
        var manifest = package.Manifest;
        if (manifest.Safeguarding && !Manifest.IsForSafeguarding(viewer))
        {
            return new Refusal("This is a safeguarding package. Only a safeguarding lead or deputy of this school reads it in");
        }

        if (package.Rows.FirstOrDefault(r => stored.NounOf(r.Noun) is not { } type || StoredRows.Unknown(type, r.Row) is not null) is { } later)
        {
            return new Refusal($"This package was made by a later version of Kept, which knows of {later.Noun} what this one does not. Bring this Kept up to date first");
        }

        var here = await db.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == manifest.Upn, cancel);
        if (here is null && manifest.Safeguarding)
        {
            return new Refusal($"No pupil of this school has the UPN {manifest.Upn}. Read the pupil’s record in first, then the safeguarding package");
        }

        var packed = package.Rows.FirstOrDefault(r => r.Noun == "pupil" && r.Id == manifest.Chain);
        ids = new LocalIds(viewer.SchoolId.Value, manifest.SchoolId);
        ids.Name(manifest.Chain);
        if (here is not null)
        {
            ids.Call(manifest.Chain, here.Id.Value);
        }

        var pupil = new Id<Pupil>(ids.Of(manifest.Chain));
        var isHere = await db.ReceivedRecords.AnyAsync(r => r.Id == new Id<ReceivedRecord>(manifest.Id), cancel);
        if (!isHere)
        {
            if (here is null)
            {
                AddPupil(packed!);
            }

            await AddPeopleAsync(package, cancel);
            await AddRowsAsync(package, pupil, hasCarers: await db.Relationships.AnyAsync(t => t.PupilId == pupil, cancel), cancel);
            await LeaveTheFamilysAsync(pupil, cancel);
        }

        return new TakingInReport(pupil, here?.Name ?? manifest.Pupil, here is null, [.. open], added, already, carersLeftOut, isHere);
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

    private async Task AddRowsAsync(OpenedPackage package, Id<Pupil> pupil, bool hasCarers, CancellationToken cancel)
    {
        var rows = await NewAsync([.. package.Rows.Where(r => r.Noun != "pupil")], pupil, cancel);
        var instead = new Dictionary<string, object?> { [nameof(IAboutPupil.SchoolId)] = viewer.SchoolId };
        foreach (var row in rows)
        {
            var entry = stored.Make(stored.NounOf(row.Noun)!, row.Row, ids, instead);
            if (entry.Entity is Relationship tie && hasCarers && tie.Restriction is ContactRestriction.None)
            {
                // Two families' contacts are never taken to be one by a name: somebody of this school looks at them (decision 13).
                var carer = package.People.First(p => p.Id == tie.CarerId.Value);
                carersLeftOut.Add($"{string.Join(' ', new[] { carer.Title, carer.GivenName, carer.FamilyName }.Where(part => !string.IsNullOrEmpty(part)))}, {tie.Kind}");
                continue;
            }

            Add(row.Noun, entry);
            if (entry.Entity is AgreedAction { Status: not ActionStatus.Done } action)
            {
                open.Add(action);
            }
        }
    }

    /// <summary>Those that are not here yet. Each gets its id here first, since rows name one another.</summary>
    private async Task<List<PackedRow>> NewAsync(IReadOnlyList<PackedRow> packed, Id<Pupil> pupil, CancellationToken cancel)
    {
        List<PackedRow> missing = [];
        foreach (var noun in packed.GroupBy(r => r.Noun))
        {
            var ours = await OursAsync(noun.Key, pupil, cancel);
            foreach (var row in noun)
            {
                if (ours.Find(id => ids.IsTheSame(id, row.Id)) is var found && found != default)
                {
                    ids.Call(row.Id, found);
                    already++;
                }
                else
                {
                    ids.Name(row.Id);
                    missing.Add(row);
                }
            }
        }

        return missing;
    }

    /// <summary>The pupil's rows of this noun that are here already.</summary>
    private async Task<List<Guid>> OursAsync(string noun, Id<Pupil> pupil, CancellationToken cancel)
    {
        var rows = RecordedRows.Of(db).Single(r => r.Noun == noun);
        List<Guid> ours = [];
        await foreach (var row in rows.InAsync(db, [pupil.Value]).WithCancellation(cancel))
        {
            ours.Add(rows.IdOf(row));
        }

        return ours;
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
            if (!action.GiveTo(owner, $"Came with the record from {package.Manifest.School}", Today, Now).Allowed(out var happened, out var refused))
            {
                return refused with { Sentence = $"{refused.Sentence} (“{action.What}”)" };
            }

            given.Add(happened);
        }

        return given;
    }

    private void Keep(OpenedPackage package, byte[] content, Id<Pupil> pupil)
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
        db.Add(new ReceivedPackage { Id = id, SchoolId = viewer.SchoolId, Content = content });
    }
}
