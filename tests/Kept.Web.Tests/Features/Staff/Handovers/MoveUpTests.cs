using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.MovingUp;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Tests.Features.Staff.Log;
using Kept.Web.Tests.World;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Handovers;

/// <summary>The whole school moves up: proposed in one screen, looked at, and nothing is done until somebody says so.</summary>
public sealed class MoveUpTests(KeptHost host) : PageTest(host)
{
    private const string Page = "/handovers/moving-up";

    [Fact]
    public async Task It_proposes_classes_leavers_and_teachers_names_what_is_odd_and_changes_nothing()
    {
        await World.AddActionAsync(World.Zainab, "Print the picture timetable", World.Senco);
        var senco = As(World.Senco);

        var page = await senco.GetAsync((await senco.GetAsync("/handovers")).LinkTo("move the whole school up"));

        Assert.Equal(("5E", "6E"), (page.Value("Form.Classes[0].To"), page.Value("Form.Classes[1].To")));
        Assert.Equal(("9", "21 July 2026"), (page.Document.QuerySelector("#Form_TopYear option[selected]")?.GetAttribute("value"), page.Value("Form.LastDay")));
        Assert.Contains("6E has no teacher yet: 1 pupil with an open record will not be handed over", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 pupils move up a year. 1 pupil leaves on 21 July 2026.", page.Text, StringComparison.Ordinal);
        await using var db = Host.OpenDb();
        Assert.False(await db.Set<YearMove>().AnyAsync(m => m.Into == 2030, Cancel));
        Assert.Equal(("4", "4K"), await db.Pupils.Where(p => p.Id == World.Zainab.Id).Select(p => new ValueTuple<string, string?>(p.YearGroup, p.ClassName)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task A_plan_is_kept_for_a_colleague_and_does_not_start_before_the_summer()
    {
        var senco = As(World.Senco);
        var page = await senco.PressAsync((await senco.GetAsync(Page)).Form("#plan"), "Keep the plan and count again",
            ("Form.Classes[0].To", "5E"), ("Form.Classes[0].Teacher", World.Teacher.Id.ToString()), ("Form.Classes[1].Teacher", World.Left.Id.ToString()));

        page = await As(World.Head).GetAsync(Page);
        Assert.Equal("5E", page.Value("Form.Classes[0].To"));
        Assert.Contains("Mr Gary Stone, for 6E, has left", page.Text, StringComparison.Ordinal);
        Assert.Contains("It can be started from 1 June 2026", page.Text, StringComparison.Ordinal);

        page = await senco.PostAsync($"{Page}?handler=start", ("Form.TopYear", "9"), ("Form.LastDay", "21 July 2026"), ("Form.Sure", "true"));
        await using var db = Host.OpenDb();
        Assert.True(await db.Set<YearMove>().AllAsync(m => m.StartedAt == null, Cancel));
        page = await senco.PressAsync((await senco.GetAsync(Page)).Form("#plan"), "Keep the plan and count again",
            ("Form.Classes[0].To", "5K"), ("Form.Classes[0].Teacher", ""), ("Form.Classes[1].Teacher", ""));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_refused_beside_it_and_what_was_typed_stays()
    {
        var senco = As(World.Senco);

        var page = await senco.PressAsync((await senco.GetAsync(Page)).Form("#plan"), "Keep the plan and count again",
            ("Form.LastDay", "when the sun shines"), ("Form.Classes[0].To", "5 Oak"));

        Assert.Equal((HttpStatusCode.BadRequest, "5 Oak"), (page.Status, page.Value("Form.Classes[0].To")));
        Assert.NotNull(page.Document.GetElementById("Form_LastDay-error"));
    }

    [Fact]
    public async Task An_administrator_who_reads_nobodys_record_does_not_move_it() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Administrator).GetAsync(Page)).Status);
}

/// <summary>The move itself, in a school of its own.</summary>
public sealed class MoveUpRunTests(KeptHost host) : PageTest(host)
{
    private const string Page = "/handovers/moving-up";

    [Fact]
    public async Task Everybody_moves_once_with_a_handover_to_the_next_teacher_and_going_on_changes_nothing()
    {
        var narrow = await World.AddActionAsync(World.Zainab, "Ask about funding", World.Senco, visibility: Visibility.SendTeam);
        var action = await World.AddActionAsync(World.Zainab, "Print the picture timetable", World.Assistant, due: World.Today.PlusDays(90));
        var leos = await World.AddActionAsync(World.Leo, "Share a start-of-day plan", World.Teacher, due: World.Today.PlusDays(90));
        var before = Host.Clock.Now;
        try
        {
            Host.Clock.Now = Instant.FromUtc(2026, 7, 22, 9, 0);
            var senco = As(World.Senco);
            var page = await senco.PressAsync((await senco.GetAsync(Page)).Form("#plan"), "Keep the plan and count again",
                ("Form.Classes[0].To", "5E"), ("Form.Classes[0].Teacher", World.Teacher.Id.ToString()));

            // What is different from what was shown is shown first; what nobody has looked at is not done.
            page = await senco.PressAsync(page.Form("#plan"), "Move the school up", ("Form.Classes[1].To", "6 Elm"), ("Form.Sure", "true"));
            Assert.Contains("The plan has changed since its numbers were shown", page.Text, StringComparison.Ordinal);
            page = await senco.PressAsync(page.Form("#plan"), "Move the school up");
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            var form = page.Form("#plan");
            page = await senco.PressAsync(form, "Move the school up", ("Form.Sure", "true"));

            Assert.Contains("The school moved up on 22 July 2026", page.Text, StringComparison.Ordinal);
            Assert.Contains("2 pupils moved up, 1 left on 21 July 2026, 1 handed over", page.Text, StringComparison.Ordinal);
            Host.Clock.Now = Instant.FromUtc(2026, 7, 21, 9, 0);
            Assert.Contains("1 leaves on 21 July 2026", (await senco.GetAsync(Page)).Text, StringComparison.Ordinal);
            Host.Clock.Now = Instant.FromUtc(2026, 7, 22, 9, 0);
            Assert.Contains("Leo Bennett, 6 Elm · 6 Elm had no teacher yet", page.Text, StringComparison.Ordinal);
            await senco.PressAsync(form, "Move the school up", ("Form.Sure", "true"));
            await senco.PostAsync($"{Page}?handler=goOn");

            await using var db = Host.OpenDb();
            var roll = await db.Pupils.Where(p => p.SchoolId == World.Hillview.Id).ToDictionaryAsync(p => p.Id, Cancel);
            Assert.Equal(("5", "5E"), (roll[World.Zainab.Id].YearGroup, roll[World.Zainab.Id].ClassName));
            Assert.Equal(("6", "6 Elm"), (roll[World.Leo.Id].YearGroup, roll[World.Leo.Id].ClassName));
            Assert.Equal(("9", new LocalDate(2026, 7, 21)), (roll[World.Noah.Id].YearGroup, roll[World.Noah.Id].LeftOn));
            Assert.Equal(3, await db.Set<PupilMove>().CountAsync(Cancel));
            var handover = await db.Handovers.SingleAsync(h => h.PupilId == World.Zainab.Id, Cancel);
            Assert.Equal((World.Senco.Id, World.Teacher.Id, "Moves up into 5E for 2026/27"), (handover.FromId, handover.ToId, handover.Why));
            var lines = await db.HandoverLines.Where(l => l.HandoverId == handover.Id && l.ActionId != null).ToListAsync(Cancel);
            Assert.Equal([(action.Id, (Domain.Id<Domain.People.Person>?)World.Assistant.Id)], lines.Select(l => (l.ActionId!.Value, l.ProposedOwnerId)));
            Assert.Equal((World.Senco.Id, World.Teacher.Id), ((await World.ReloadAsync(narrow)).OwnerId, (await World.ReloadAsync(leos)).OwnerId));
            Assert.Equal(["handover-given", "pupil-moved-up"], (await db.LedgerLinks.Where(l => l.Chain == World.Zainab.Id.Value).Select(l => l.Kind).ToListAsync(Cancel))
                .Where(k => k is "pupil-moved-up" or "handover-given").Order(StringComparer.Ordinal));
        }
        finally
        {
            Host.Clock.Now = before;
        }
    }
}

/// <summary>More pupils than one press moves.</summary>
public sealed class MoveUpInPartsTests(KeptHost host) : PageTest(host)
{
    private const int More = 160;

    [Fact]
    public async Task It_stops_after_so_many_a_colleague_goes_on_to_the_end_and_who_was_handed_over_by_hand_is_not_again()
    {
        await EnrolAsync();
        var byHand = await World.AddHandoverAsync(World.Zainab, World.Teacher, World.Senco);
        var before = Host.Clock.Now;
        try
        {
            Host.Clock.Now = Instant.FromUtc(2026, 7, 22, 9, 0);
            var (senco, head) = (As(World.Senco), As(World.Head));
            var page = await senco.PressAsync((await senco.GetAsync("/handovers/moving-up")).Form("#plan"), "Keep the plan and count again");
            page = await senco.PressAsync(page.Form("#plan"), "Move the school up", ("Form.Sure", "true"));
            Assert.Contains("150 of 163 pupils", page.Text, StringComparison.Ordinal);

            page = await head.PressAsync((await head.GetAsync("/handovers/moving-up")).FormWith("Go on"), "Go on");

            Assert.Contains("162 pupils moved up, 1 left", page.Text, StringComparison.Ordinal);
            await using var db = Host.OpenDb();
            Assert.Equal(More, await db.Pupils.CountAsync(p => p.SchoolId == World.Hillview.Id && p.YearGroup == "3" && p.ClassName == "3D", Cancel));
            Assert.Equal(byHand.Id, (await db.Handovers.SingleAsync(h => h.PupilId == World.Zainab.Id, Cancel)).Id);
            Assert.Equal(More + 3, await db.Set<PupilMove>().CountAsync(Cancel));
        }
        finally
        {
            Host.Clock.Now = before;
        }
    }

    private async Task EnrolAsync()
    {
        await using var db = Host.OpenDb(World.Hillview.Id);
        var record = new VisibleRecord(db, World.Senco.AsViewer, Host.Clock);
        List<ILedgerEvent> happened = [];
        foreach (var serial in Enumerable.Range(1, More))
        {
            var child = Pupil.Enrol(World.Hillview.Id, new PupilDetails(
                MadeUpUpn.Of(4002, 2023, serial), "Child", $"Number {serial}", null, null, "2", "2D", SenProvision.None, [])).OrThrow();
            record.Add(child);
            happened.Add(new PupilEnrolled(child.Id));
        }

        Assert.Null(await record.SaveAsync(happened, Cancel));
    }
}
