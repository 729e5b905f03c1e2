namespace Kept.Domain.Pupils;

/// <summary>A row about one pupil: its history is a link of that pupil's chain (rule 5).</summary>
public interface IAboutPupil : IBelongsToSchool
{
    Id<Pupil> PupilId { get; }
}
