using Kept.Domain.Pupils;
using Kept.Store.Rolls;

namespace Kept.Web.Imports;

/// <summary>What an import of pupils does or did: counts of all, and names of the first so many.</summary>
public sealed class PupilReport
{
    public const int MostShown = 100;

    private readonly List<string> added = [];
    private readonly List<string> changed = [];
    private readonly List<string> notInFile = [];
    private readonly List<Problem> problems = [];
    private readonly List<Problem> notes = [];

    /// <summary>Pupils read so far, good and bad.</summary>
    public int Pupils { get; private set; }

    public int Carers { get; private set; }

    public int AddedCount { get; private set; }

    public int ChangedCount { get; private set; }

    public int UnchangedCount { get; private set; }

    public int NotInFileCount { get; private set; }

    public int MarkedAsLeft { get; set; }

    /// <summary>False for a preview, and where bad rows kept the whole file from being saved.</summary>
    public bool IsSaved { get; set; }

    public int BadPupils { get; private set; }

    public int ProblemCount { get; private set; }

    public int NoteCount { get; private set; }

    public IReadOnlyList<string> Added => added;

    public IReadOnlyList<string> Changed => changed;

    /// <summary>On roll in Kept and not in the file.</summary>
    public IReadOnlyList<string> NotInTheFile => notInFile;

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<Problem> Notes => notes;

    internal void Read(RollReading reading, IReadOnlyList<Problem> found)
    {
        Pupils++;
        NoteCount += reading.Notes.Count;
        Keep(notes, reading.Notes);
        if (found.Count > 0)
        {
            Bad(found);
        }
    }

    internal void Bad(IReadOnlyList<Problem> found)
    {
        BadPupils++;
        ProblemCount += found.Count;
        Keep(problems, found);
    }

    internal void Taken(RollOutcome outcome)
    {
        var name = $"{outcome.Entry.GivenName} {outcome.Entry.FamilyName}";
        switch (outcome.Effect)
        {
            case RollEffect.Added:
                AddedCount++;
                Keep(added, [name]);
                break;
            case RollEffect.Changed:
                ChangedCount++;
                Keep(changed, [name]);
                break;
            case RollEffect.Unchanged:
                UnchangedCount++;
                break;
        }

        if (outcome.Effect is not RollEffect.Refused)
        {
            Carers += outcome.Entry.Carers.Count;
        }
    }

    internal void NotInFile(Pupil pupil)
    {
        NotInFileCount++;
        Keep(notInFile, [pupil.Name]);
    }

    private static void Keep<T>(List<T> list, IEnumerable<T> more) => list.AddRange(more.Take(Math.Max(0, MostShown - list.Count)));
}
