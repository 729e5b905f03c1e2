using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Documents;

public sealed record DocumentKept(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-kept";
}

public sealed record DocumentChanged(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-changed";
}

public sealed record DocumentReplaced(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-replaced";
}

public sealed record DocumentWithdrawn(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-withdrawn";
}

public sealed record DocumentBroughtBack(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-brought-back";
}

/// <summary>A document was found to be about this pupil too, or no longer.</summary>
public sealed record DocumentPupilsChanged(Id<Pupil> PupilId, Id<Document> DocumentId) : IRecordEvent
{
    public string Kind => "document-pupils-changed";
}
