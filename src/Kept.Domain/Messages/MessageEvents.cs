using Kept.Domain.Ledger;
using Kept.Domain.Pupils;

namespace Kept.Domain.Messages;

public sealed record ThreadStarted(Id<Pupil> PupilId, Id<MessageThread> ThreadId) : IRecordEvent
{
    public string Kind => "thread-started";
}

public sealed record MessageSent(Id<Pupil> PupilId, Id<Message> MessageId) : IRecordEvent
{
    public string Kind => "message-sent";
}

public sealed record ThreadClosed(Id<Pupil> PupilId, Id<MessageThread> ThreadId) : IRecordEvent
{
    public string Kind => "thread-closed";
}

public sealed record ThreadPassedOn(Id<Pupil> PupilId, Id<MessageThread> ThreadId) : IRecordEvent
{
    public string Kind => "thread-passed-on";
}

/// <summary>An entry of the log was made of a message.</summary>
public sealed record MessageLogged(Id<Pupil> PupilId, Id<Message> MessageId) : IRecordEvent
{
    public string Kind => "message-logged";
}
