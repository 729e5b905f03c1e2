using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;
using static Kept.Domain.Tests.Actions.Sample;

namespace Kept.Domain.Tests.Handovers;

/// <summary>A handover names the next owner of every open action, and is over when the adult who receives it has acknowledged each line.</summary>
public sealed class HandoverTests
{
    private static readonly Owner Next = new(Id<Person>.New(), PersonKind.Staff, "Mrs Barlow", null, [StaffRole.ClassTeacher]);

    [Fact]
    public void No_action_may_be_left_without_an_owner()
    {
        var (kept, dropped) = (Action(owner: Teacher), Action(owner: Teacher));

        Refused.With(Give([new(kept, Next), new(dropped, null)]), "No action may be left", ProposedOwner.FieldName);
        Refused.With(Give([new(kept, Next with { LeftOn = Today.PlusDays(-1) })]), "has left");
    }

    [Fact]
    public void Who_stays_may_go_on_owning_an_action()
    {
        var handover = Give([new(Action(owner: Senco), Senco)]).OrThrow();

        Assert.Equal(Senco.PersonId, Assert.Single(handover.Lines, l => l.Part is HandoverPart.Action).ProposedOwnerId);
    }

    [Fact]
    public void What_the_receiving_adult_may_not_see_is_no_part_of_it()
    {
        var hidden = Action(Visibility.SendTeam);

        var handover = Give([new(hidden, Senco)]).OrThrow();

        Assert.DoesNotContain(handover.Lines, l => l.Part is HandoverPart.Action);
        Refused.With(Give([new(hidden, Next)]), "may not see this part");
        Refused.With(Give([new(hidden, Staff("Ms Duarte", StaffRole.SendLead))]), "no part of the handover");
    }

    [Fact]
    public void Safeguarding_is_never_part_of_it_even_between_two_who_see_it()
    {
        var to = Staff("Ms Finn", StaffRole.DeputyDsl);

        var handover = Give([new(Action(Visibility.Safeguarding, Dsl), Dsl)], to, [new(WaitingFor(Visibility.Safeguarding), null)]).OrThrow();

        Assert.Equal(HandoverPart.Matters, Assert.Single(handover.Lines).Part);
        Refused.With(Give([new(Action(Visibility.Safeguarding, Dsl), to)], to), "no part of the handover");
    }

    [Fact]
    public void What_is_done_is_not_handed_over_and_lines_are_in_the_order_in_which_they_are_read()
    {
        var handover = Give([new(Done(), Next), new(Parked(), Next)], questions: [new(WaitingFor(Visibility.Family), null), new(null, " When is  the trip? ")]).OrThrow();

        Assert.Equal(
            [(1, HandoverPart.Matters), (2, HandoverPart.Action), (3, HandoverPart.Question), (4, HandoverPart.Question)],
            handover.Lines.Select(l => (l.Number, l.Part)));
        Assert.Equal("When is the trip?", handover.Lines[3].Words);
        Assert.Null(handover.Lines[2].Words);
    }

    [Fact]
    public void It_needs_somebody_else_of_the_staff_who_sees_the_record_and_a_reason()
    {
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(null), ["Quiet corner"], [], [], Today, Now), "Choose the member of staff", nameof(Handover.ToId));
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Teacher), ["Quiet corner"], [], [], Today, Now), "other than yourself");
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Mother), ["Quiet corner"], [], [], Today, Now), "member of staff");
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Office), ["Quiet corner"], [], [], Today, Now), "may not see", nameof(Handover.ToId));
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Next) with { Why = " " }, ["Quiet corner"], [], [], Today, Now), "why it is handed over", nameof(Handover.Why));
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Next), [" "], [], [], Today, Now), "at least one line", "Matters");
    }

    [Fact]
    public void It_stays_short_enough_to_be_read()
    {
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Next), [new string('x', HandoverLine.WordsMaxLength + 1)], [], [], Today, Now), "Shorten", "Matters");
        Refused.With(Handover.Give(Id<Handover>.New(), Terms(Next), [.. Enumerable.Repeat("x", Handover.MostMatters + 1)], [], [], Today, Now), "Keep to 8", "Matters");
    }

    [Fact]
    public void Acknowledging_an_action_gives_it_to_its_next_owner_with_the_handover_as_reason()
    {
        var action = Action(owner: Teacher);
        var (handover, lines) = Give([new(action, Next)]).OrThrow();

        var happened = handover.Acknowledge(lines[1], action, Next, Next.PersonId, Today, Later).OrThrow();

        var given = Assert.Single(happened.OfType<ActionReassigned>());
        Assert.Equal((Next.PersonId, "Handed over: New class teacher"), (action.OwnerId, given.Reason));
        Assert.Equal(Later, lines[1].AcknowledgedAt);
    }

    [Fact]
    public void An_action_that_stays_or_was_done_meanwhile_is_only_acknowledged()
    {
        var (stays, finished) = (Action(owner: Senco), Action(owner: Teacher));
        var (handover, lines) = Give([new(stays, Senco), new(finished, Next)]).OrThrow();
        finished.MarkDone(null, null, Today, Later).OrThrow();

        Assert.Single(handover.Acknowledge(lines[1], stays, Senco, Next.PersonId, Today, Later).OrThrow());
        Assert.Single(handover.Acknowledge(lines[2], finished, Next, Next.PersonId, Today, Later).OrThrow());
        Assert.Equal(Teacher.PersonId, finished.OwnerId);
    }

    [Fact]
    public void A_proposal_that_can_be_carried_out_no_more_is_not_acknowledged()
    {
        var action = Action(owner: Teacher);
        var (handover, lines) = Give([new(action, Senco)]).OrThrow();

        Refused.With(handover.Acknowledge(lines[1], action, null, Next.PersonId, Today, Later), "own it no more");
        Refused.With(handover.Acknowledge(lines[1], action, Senco with { LeftOn = Today.PlusDays(-1) }, Next.PersonId, Today, Later), "has left");
        Assert.Null(lines[1].AcknowledgedAt);
    }

    [Fact]
    public void Only_the_adult_who_receives_it_acknowledges_and_each_line_once()
    {
        var (handover, lines) = Give([]).OrThrow();

        Refused.With(handover.Acknowledge(lines[0], null, null, Senco.PersonId, Today, Later), "Only the adult who receives");
        handover.Acknowledge(lines[0], null, null, Next.PersonId, Today, Later).OrThrow();
        Refused.With(handover.Acknowledge(lines[0], null, null, Next.PersonId, Today, Later), "already");
    }

    [Fact]
    public void It_is_over_when_nothing_waits_and_not_before()
    {
        var (handover, lines) = Give([new(Action(owner: Senco), Senco)]).OrThrow();
        handover.Acknowledge(lines[0], null, null, Next.PersonId, Today, Later).OrThrow();
        Assert.Null(handover.CloseIfDone(lines, Later));
        handover.Acknowledge(lines[1], null, null, Next.PersonId, Today, Later).OrThrow();

        Assert.NotNull(handover.CloseIfDone(lines, Later));
        Assert.Equal((false, Later), (handover.IsOpen, handover.ClosedAt));
        Refused.With(handover.Withdraw("Wrong person", Viewer(Teacher), Later), "over already");
    }

    [Fact]
    public void A_line_may_be_asked_about_and_stays_open_until_it_is_acknowledged_after_all()
    {
        var (handover, lines) = Give([]).OrThrow();

        Refused.With(handover.Ask(lines[0], " ", Next.PersonId, Later), "Say what you want to know", nameof(HandoverLine.Asked));
        Refused.With(handover.Answer(lines[0], "By the window", Teacher.PersonId, Later), "Nothing about this line");
        handover.Ask(lines[0], "Which corner?", Next.PersonId, Later).OrThrow();
        Assert.True(lines[0].WaitsForAnAnswer);
        Refused.With(handover.Answer(lines[0], "By the window", Next.PersonId, Later), "asked this yourself");
        handover.Answer(lines[0], "By the window", Teacher.PersonId, Later).OrThrow();

        Assert.Equal((false, "By the window", Teacher.PersonId), (lines[0].WaitsForAnAnswer, lines[0].Answer, lines[0].AnsweredById));
        Assert.Null(handover.CloseIfDone(lines, Later));
        handover.Ask(lines[0], "And when it is taken?", Next.PersonId, Later).OrThrow();
        Assert.Equal((true, (string?)null), (lines[0].WaitsForAnAnswer, lines[0].Answer));
    }

    [Fact]
    public void Who_gave_it_or_the_senco_may_take_it_back_with_a_reason()
    {
        Refused.With(Give([]).OrThrow().Handover.Withdraw("Wrong person", Viewer(Next), Later), "Only who gave it");
        Refused.With(Give([]).OrThrow().Handover.Withdraw(null, Viewer(Teacher), Later), "Say why", nameof(Handover.WithdrawnBecause));
        var (handover, lines) = Give([]).OrThrow();
        handover.Withdraw("Wrong person", Viewer(Senco), Later).OrThrow();

        Assert.False(handover.IsOpen);
        Refused.With(handover.Acknowledge(lines[0], null, null, Next.PersonId, Today, Later), "over");
    }

    private static Result<WholeHandover> Give(IReadOnlyList<ProposedOwner> open, Owner? to = null, IReadOnlyList<OpenQuestion>? questions = null) =>
        Handover.Give(Id<Handover>.New(), Terms(to ?? Next), ["A quiet corner helps"], open, questions ?? [], Today, Now);

    private static HandoverTerms Terms(Owner? to) => new(Id<School>.New(), Id<Pupil>.New(), Teacher.PersonId, to, "New class teacher");

    private static Owner Staff(string name, StaffRole role) => new(Id<Person>.New(), PersonKind.Staff, name, null, [role]);

    private static StaffViewer Viewer(Owner who) => new(Id<School>.New(), who.PersonId, who.Name, who.Roles, []);

    private static Enquiry WaitingFor(Visibility visibility)
    {
        var content = new EntryContent { HappenedOn = Today, Channel = Channel.Email, Issue = "Asks about the trip", Visibility = visibility };
        var entry = LogEntry.Keep(Id<LogEntry>.New(), Id<School>.New(), Id<Pupil>.New(), content, null, agreesSomething: false, Senco.PersonId, Now).OrThrow();
        return Enquiry.For(entry, new LocalTime(9, 0));
    }
}
