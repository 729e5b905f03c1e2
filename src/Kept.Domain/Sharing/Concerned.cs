using Kept.Domain.People;
using NodaTime;

namespace Kept.Domain.Sharing;

/// <summary>A carer of the child that something is about to be shared about: who reads it, and what of theirs the others must not read.</summary>
/// <param name="Places">Where they live and how they are reached, where that must not be known to the others.</param>
/// <param name="Own">What they wrote to the school alone.</param>
public sealed record Concerned(Id<Person> Id, string Name, Relationship Tie, IReadOnlyList<string> Places, IReadOnlyList<string> Own)
{
    public bool ReadsOn(LocalDate day) => Tie.MayBeToldOn(day);
}
