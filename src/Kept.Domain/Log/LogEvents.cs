using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Log;

public sealed record EntryKept(Id<Pupil> PupilId, Id<LogEntry> EntryId) : IRecordEvent
{
    public string Kind => "entry-kept";
}

public sealed record EntryCorrected(Id<Pupil> PupilId, Id<LogEntry> EntryId, string Reason) : IRecordEvent
{
    public string Kind => "entry-corrected";
}

public sealed record EnquiryAcknowledged(Id<Pupil> PupilId, Id<Enquiry> EnquiryId) : IRecordEvent
{
    public string Kind => "enquiry-acknowledged";
}

public sealed record EnquiryAnswered(Id<Pupil> PupilId, Id<Enquiry> EnquiryId) : IRecordEvent
{
    public string Kind => "enquiry-answered";
}
