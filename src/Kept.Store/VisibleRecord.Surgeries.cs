using Kept.Domain.Meetings;

namespace Kept.Store;

/// <summary>Protected time is about no pupil: everybody at the school may know when it is, and nobody by whom it was taken.</summary>
public sealed partial class VisibleRecord
{
    public IQueryable<Surgery> Surgeries => db.Set<Surgery>();

    /// <summary>When colleagues lead meetings to come, whoever those are about: to be asked for the times alone.</summary>
    internal IQueryable<Meeting> MeetingsLed => db.Meetings.Where(m => m.Status == MeetingStatus.Planned || m.Status == MeetingStatus.Running);

    /// <summary>Which slots are taken, whoever took them: to be asked for the times alone.</summary>
    internal IQueryable<Meeting> SlotsTaken => MeetingsLed.Where(m => m.SurgeryId != null);
}
