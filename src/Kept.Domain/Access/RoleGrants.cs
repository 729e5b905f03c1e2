using Kept.Domain.People;

namespace Kept.Domain.Access;

/// <summary>A role as it is asked for: with the class, where it is for one.</summary>
public sealed record RoleWanted(StaffRole Role, string? ClassName = null);

/// <summary>What changes in the roles that somebody holds.</summary>
public sealed record RolesChange(IReadOnlyList<RoleHeld> Given, IReadOnlyList<RoleHeld> Taken, RolesChanged Happened);

/// <summary>
/// Who gives which role. Nobody gives more than they could see themselves, or the right to run the school's side would be the
/// right to read everything. The safeguarding roles, and head teacher which gives them, come only from a DSL or head teacher.
/// </summary>
public static class RoleGrants
{
    public const string FieldName = "Roles";

    public static bool MayGive(Viewer by, StaffRole role) => by switch
    {
        OperatorViewer => true,
        StaffViewer staff when IsGuarded(role) => staff.Sight.MayRunSchool && staff.Roles.Any(r => r is StaffRole.Dsl or StaffRole.HeadTeacher),
        StaffViewer staff => staff.Sight.MayRunSchool && Covers(staff.Sight, Sight.Of([role])),
        _ => false
    };

    /// <summary>
    /// Whether somebody may do what amounts to taking another's place: change the email they sign in with, invite them, or
    /// mark them as left.
    /// </summary>
    public static bool MayManage(Viewer by, IEnumerable<StaffRole> held) =>
        by is OperatorViewer or StaffViewer { Sight.MayRunSchool: true } && held.All(role => MayGive(by, role));

    public static Refusal? RefusalToManage(Viewer by, Person person, IEnumerable<StaffRole> held) =>
        MayManage(by, held) ? null : new Refusal($"{person.Name} holds a role that you cannot give. {WhoGives(held.First(role => !MayGive(by, role)))}");

    /// <summary>"Only a head teacher or DSL gives this role".</summary>
    public static string WhoGives(StaffRole role) => IsGuarded(role)
        ? "Only the head teacher, or a DSL who runs the school’s side, gives or takes away this role"
        : "Only somebody who may see as much themselves, such as the SENCO or the head teacher, gives or takes away this role";

    /// <param name="by">Who asks.</param>
    /// <param name="person">Whose roles they are.</param>
    /// <param name="held">What they hold now.</param>
    /// <param name="wanted">What they shall hold, all of it.</param>
    /// <param name="othersRunTheSchool">Whether anybody else who can sign in may run the school's side.</param>
    public static Result<RolesChange> Change(
        Viewer by, Person person, IReadOnlyCollection<RoleHeld> held, IReadOnlyCollection<RoleWanted> wanted, bool othersRunTheSchool)
    {
        var shall = wanted.Select(w => w with { ClassName = w.Role.IsForAClass() ? Text.Tidy(w.ClassName) : null }).Distinct().ToList();
        if (shall.Find(w => w.ClassName?.Length > Pupils.Pupil.ClassMaxLength) is { } long_)
        {
            return new Refusal($"“{long_.ClassName}” is too long for the name of a class", FieldName);
        }

        var given = shall.Where(w => !held.Any(h => Is(h, w))).ToList();
        var taken = held.Where(h => !shall.Exists(w => Is(h, w))).ToList();
        foreach (var role in given.Select(g => g.Role).Concat(taken.Select(t => t.Role)).Where(role => !MayGive(by, role)))
        {
            return new Refusal($"You cannot change who is {role.InWords()}. {WhoGives(role)}", FieldName);
        }

        if (!othersRunTheSchool && RunsTheSchool(held.Select(h => h.Role)) && !RunsTheSchool(shall.Select(w => w.Role)))
        {
            return new Refusal($"{person.Name} is the last who may run the school’s side. Give somebody else that role first", FieldName);
        }

        return new RolesChange([.. given.Select(w => Held(person, w))], taken, new RolesChanged(person.Id));
    }

    /// <summary>Marks somebody as left, unless nobody could then run the school's side.</summary>
    public static Result<PersonChanged> Leave(
        Viewer by, Person person, IReadOnlyCollection<RoleHeld> held, NodaTime.LocalDate lastDay, bool othersRunTheSchool)
    {
        if (RefusalToManage(by, person, held.Select(h => h.Role)) is { } refusal)
        {
            return refusal;
        }

        return !othersRunTheSchool && RunsTheSchool(held.Select(h => h.Role))
            ? new Refusal($"{person.Name} is the last who may run the school’s side. Give somebody else that role first")
            : person.Leave(lastDay);
    }

    public static bool RunsTheSchool(IEnumerable<StaffRole> roles) => Sight.Of(roles).MayRunSchool;

    private static bool IsGuarded(StaffRole role) => role is StaffRole.Dsl or StaffRole.DeputyDsl or StaffRole.HeadTeacher;

    private static bool Covers(Sight own, Sight other) =>
        other.MaySee.IsSubsetOf(own.MaySee)
        && (own.AllPupils || !other.AllPupils)
        && (own.MayExport || !other.MayExport)
        && (own.MayPublishPlans || !other.MayPublishPlans)
        && (own.MaySee.Count > 0 || other.MaySee.Count == 0);

    private static bool Is(RoleHeld held, RoleWanted wanted) => held.Role == wanted.Role && held.ClassName == wanted.ClassName;

    private static RoleHeld Held(Person person, RoleWanted wanted) => new()
    {
        Id = Id<RoleHeld>.New(),
        SchoolId = person.SchoolId,
        PersonId = person.Id,
        Role = wanted.Role,
        ClassName = wanted.ClassName
    };
}
