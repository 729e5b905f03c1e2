using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.MovingUp;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A pupil who is still to move.</summary>
/// <param name="IsOpen">Something is agreed and open, a plan is in force, or the pupil has SEN provision: the next teacher must know.</param>
public sealed record MovingPupil(Id<Pupil> Id, string Name, string Year, string? Class, LocalDate? Born, bool IsOpen);

/// <summary>One class, with what is kept or proposed for it.</summary>
public sealed record PlannedClass(string From, string? To, Id<Person>? Teacher, int Pupils, int Open);

/// <summary>
/// The whole move as it would be carried out now. What is kept is taken, and what is not is proposed: so that the first look already
/// shows a plan.
/// </summary>
internal sealed record MoveUpPlan(
    YearMove? Move, AcademicYear Into, string? TopYear, LocalDate LastDay, IReadOnlyList<MovingPupil> Pupils, IReadOnlyList<PlannedClass> Classes,
    IReadOnlyList<PossibleOwner> Staff, ILookup<string, Id<Person>> TeachersNow)
{
    /// <summary>More than any school has; the bound is for the query's sake.</summary>
    private const int MostPupils = 10_000;

    public IEnumerable<MovingPupil> Leavers => Pupils.Where(p => p.Year == TopYear);

    public IEnumerable<MovingPupil> MovingOn => Pupils.Where(p => p.Year != TopYear && YearGroups.After(p.Year) is not null);

    /// <summary>Changes with everything that the plan says, and with nothing else.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [TopYear ?? "", LastDay.InWords(), .. Classes.Select(c => $"{c.From}\t{c.To}\t{c.Teacher}")]))))[..16];

    public LocalDate MayStartFrom => YearMove.StartsFrom(Into);

    public PossibleOwner? Person(Id<Person>? id) => Staff.FirstOrDefault(o => o.Owner.PersonId == id);

    public static async Task<MoveUpPlan> OfAsync(VisibleRecord record, SchoolDay day, CancellationToken cancel)
    {
        var into = YearMove.YearFor(day.Today);
        var move = await record.YearMoves.FirstOrDefaultAsync(m => m.Into == into.Starts, cancel);
        var kept = move is null ? [] : await record.ClassMoves.AsNoTracking().Where(l => l.YearMoveId == move.Id).ToDictionaryAsync(l => l.From, cancel);
        var pupils = await PupilsAsync(record, move?.Id, cancel);
        var staff = (await record.OwnersAsync(pupil: null, cancel))
            .Where(o => o.Owner.Kind is PersonKind.Staff && o.Owner.MaySee(Visibility.Staff)).ToList();
        var teachers = (await record.Roles.AsNoTracking()
            .Where(r => r.ClassName != null && (r.Role == StaffRole.ClassTeacher || r.Role == StaffRole.FormTutor))
            .OrderBy(r => r.Role).ThenBy(r => r.Id)
            .Select(r => new { r.ClassName, r.PersonId })
            .ToListAsync(cancel)).ToLookup(r => r.ClassName!, r => r.PersonId);
        var top = move is null ? TopOf(pupils) : move.TopYear;
        var classes = pupils.Where(p => p.Class is not null && p.Year != top).GroupBy(p => p.Class!)
            .OrderBy(g => YearGroups.All.ToList().IndexOf(g.First().Year)).ThenBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
            .Select(g => Planned(g.Key, [.. g], kept, Proposed(g.Key, g.First().Year, pupils), teachers, staff, day)).ToList();
        return new MoveUpPlan(move, into, top, move?.LastDay ?? LastDayOf(into.Before, day), pupils, classes, staff, teachers);
    }

    /// <summary>Who is on roll and has not moved in this move.</summary>
    public static IQueryable<Pupil> StillToMove(VisibleRecord record, Id<YearMove>? move) =>
        record.Pupils.Where(p => p.LeftOn == null && !record.PupilMoves.Any(m => m.PupilId == p.Id && m.YearMoveId == move));

    private static async Task<IReadOnlyList<MovingPupil>> PupilsAsync(VisibleRecord record, Id<YearMove>? move, CancellationToken cancel) =>
        await StillToMove(record, move).AsNoTracking()
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Take(MostPupils)
            .Select(p => new MovingPupil(
                p.Id, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.YearGroup, p.ClassName, p.DateOfBirth,
                p.Provision != SenProvision.None || record.Plans.Any(plan => plan.PupilId == p.Id && plan.Current > 0)
                    || record.Actions.Any(a => a.PupilId == p.Id && ActionFilter.ToDo.Contains(a.Status) && a.Visibility != Visibility.Safeguarding)))
            .ToListAsync(cancel);

    private static PlannedClass Planned(
        string from, IReadOnlyList<MovingPupil> pupils, Dictionary<string, ClassMove> kept, string to, ILookup<string, Id<Person>> teachers,
        IReadOnlyList<PossibleOwner> staff, SchoolDay day)
    {
        if (kept.TryGetValue(from, out var line))
        {
            return new PlannedClass(from, line.To, line.TeacherId, pupils.Count, pupils.Count(p => p.IsOpen));
        }

        var here = teachers[to].Where(id => staff.Any(o => o.Owner.PersonId == id && o.Owner.RefusalOn(day.Today, Visibility.Staff) is null)).ToList();
        return new PlannedClass(from, to, here is [var first, ..] ? first : null, pupils.Count, pupils.Count(p => p.IsOpen));
    }

    /// <summary>By its name; where there is no such class, and the year above has one alone, that one: 4K goes to 5E.</summary>
    private static string Proposed(string from, string year, IReadOnlyList<MovingPupil> pupils)
    {
        var (byName, next) = (ClassMove.Next(from), YearGroups.After(year));
        var above = pupils.Where(p => p.Year == next && p.Class is not null).Select(p => p.Class!).Distinct().ToList();
        return above.Contains(byName) || above is not [var only] ? byName : only;
    }

    private static string? TopOf(IReadOnlyList<MovingPupil> pupils) =>
        pupils.Select(p => p.Year).Where(y => y is not "X").OrderByDescending(y => YearGroups.All.ToList().IndexOf(y)).FirstOrDefault();

    private static LocalDate LastDayOf(AcademicYear year, SchoolDay day) =>
        day.Calendar.LastSchoolDay(year.To.PlusDays(1)) is { } last && year.Contains(last) ? last : year.To;

    /// <summary>"1,204".</summary>
    public static string Count(int many) => many.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));
}
