using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Log;
using Kept.Store.Pupils;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Pupils;

/// <summary>Who a pupil is, for the head of the page.</summary>
public sealed record PupilHead(
    string Name, string YearInWords, string? ClassName, SenProvision Provision, IReadOnlyList<string> Needs, LocalDate? LeftOn, string? Teacher, int Entries, LocalDate? LastContact,
    bool AsksWhoDecides);

/// <summary>A carer, and how they want to be told.</summary>
public sealed record CarerLine(
    Id<Person> Id, string Name, string Kind, string? Phone, string? Email, ContactMethod Method, string? Times, string Language, bool Interpreter, string? Format,
    ContactRestriction Restriction, string? RestrictionReason, LocalDate? RestrictionFrom, LocalDate? RestrictionUntil, bool YoungPersonSaysNo,
    KnownOrNot ParentalResponsibility)
{
    public string LanguageName => Languages.Of(Language).EnglishName;

    public bool IsRestrictedOn(LocalDate day) => Relationship.IsRestricted(Restriction, RestrictionFrom, RestrictionUntil, day);
}

/// <summary>The pupil's page in five statements, each bounded.</summary>
public sealed record PupilRecord(PupilHead Head, PupilGlance Glance, IReadOnlyList<ActionRow> Open, IReadOnlyList<StoryItem> Story, IReadOnlyList<CarerLine> Carers, int Page)
{
    public const int MostPages = 500;
    public const int PageSize = 20;

    private const int MostActions = 200;
    private const int MostCarers = 20;

    public int Pages => PagesFor(Head.Entries);

    public static async Task<PupilRecord?> OfAsync(VisibleRecord record, Id<Pupil> id, SchoolDay day, int page, CancellationToken cancel)
    {
        if (await HeadAsync(record, id, day, cancel) is not { } head)
        {
            return null;
        }

        page = Math.Clamp(page, 1, Math.Max(1, PagesFor(head.Entries)));
        var shown = record.Entries
            .Where(e => e.PupilId == id)
            .OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize);
        var entries = await record.StoryOf(shown).ToListAsync(cancel);
        entries = [.. entries.OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.Id)];
        var actions = await record.Rows(record.Actions
                .Where(a => a.PupilId == id && (ActionFilter.ToDo.Contains(a.Status) || shown.Select(e => (Id<LogEntry>?)e.Id).Contains(a.EntryId)))
                .OrderBy(a => a.DueOn)
                .Take(MostActions))
            .ToListAsync(cancel);

        var byEntry = actions.ToLookup(a => a.EntryId);
        return new PupilRecord(
            head,
            await PupilGlance.OfAsync(record, id, day.Today, cancel),
            [.. actions.Where(a => a.Status is not ActionStatus.Done).OrderBy(a => a.Status is ActionStatus.Parked).ThenBy(a => a.DueOn)],
            [.. entries.Select(e => new StoryItem(e, [.. byEntry[e.Id]], day.Today))],
            await CarersAsync(record, id, cancel),
            page);
    }

    private static int PagesFor(int entries) => Math.Min(MostPages, (entries + PageSize - 1) / PageSize);

    private static async Task<PupilHead?> HeadAsync(VisibleRecord record, Id<Pupil> id, SchoolDay day, CancellationToken cancel)
    {
        var today = day.Today;
        var row = await record.Pupils.AsNoTracking()
            .Where(p => p.Id == id)
            .Select(p => new
            {
                p.PreferredName,
                p.GivenName,
                p.FamilyName,
                p.YearGroup,
                p.ClassName,
                p.Provision,
                p.Needs,
                p.LeftOn,
                p.DateOfBirth,
                p.LeadDecidedOn,
                Teacher = record.Roles
                    .Where(r => r.ClassName == p.ClassName && (r.Role == StaffRole.ClassTeacher || r.Role == StaffRole.FormTutor))
                    .Join(record.People.Where(o => o.LeftOn == null || o.LeftOn >= today), r => r.PersonId, o => o.Id, (r, o) => ((o.Title ?? "") + " " + o.GivenName + " " + o.FamilyName).Trim())
                    .FirstOrDefault(),
                Entries = record.Entries.Count(e => e.PupilId == id),
                Last = record.Entries.Where(e => e.PupilId == id).Max(e => (LocalDate?)e.HappenedOn)
            })
            .FirstOrDefaultAsync(cancel);
        return row is null
            ? null
            : new PupilHead(
                $"{row.PreferredName ?? row.GivenName} {row.FamilyName}", YearGroups.InWords(row.YearGroup), row.ClassName, row.Provision, row.Needs,
                row.LeftOn, row.Teacher, row.Entries, row.Last, Pupil.AsksWhoDecides(row.DateOfBirth, row.YearGroup, row.LeadDecidedOn, day.Today, day.School.Nation));
    }

    private static async Task<IReadOnlyList<CarerLine>> CarersAsync(VisibleRecord record, Id<Pupil> id, CancellationToken cancel) =>
        await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == id)
            .OrderBy(t => t.Priority).ThenBy(t => t.Id)
            .Take(MostCarers)
            .Join(record.People, t => t.CarerId, c => c.Id, (t, c) => new CarerLine(
                c.Id, ((c.Title ?? "") + " " + c.GivenName + " " + c.FamilyName).Trim(), t.Kind, c.Phone, c.Email, t.PreferredMethod, t.PreferredTimes, t.Language,
                t.InterpreterNeeded, t.FormatInWords, t.Restriction, t.RestrictionReason, t.RestrictionFrom, t.RestrictionUntil, t.YoungPersonSaysNo,
                t.ParentalResponsibility))
            .ToListAsync(cancel);
}
