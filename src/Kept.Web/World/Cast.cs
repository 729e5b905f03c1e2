using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Web.World;

/// <summary>A member of staff or a professional, with the roles that decide what they may own and see.</summary>
internal sealed record Adult(Person Person, IReadOnlyList<RoleHeld> Roles)
{
    public Owner Owner => new(Person.Id, Person.Kind, Person.Name, Person.LeftOn, [.. Roles.Select(r => r.Role)]);

    public StaffViewer Viewer => new(
        Person.SchoolId, Person.Id, Person.Name, [.. Roles.Select(r => r.Role).Distinct()], [.. Roles.Select(r => r.ClassName).OfType<string>()]);

    public bool Is(StaffRole role, string? className = null) => Roles.Any(r => r.Role == role && (className is null || r.ClassName == className));
}

/// <summary>A child with their family, and the word for them: he or she.</summary>
internal sealed record Child(Pupil Pupil, bool IsBoy, IReadOnlyList<(Person Carer, Relationship Tie)> Family)
{
    /// <summary>Who may be told, the first to be called first.</summary>
    public IEnumerable<(Person Carer, Relationship Tie)> MayBeTold =>
        Family.Where(f => f.Tie.Restriction is ContactRestriction.None).OrderBy(f => f.Tie.Priority);
}

/// <summary>Everybody at one made-up school.</summary>
internal sealed record Cast(School School, SchoolCalendar Calendar, IReadOnlyList<Adult> Staff, IReadOnlyList<Adult> Professionals, IReadOnlyList<Child> Children)
{
    /// <summary>Who holds a part for this child, by the word that the conversations use: "teacher", "ta", "senco".</summary>
    public Adult Playing(string part, Child child) => part switch
    {
        "teacher" => Of(StaffRole.ClassTeacher, child) ?? Of(StaffRole.FormTutor, child) ?? First(StaffRole.Senco),
        "ta" => Of(StaffRole.TeachingAssistant, child) ?? Playing("teacher", child),
        "pastoral" => First(StaffRole.PastoralLead),
        "attendance" => First(StaffRole.AttendanceLead),
        "office" => First(StaffRole.Office),
        "head" => First(StaffRole.HeadTeacher),
        "leader" => First(StaffRole.SeniorLeader),
        "dsl" => First(StaffRole.Dsl),
        "deputy-dsl" => First(StaffRole.DeputyDsl),
        "senco" => First(StaffRole.Senco),
        "ep" => Outside("educational psychologist"),
        "salt" => Outside("speech and language therapist"),
        "ot" => Outside("occupational therapist"),
        "officer" => Outside("LA case officer"),
        _ => throw new InvalidOperationException($"Nobody plays “{part}”.")
    };

    public Child Named(string name) => Children.First(c => c.Pupil.Name == name);

    private Adult? Of(StaffRole role, Child child) => Staff.FirstOrDefault(a => a.Is(role, child.Pupil.ClassName));

    private Adult First(StaffRole role) => Staff.First(a => a.Is(role));

    private Adult Outside(string job) => Professionals.First(p => p.Person.Job == job);
}
