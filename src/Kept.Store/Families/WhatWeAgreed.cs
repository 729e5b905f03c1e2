using System.Linq.Expressions;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Actions;
using Kept.Store.Translating;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>Everything a carer reads about one child, at one moment.</summary>
/// <param name="ChildName">As the child is called.</param>
/// <param name="Still">What is to be done or waits, the nearest day first.</param>
/// <param name="Done">The latest first.</param>
public sealed record WhatWeAgreed(
    string ChildName, IReadOnlyList<Agreement> Still, IReadOnlyList<Agreement> Done, IReadOnlyList<MeetingShared> Meetings, IReadOnlyList<PlanShared> Plans,
    IReadOnlyList<ConversationShared> Conversations)
{
    /// <summary>What the reader said is not working, the latest first. Nobody else in the family reads it.</summary>
    public IReadOnlyList<OwnConcern> Concerns { get; init; } = [];

    /// <summary>There is more than is shown: only the latest of each are.</summary>
    public bool IsCut { get; init; }

    /// <summary>What of it the school wrote, to be translated for who reads another language.</summary>
    public IEnumerable<WrittenText> Texts =>
    [
        .. Still.Concat(Done).Select(a => a.Text), .. Conversations.SelectMany(talk => talk.Texts), .. Concerns.Select(c => c.AnswerText).OfType<WrittenText>(),
        .. Concerns.Select(c => c.WhatText).OfType<WrittenText>()
    ];

    public bool IsEmpty => Still.Count + Done.Count + Meetings.Count + Plans.Count + Conversations.Count + Concerns.Count == 0;
}

/// <summary>Whose promise it is, as the reader says it.</summary>
public enum OwnerShared
{
    School,
    You,
    SomebodyInTheFamily
}

/// <summary>One promise.</summary>
/// <param name="OwnerName">Null for anybody in the family.</param>
/// <param name="DueOn">For one that waits, the day to look again.</param>
public sealed record Agreement(
    Id<AgreedAction> Id, string What, OwnerShared Owner, string? OwnerName, LocalDate DueOn, ActionStatus Status, LocalDate? DoneOn, string? WhatChanged, Instant TouchedAt)
{
    public WrittenText Text => Texts.Of(Id, What);

    /// <summary>Each change of its day, the latest first: that it moved and why is never left out.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>What the reader has said of it since it was done; null for nothing yet (rule 14). Another carer's answer is theirs alone.</summary>
    public OwnAnswer? Answer { get; init; }

    /// <summary>Somebody else says it is done: has it happened?</summary>
    public bool MayBeAnswered => Status is ActionStatus.Done && Owner is not OwnerShared.You;

    /// <summary>Somebody else has it to do, and the reader may say that it is not working.</summary>
    public bool MayNotBeWorking => Status is not ActionStatus.Done && Owner is not OwnerShared.You;

    public bool IsLateOn(LocalDate today) => Status.IsOpen() && DueOn < today;

    /// <summary>Another carer is not named: where and with whom the other parent is, is not said to this one, on no page and in no letter.</summary>
    public static OwnerShared Whose(Id<Person> person, bool isCarer, Id<Person> reader) =>
        person == reader ? OwnerShared.You : isCarer ? OwnerShared.SomebodyInTheFamily : OwnerShared.School;

    public static Agreement Of(ActionRow row, Id<Person> reader)
    {
        var owner = Whose(row.OwnerId, row.OwnerKind is PersonKind.Carer, reader);
        return new Agreement(row.Id, row.What, owner, owner is OwnerShared.School ? row.OwnerName : null, row.DueOn, row.Status, row.DoneOn, row.WhatChanged, row.TouchedAt);
    }
}

/// <summary>One promise as a carer takes it home.</summary>
/// <param name="ChildName">As the child is called.</param>
/// <param name="Receipt">Null where the ledger does not tell of it as it stands now.</param>
public sealed record AgreementReceipt(string ChildName, Agreement Agreement, Receipt? Receipt);

/// <param name="What">The promise it is about; null for something else.</param>
/// <param name="Enquiry">Its clock and its answer.</param>
public sealed record OwnConcern(Id<AgreedAction>? ActionId, string? What, ConcernAbout About, string? Words, Instant At, Enquiry Enquiry)
{
    public WrittenText? AnswerText => Texts.Of(Enquiry.Id, Enquiry.Answer);

    public WrittenText? WhatText => ActionId is { } id && What is { } what ? Texts.Of(id, what) : null;
}

/// <param name="IsTheirOwn">Whether they wrote it themselves, and not somebody whom they told.</param>
public sealed record OwnAnswer(FamilySays Says, string? Missing, Instant At, bool IsTheirOwn);

/// <param name="Kind">The stored word of the event: "action-moved".</param>
public sealed record Shift(string Kind, LocalDate? From, LocalDate? To, string? Reason);

/// <param name="At">When it is planned to begin; of one that was held, when it began.</param>
/// <param name="Until">When it ended; null for one to come, and where nobody wrote it down.</param>
public sealed record MeetingShared(Id<Meeting> Id, MeetingKind Kind, LocalDate On, LocalTime At, LocalTime? Until, string? Place, MeetingStatus Status)
{
    /// <summary>A meeting as the family is told of it.</summary>
    internal static readonly Expression<Func<Meeting, MeetingShared>> Of = m => new MeetingShared(
        m.Id, m.Kind, m.On, m.Status == MeetingStatus.Held && m.StartedAt != null ? m.StartedAt.Value : m.At, m.Status == MeetingStatus.Held ? m.EndedAt : null, m.Place, m.Status);

    internal static readonly Func<Meeting, MeetingShared> Told = Of.Compile();

    public bool IsToComeOn(LocalDate today) => Status is MeetingStatus.Planned or MeetingStatus.Running && On >= today;
}

/// <summary>A plan as it was last published: publishing is what gives it to the family.</summary>
public sealed record PlanShared(Id<SupportPlan> Id, PlanKind Kind, int Number, Instant PublishedAt, LocalDate? ReviewOn);

/// <summary>What was said, as the record now has it.</summary>
/// <param name="Version">How often it was written: 1 where it was never corrected.</param>
public sealed record ConversationShared(Id<LogEntry> Id, LocalDate On, Channel Channel, string Issue, string? Said, string? Note, int Version)
{
    public IReadOnlyList<WrittenText> Texts => [.. Translating.Texts.Of(Id, Issue, Said, Note)];

    /// <summary>What it said before, the latest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];
}

/// <summary>What a conversation said until somebody corrected it, and why (rule 4).</summary>
public sealed record Correction(int Number, LocalDate On, string Issue, string? Said, string? Note, Instant At, string Reason);
