using Kept.Domain.Access;
using Kept.Domain.People;

namespace Kept.Web.Features.Staff.Settings.People;

/// <summary>Roles in the words of a settings page: what each one lets its holder see.</summary>
public static class RoleWords
{
    /// <summary>"SENCO, class teacher of 5E"; "No role yet" for none.</summary>
    public static string Of(IEnumerable<(StaffRole Role, string? ClassName)> held)
    {
        var words = string.Join(", ", held.Select(h => h.ClassName is null ? h.Role.InWords() : $"{h.Role.InWords()} of {h.ClassName}"));
        return words.Length == 0 ? "No role yet" : Capital(words);
    }

    /// <summary>Read from the rules themselves, so that it cannot say what is not so.</summary>
    public static string WhatItSees(StaffRole role)
    {
        var sight = Sight.Of([role]);
        var sees = sight switch
        {
            { MaySee.Count: 0 } => "Sees no pupil’s record",
            { AllPupils: false } => "Sees pupils of their class, and others they are a key adult of",
            _ when sight.MaySee.Contains(Visibility.Safeguarding) => "Sees every pupil’s record, safeguarding included",
            _ when sight.MaySee.Contains(Visibility.SendTeam) => "Sees every pupil’s record, except safeguarding",
            _ when sight.MaySee.Contains(Visibility.Staff) => "Sees what staff share about every pupil",
            _ => "Sees what is shared with families, of every pupil"
        };
        return sight.MayRunSchool ? $"{sees}; runs the school’s side" : sees;
    }

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
