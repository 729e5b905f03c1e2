using System.Text.Json;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Plans;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Components;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer reads of the record, in their language: short sentences, no word that only schools use.</summary>
public static class FamilyWords
{
    public static string Who(this Wording words, Agreement agreement) => agreement.Owner switch
    {
        OwnerShared.You => words["agreed.you"],
        OwnerShared.SomebodyInTheFamily => words["agreed.family"],
        _ => agreement.OwnerName ?? words["agreed.school"]
    };

    /// <summary>"By Friday 15 May", "3 days late", "Done 29 April", "We look again on 3 June".</summary>
    public static string Standing(this Wording words, Agreement agreement, LocalDate today) => agreement.Status switch
    {
        ActionStatus.Done => agreement.DoneOn is { } done ? words.Say("standing.done", ("day", words.Plain(done, today))) : words["standing.doneOnly"],
        ActionStatus.Parked => words.Say("standing.again", ("day", words.Plain(agreement.DueOn, today))),
        _ when agreement.IsLateOn(today) => words.Say("standing.late", ("n", Period.DaysBetween(agreement.DueOn, today))),
        _ when agreement.DueOn == today => words["standing.today"],
        _ => words.Say("standing.by", ("day", words.Spoken(agreement.DueOn)))
    };

    public static TagKind Kind(this Agreement agreement, LocalDate today) => agreement.Status switch
    {
        ActionStatus.Done => TagKind.Done,
        ActionStatus.Parked => TagKind.Parked,
        _ when agreement.IsLateOn(today) => TagKind.Late,
        _ when agreement.DueOn == today => TagKind.Due,
        _ => TagKind.Plain
    };

    /// <summary>"Moved from 2 May to 9 May". The reason is in somebody’s own words and stands apart.</summary>
    public static string Moved(this Wording words, Shift shift, LocalDate today)
    {
        var to = shift.To is { } day ? words.Plain(day, today) : null;
        return (shift.Kind, shift.From) switch
        {
            ("action-parked", _) => to is null ? words["moved.off"] : words.Say("moved.offTo", ("day", to)),
            ("action-reopened", _) => to is null ? words["moved.begun"] : words.Say("moved.begunTo", ("day", to)),
            (_, { } from) => words.Say("moved.fromTo", ("from", words.Plain(from, today)), ("to", to)),
            _ => words.Say("moved.to", ("day", to))
        };
    }

    /// <summary>Where it stands with the reader’s own interpreter. A booking for another time than the meeting’s counts for nothing.</summary>
    public static string Stands(this Wording words, InterpreterRequest request, MeetingShared meeting) => words[request.Status switch
    {
        InterpreterStatus.NotFound => "interpreter.notFound",
        InterpreterStatus.NotNeeded => "interpreter.notNeeded",
        _ when request.IsBookedFor(meeting.On, meeting.At) => "interpreter.booked",
        _ => "interpreter.looking"
    }];

    public static string Name(this Wording words, InterpreterMode mode) => words[mode switch
    {
        InterpreterMode.InPerson => "interpreter.inPerson",
        InterpreterMode.Phone => "interpreter.phone",
        InterpreterMode.Video => "interpreter.video",
        _ => "interpreter.signer"
    }];

    public static string When(this Wording words, MeetingShared meeting, LocalDate today) =>
        $"{(meeting.On.Year == today.Year ? words.Spoken(meeting.On) : words.Plain(meeting.On, today))}, {words.Apart(words.Time(meeting.At) + (meeting.Until is { } until ? $"–{words.Time(until)}" : ""))}";

    /// <summary>"Last changed on 3 September. We look at it again on 18 December."</summary>
    public static string Standing(this Wording words, PlanShared plan, LocalDate today)
    {
        var changed = words.Say("plan.changed", ("day", words.Plain(plan.PublishedAt.InZone(School.Zone).Date, today)));
        return plan.ReviewOn is { } on ? words.Together(changed, words.Say("plan.review", ("day", words.Plain(on, today)))) : changed;
    }

    /// <summary>A day on paper that is kept for years: "15 May 2026".</summary>
    public static string Dated(this Wording words, LocalDate day) => words.Plain(day, LocalDate.MinIsoValue);

    public static string Day(this Wording words, Instant at, LocalDate today) => words.Plain(at.InZone(School.Zone).Date, today);

    /// <summary>What it said before, its day included, where that is no longer what it says.</summary>
    public static IEnumerable<string> Before(this Wording words, Correction was, ConversationShared now, LocalDate today) =>
        new[] { words.Plain(was.On, today), was.Issue, was.Said, was.Note }.OfType<string>()
            .Except(new[] { words.Plain(now.On, today), now.Issue, now.Said, now.Note }.OfType<string>());

    /// <summary>What became of a meeting whose day has passed; null for one to come.</summary>
    public static string? Became(this Wording words, MeetingShared meeting, LocalDate today) => meeting.Status switch
    {
        MeetingStatus.Cancelled => words["meeting.cancelled"],
        MeetingStatus.Held => null,
        _ when meeting.IsToComeOn(today) => null,
        _ => words["meeting.unwritten"]
    };

    /// <summary>Which part of a conversation it is.</summary>
    public static string Part(this Wording words, WrittenKind kind) => words[kind switch
    {
        WrittenKind.EntrySaid => "talks.said",
        WrittenKind.EntryNote => "talks.note",
        _ => "talks.raised"
    }];

    /// <summary>"Translated by a machine (Apertium)".</summary>
    public static string How(this Wording words, TranslationShown shown) =>
        shown.IsAMachines ? words.Say("text.byMachine", ("engine", shown.Engine)) : words["text.byPerson"];

    public static string Name(this Wording words, ConcernAbout about) => about switch
    {
        ConcernAbout.NotHappening => words["wrong.notHappening"],
        ConcernAbout.NotHelping => words["wrong.notHelping"],
        ConcernAbout.UnderstoodOtherwise => words["record.no"],
        _ => words["wrong.other"]
    };

    public static string Name(this Wording words, MeetingKind kind) => words.Of("meeting", kind);

    public static string Name(this Wording words, PlanKind kind) => words.Of("plan", kind);

    public static string Name(this Wording words, PartKind part) => words.Of("part", part);

    public static string Name(this Wording words, Channel channel) => words.Of("channel", channel);

    private static string Of<T>(this Wording words, string noun, T kind)
        where T : struct, Enum => words[$"{noun}.{JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}"];
}
