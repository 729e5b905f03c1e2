namespace Kept.Domain.Coach;

/// <summary>What kind of person can own an action.</summary>
public enum OwnerKind
{
    Staff,
    Carer,
    Professional
}

/// <summary>Somebody whom a line may name: staff of the school, and this pupil's carers and professionals.</summary>
/// <param name="Reference">The caller's own key for the person, given back with the reading; may be empty.</param>
/// <param name="Name">As they are called at school, with the title: "Mrs Amina Khan".</param>
/// <param name="Initials">As staff sign things: "AK"; null where none are used.</param>
/// <param name="Roles">In the school's words, lower case except where capitals are usual: "SENCO", "class teacher", "mother".</param>
/// <param name="Classes">The classes that a class role is held for: "5E".</param>
public sealed record RosterPerson(
    string Reference,
    OwnerKind Kind,
    string Name,
    string? Initials,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Classes);
