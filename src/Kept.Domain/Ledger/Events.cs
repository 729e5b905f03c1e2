using Kept.Domain.Pupils;

namespace Kept.Domain.Ledger;

/// <summary>Something that happened, for the ledger. Its <see cref="Kind"/> is stored, so it outlives the class name.</summary>
public interface ILedgerEvent
{
    /// <summary>The stored word: "action-done". Never changed once released.</summary>
    string Kind { get; }
}

/// <summary>Something that happened in one pupil's record: the next link of that pupil's chain.</summary>
public interface IRecordEvent : ILedgerEvent
{
    Id<Pupil> PupilId { get; }
}

/// <summary>Something that happened to the school itself, its people or its calendar: a link of the school's own chain.</summary>
public interface ISchoolEvent : ILedgerEvent;
