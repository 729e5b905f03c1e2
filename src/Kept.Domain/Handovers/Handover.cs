using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Handovers;

/// <summary>
/// One pupil, handed by one adult to another of the same school: what matters now, each open action with its next owner, and what
/// is still open with the family. It is not over until the receiving adult has acknowledged every line.
/// </summary>
public sealed partial class Handover : IAboutPupil
{
    public const int WhyMaxLength = 120;

    public required Id<Handover> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Person> FromId { get; init; }
    public required Id<Person> ToId { get; init; }
    public required string Why { get; init; }
    public required Instant GivenAt { get; init; }

    /// <summary>When every line had been acknowledged, or it was withdrawn.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Null unless it was withdrawn.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Raised with every change, also of a line: the last acknowledgement closes it once.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => ClosedAt is null;

    /// <summary>The adult who receives it acknowledges a line; an action goes to its next owner with that.</summary>
    /// <param name="line">Of this handover.</param>
    /// <param name="action">The line's action as it is now; null for any other line.</param>
    /// <param name="next">Who was proposed to own the action, as they are now; null where they can own nothing any more.</param>
    public Result<IReadOnlyList<IRecordEvent>> Acknowledge(
        HandoverLine line, AgreedAction? action, Owner? next, Id<Person> by, LocalDate today, Instant at)
    {
        if (RefusalToReceive(line, by) is { } refused)
        {
            return refused;
        }

        List<IRecordEvent> happened = [new HandoverLineAcknowledged(PupilId, line.Id)];
        if (action is { Status: not ActionStatus.Done } && action.OwnerId != line.ProposedOwnerId)
        {
            if (next is null)
            {
                return new Refusal("The person proposed for this can own it no more. Ask about it, so that somebody else is found");
            }

            if (!action.GiveTo(next, $"Handed over: {Why}", today, at).Allowed(out var given, out refused))
            {
                return refused;
            }

            happened.Add(given);
        }

        line.Acknowledge(at);
        Version++;
        return Result<IReadOnlyList<IRecordEvent>>.Of(happened);
    }

    /// <summary>A line may be asked about in words instead; it stays open until it is acknowledged after all.</summary>
    public Result<HandoverLineQueried> Ask(HandoverLine line, string? words, Id<Person> by, Instant at)
    {
        if (RefusalToReceive(line, by) is { } refused)
        {
            return refused;
        }

        if (Text.Tidy(words) is not { Length: <= HandoverLine.AskedMaxLength } asked)
        {
            return new Refusal($"Say what you want to know, in {HandoverLine.AskedMaxLength} characters or fewer", nameof(HandoverLine.Asked));
        }

        line.Ask(asked, at);
        Version++;
        return new HandoverLineQueried(PupilId, line.Id);
    }

    /// <summary>Anybody who works with the pupil may know the answer; the receiving adult does not answer themselves.</summary>
    public Result<HandoverLineAnswered> Answer(HandoverLine line, string? words, Id<Person> by, Instant at)
    {
        if (!IsOpen || line.HandoverId != Id || !line.WaitsForAnAnswer)
        {
            return new Refusal("Nothing about this line waits for an answer. Reload the page to see what happened");
        }

        if (by == ToId)
        {
            return new Refusal("You asked this yourself. Acknowledge the line when you have what you need");
        }

        if (Text.Tidy(words) is not { Length: <= HandoverLine.AskedMaxLength } answer)
        {
            return new Refusal($"Enter the answer, in {HandoverLine.AskedMaxLength} characters or fewer", nameof(HandoverLine.Answer));
        }

        line.Reply(answer, by, at);
        Version++;
        return new HandoverLineAnswered(PupilId, line.Id);
    }

    /// <summary>Over once nothing waits. Null while anything does.</summary>
    /// <param name="lines">Those that the receiving adult may see now.</param>
    public HandoverAcknowledged? CloseIfDone(IEnumerable<HandoverLine> lines, Instant at)
    {
        if (!IsOpen || lines.Any(l => l.AcknowledgedAt is null))
        {
            return null;
        }

        ClosedAt = at;
        Version++;
        return new HandoverAcknowledged(PupilId, Id);
    }

    /// <summary>A handover given by mistake. What was acknowledged before stays done.</summary>
    public Result<HandoverWithdrawn> Withdraw(string? reason, Viewer by, Instant at)
    {
        if (!IsOpen)
        {
            return new Refusal("This handover is over already. Reload the page to see what happened");
        }

        if (!MayWithdraw(FromId, by))
        {
            return new Refusal("Only who gave it, or the SENCO, can take a handover back");
        }

        if (Text.Tidy(reason) is not { Length: <= WhyMaxLength } why)
        {
            return new Refusal($"Say why it is taken back, in {WhyMaxLength} characters or fewer", nameof(WithdrawnBecause));
        }

        ClosedAt = at;
        WithdrawnBecause = why;
        Version++;
        return new HandoverWithdrawn(PupilId, Id, why);
    }

    /// <summary>Whether the adult's own part is enough, or they run the process.</summary>
    public static bool MayWithdraw(Id<Person> from, Viewer by) =>
        by.PersonId == from || (by is StaffViewer staff && staff.Roles.Any(r => r is StaffRole.Senco or StaffRole.SendLead));

    private Refusal? RefusalToReceive(HandoverLine line, Id<Person> by) =>
        by != ToId ? new Refusal("Only the adult who receives this can acknowledge it or ask about it")
        : !IsOpen || line.HandoverId != Id || line.AcknowledgedAt is not null ? new Refusal("This line has been acknowledged already, or the handover is over. Reload the page to see what happened")
        : null;
}
