using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>The roles that somebody holds; for a class role, of which classes.</summary>
public sealed class RolesForm
{
    [Display(Name = "Roles")]
    public List<StaffRole> Roles { get; set; } = [];

    [Display(Name = "Class teacher of", Description = "A class, or several with commas: 5E, 5F")]
    public string? ClassTeacherOf { get; set; }

    [Display(Name = "Form tutor of", Description = "A class, or several with commas: 9G")]
    public string? FormTutorOf { get; set; }

    [Display(Name = "Teaching assistant in", Description = "A class, or several with commas. Leave empty for one who works with single pupils: make them a key adult of each")]
    public string? TeachingAssistantOf { get; set; }

    public static RolesForm Of(IReadOnlyCollection<RoleHeld> held) => new()
    {
        Roles = [.. held.Select(h => h.Role).Distinct()],
        ClassTeacherOf = Classes(held, StaffRole.ClassTeacher),
        FormTutorOf = Classes(held, StaffRole.FormTutor),
        TeachingAssistantOf = Classes(held, StaffRole.TeachingAssistant)
    };

    /// <summary>
    /// What is asked for. A role that this viewer may not give was shown but could not be ticked or unticked, so it stays as it is.
    /// </summary>
    public IReadOnlyCollection<RoleWanted> Wanted(Viewer by, IEnumerable<RoleHeld> held)
    {
        var outOfReach = held.Where(h => !RoleGrants.MayGive(by, h.Role)).Select(h => new RoleWanted(h.Role, h.ClassName));
        return [.. Roles.Distinct().SelectMany(Wanted).Concat(outOfReach).Distinct()];
    }

    private IEnumerable<RoleWanted> Wanted(StaffRole role)
    {
        var typed = role switch
        {
            StaffRole.ClassTeacher => ClassTeacherOf,
            StaffRole.FormTutor => FormTutorOf,
            StaffRole.TeachingAssistant => TeachingAssistantOf,
            _ => null
        };
        var classes = (typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Text.Tidy).OfType<string>().Distinct().ToList();
        return classes.Count == 0 ? [new RoleWanted(role)] : classes.Select(c => new RoleWanted(role, c));
    }

    private static string? Classes(IEnumerable<RoleHeld> held, StaffRole role) =>
        Text.Tidy(string.Join(", ", held.Where(h => h.Role == role && h.ClassName is not null).Select(h => h.ClassName)));
}
