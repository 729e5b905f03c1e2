using Kept.Domain.Packs;
using Kept.Domain.Plans;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Packs.Own;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>Gives the makers of packs what a carer reads, in the words of the pages.</summary>
internal sealed class OwnCopyReader : IReadsOwnCopies
{
    public Task<OwnCopy?> ReadAsync(SharedWith shared, OwnCopyAsk ask, CancellationToken cancel) =>
        new OwnCopyReading(shared, ask.Words, ask.Language, ask.Today, ask.Veil).ReadAsync(ask.School, ask.Reader, cancel);
}

/// <summary>Reads what is in a carer's own copy, in the words of the pages on which they read it.</summary>
/// <param name="language">BCP 47 tag of what they read: it may be one in which Kept has no page.</param>
/// <param name="veil">Taken out of what others wrote.</param>
internal sealed class OwnCopyReading(SharedWith shared, Wording words, string language, LocalDate today, Veil veil)
{
    private const int MostMeetings = 200;

    private Translated into = Translated.Nothing;

    /// <summary>Null where this carer may be told nothing.</summary>
    public async Task<OwnCopy?> ReadAsync(string school, string reader, CancellationToken cancel)
    {
        if (await shared.WhatWeAgreedAsync(cancel) is not { } agreed || await shared.PlansAsync(cancel) is not { } plans
            || await shared.DocumentsAsync(cancel) is not { } documents || await shared.Threads.AllAsync(cancel) is not { } rows)
        {
            return null;
        }

        List<ThreadFile> threads = [];
        foreach (var row in rows)
        {
            threads.AddRange(new[] { await shared.Threads.FindAsync(row.Id, cancel) }.OfType<ThreadFile>());
        }

        List<MeetingFileShared> meetings = [];
        foreach (var meeting in agreed.Meetings.Take(MostMeetings))
        {
            meetings.AddRange(new[] { await shared.MeetingAsync(meeting.Id, cancel) }.OfType<MeetingFileShared>());
        }

        var said = await shared.SaidOfPlansAsync(cancel);
        IEnumerable<WrittenText> texts =
        [
            .. agreed.Texts, .. plans.Texts, .. said.Select(Texts.AnswerTo).OfType<WrittenText>(), .. meetings.SelectMany(m => m.Record?.Texts ?? []),
            .. threads.SelectMany(t => t.Messages).Where(m => !m.Message.IsFromFamily).Select(m => Texts.Of(m.Message))
        ];
        into = await shared.TranslationsAsync(texts, language, cancel);
        IEnumerable<OwnPart> parts =
        [
            new("agreed", words.Say("agreed.title", ("name", agreed.ChildName)), [.. agreed.Still.Concat(agreed.Done).Select(Promise)]),
            new("plan", words["plan.title"], [.. plans.Plans.Select(Plan)]),
            new("talks", words["talks.title"], [.. agreed.Conversations.Select(Talk)]),
            new("meetings", words["meetings.title"], [.. meetings.Select(Meeting)]),
            new("messages", words["messages.title"], [.. threads.Select(Thread)]),
            new("mine", words["download.mine"], [.. agreed.Concerns.Select(Told), .. said.Select(view => SaidOf(view, plans))]),
            new("documents", words["documents.title"], [.. documents.Select(d => new OwnItem(Written(null, d.Title), d.DatedOn, [Line(null, words.Say("documents.dated", ("day", words.Dated(d.DatedOn))))]))])
        ];
        var isCut = agreed.IsCut || meetings.Count < agreed.Meetings.Count;
        return new OwnCopy(school, agreed.ChildName, reader, today, words, isCut, [.. parts.Where(part => part.Items.Count > 0)]);
    }

    private OwnItem Promise(Agreement agreement) => new(Read(null, agreement.Text), agreement.DueOn,
    [
        Line(words["agreed.who"], words.Who(agreement)),
        Line(null, words.Standing(agreement, today)),
        .. agreement.WhatChanged is { } changed ? (OwnLine[])[Written(words["agreed.whatChanged"], changed)] : [],
        .. agreement.Shifts.SelectMany(shift => (OwnLine?[])
            [Line(words["agreed.dayChanged"], words.Moved(shift, today)), shift.Reason is { } why ? Written(null, why) : null]).OfType<OwnLine>(),
        .. agreement.Answer is { } answer
            ? new[] { Line(null, words.Say(answer.Says is Domain.Actions.FamilySays.Happened ? "answer.saidYes" : "answer.saidNotYet", ("day", Day(answer.At)))), Own(null, answer.Missing) }.OfType<OwnLine>()
            : []
    ]);

    private OwnItem Plan(PlanWhole plan) => new(Line(null, words.Name(plan.Kind)), OnOf(plan.PublishedAt),
    [
        Line(null, words.Say(plan.Number == 1 ? "plan.wroteBy" : "plan.changedBy", ("name", plan.By), ("day", Day(plan.PublishedAt)))),
        .. plan.ReviewOn is { } on ? (OwnLine[])[Line(null, words.Say("plan.review", ("day", words.Dated(on))))] : [],
        .. Texts.Of(plan.Id, plan.Reason) is { } why ? (OwnLine[])[Read(words["plan.why"], why)] : [],
        .. plan.Parts.SelectMany(part => Part(plan, part))
    ]);

    private IEnumerable<OwnLine> Part(PlanWhole plan, SpokenPart part)
    {
        foreach (var (at, line) in part.Lines.Where(line => line.Length > 0).Index())
        {
            yield return Read(at == 0 ? words.Name(part.Kind) : null, Texts.Of(plan.Id, line)!.Value);
        }

        if (part.Who is { } who)
        {
            yield return Written(words["agreed.who"], who);
        }

        if (part is { From: { } from, Until: { } until })
        {
            yield return Line(null, words.Say("plan.days", ("from", words.Dated(from)), ("to", words.Dated(until))));
        }
        else if (part.Until is { } by)
        {
            yield return Line(null, words.Say("standing.by", ("day", words.Dated(by))));
        }
    }

    private OwnItem Talk(ConversationShared talk) => new(Line(null, words.Name(talk.Channel)), talk.On,
    [
        .. talk.Texts.Select(text => Read(words.Part(text.Kind), text)),
        .. talk.Corrections.SelectMany(was => (OwnLine[])
            [Line(words["talks.corrected"], Day(was.At)), Written(null, was.Reason), .. words.Before(was, talk, today).Select(before => Written(null, before))])
    ]);

    private OwnItem Meeting(MeetingFileShared file) => new(Line(null, words.Name(file.Meeting.Kind)), file.Meeting.On,
    [
        Line(null, words.When(file.Meeting, LocalDate.MinIsoValue)),
        .. file.Record?.Texts.Select(text => Read(words.Part(text.Kind), text)) ?? [],
        .. file.Sent.SelectMany(sent => (OwnLine?[])[Line(null, words.Say("say.youSent", ("day", words.Dated(sent.On)))), Own(null, sent.Words)]).OfType<OwnLine>(),
        .. file.Said.SelectMany(said => (OwnLine?[])[Line(null, words.Say(said.Agrees ? "record.saidYes" : "record.saidNo", ("day", Day(said.At)))), Own(null, said.Words)]).OfType<OwnLine>()
    ]);

    /// <summary>Who of the school opened a message is the school's own, as on the page.</summary>
    private OwnItem Thread(ThreadFile thread)
    {
        var read = new ThreadInWords(thread, today, words);
        return new OwnItem(
            new OwnLine(null, thread.Row.Subject, thread.Messages[0].Message.Language), thread.Row.LastOn,
            [.. thread.Messages.Select(m => m.Message.IsFromFamily
                ? new OwnLine($"{read.From(m)}, {read.At(m.Message.At)}", m.Message.Words, m.Message.Language)
                : Read($"{read.From(m)}, {read.At(m.Message.At)}", Texts.Of(m.Message)))]);
    }

    private OwnItem Told(OwnConcern concern) => new(Line(null, words.Name(concern.About)), OnOf(concern.At),
    [
        .. concern.WhatText is { } what ? (OwnLine[])[Read(words["wrong.which"], what)] : [],
        .. new[] { Own(words["agreed.you"], concern.Words) }.OfType<OwnLine>(),
        .. concern.AnswerText is { } answer ? (OwnLine[])[Read(words["talks.said"], answer)] : []
    ]);

    private OwnItem SaidOf(PlanView view, PlansWhole plans)
    {
        var part = plans.Plans.FirstOrDefault(p => p.Id == view.PlanId)?.Parts.FirstOrDefault(p => p.Key == view.Part);
        return new OwnItem(Line(null, part is null ? words["plan.title"] : words.Name(part.Kind)), view.SaidOn,
        [
            Line(null, words.Say(view.Agrees ? "plan.saidYes" : "plan.saidWords", ("day", words.Dated(view.SaidOn)))),
            .. view.Words is { } said ? (OwnLine[])[new(null, said, view.Language)] : [],
            .. Texts.AnswerTo(view) is { } answer ? (OwnLine[])[Read(words["talks.said"], answer)] : []
        ]);
    }

    private static LocalDate OnOf(Instant at) => at.InZone(School.Zone).Date;

    private string Day(Instant at) => words.Dated(OnOf(at));

    private static OwnLine Line(string? label, string said) => new(label, said);

    /// <summary>The reader's own words, whole.</summary>
    private static OwnLine? Own(string? label, string? own) => own is null ? null : new OwnLine(label, own, "und");

    /// <summary>What somebody of the school wrote, of which there is no translation.</summary>
    private OwnLine Written(string? label, string text) => new(label, words.Lines(veil.Over(text)), WrittenText.English);

    private OwnLine Read(string? label, WrittenText text) =>
        new(label, words.Lines(veil.Over(text.Words)), text.Language, into.For(text) is { } shown ? shown with { Words = words.Lines(veil.Over(shown.Words)) } : null);
}
