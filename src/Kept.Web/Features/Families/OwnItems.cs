using Kept.Domain.Documents;
using Kept.Domain.Packs;
using Kept.Domain.Plans;
using Kept.Domain.Schools;
using Kept.Domain.Translating;
using Kept.Store.Documents;
using Kept.Store.Families;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Packs.Own;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>How each thing that a carer may read stands on paper: in the words of the pages, and translated where there is a translation.</summary>
/// <param name="veil">Taken out of what others wrote.</param>
/// <param name="into">Into the reader’s language.</param>
internal sealed class OwnItems(Wording words, LocalDate today, Veil veil, Translated into)
{
    public OwnItem Promise(Agreement agreement) => new(Read(null, agreement.Text), agreement.DueOn,
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

    public OwnItem Plan(PlanWhole plan) => new(Line(null, words.Name(plan.Kind)), OnOf(plan.PublishedAt),
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

    public OwnItem Talk(ConversationShared talk) => new(Line(null, words.Name(talk.Channel)), talk.On,
    [
        .. talk.Texts.Select(text => Read(words.Part(text.Kind), text)),
        .. talk.Corrections.SelectMany(was => (OwnLine[])
            [Line(words["talks.corrected"], Day(was.At)), Written(null, was.Reason), .. words.Before(was, talk, today).Select(before => Written(null, before))])
    ]);

    public OwnItem Meeting(MeetingFileShared file, IReadOnlyList<OwnFile> recordings) => new(Line(null, words.Name(file.Meeting.Kind)), file.Meeting.On,
    [
        Line(null, words.When(file.Meeting, LocalDate.MinIsoValue)),
        .. file.Record?.Texts.Select(text => Read(words.Part(text.Kind), text)) ?? [],
        .. file.Sent.SelectMany(Sent).OfType<OwnLine>(),
        .. file.Said.SelectMany(said => (OwnLine?[])[Line(null, words.Say(said.Agrees ? "record.saidYes" : "record.saidNo", ("day", Day(said.At)))), Own(null, said.Words)]).OfType<OwnLine>()
    ])
    {
        Files = recordings
    };

    /// <summary>Who of the school opened a message is the school's own, as on the page.</summary>
    public OwnItem Thread(ThreadFile thread)
    {
        var read = new ThreadInWords(thread, today, words);
        return new OwnItem(
            new OwnLine(null, thread.Row.Subject, thread.Messages[0].Message.Language), thread.Row.LastOn,
            [.. thread.Messages.Select(m => m.Message.IsFromFamily
                ? new OwnLine($"{read.From(m)}, {read.At(m.Message.At)}", m.Message.Words, m.Message.Language)
                : Read($"{read.From(m)}, {read.At(m.Message.At)}", Texts.Of(m.Message)))])
        {
            Files = [.. thread.Messages.SelectMany(m => m.Files).Select(f => new OwnFile(f.Kind.Named(f.Name), f.Kind, f.Bytes, f.Sha256, f.DocumentId, DocumentVersion.First))]
        };
    }

    public OwnItem Told(OwnConcern concern) => new(Line(null, words.Name(concern.About)), OnOf(concern.At),
    [
        .. concern.WhatText is { } what ? (OwnLine[])[Read(words["wrong.which"], what)] : [],
        .. new[] { Own(words["agreed.you"], concern.Words) }.OfType<OwnLine>(),
        .. concern.AnswerText is { } answer ? (OwnLine[])[Read(words["talks.said"], answer)] : []
    ]);

    public OwnItem SaidOf(PlanView view, PlansWhole plans)
    {
        var part = plans.Plans.FirstOrDefault(p => p.Id == view.PlanId)?.Parts.FirstOrDefault(p => p.Key == view.Part);
        return new OwnItem(Line(null, part is null ? words["plan.title"] : words.Name(part.Kind)), view.SaidOn,
        [
            Line(null, words.Say(view.Agrees ? "plan.saidYes" : "plan.saidWords", ("day", words.Dated(view.SaidOn)))),
            .. view.Words is { } said ? (OwnLine[])[new(null, said, view.Language)] : [],
            .. Texts.AnswerTo(view) is { } answer ? (OwnLine[])[Read(words["talks.said"], answer)] : []
        ]);
    }

    public OwnItem Document(DocumentRow document) =>
        new(Written(null, document.Title), document.DatedOn, [Line(null, words.Say("documents.dated", ("day", words.Dated(document.DatedOn))))])
        {
            Files = [new OwnFile(document.Kind.Named(document.FileName), document.Kind, document.Bytes, document.Sha256, document.Id, document.Number)]
        };

    /// <summary>What was sent before a meeting, with the question as it was asked, and what the child pointed at.</summary>
    private IEnumerable<OwnLine?> Sent(OwnWords sent) =>
    [
        Line(null, words.Say("say.youSent", ("day", words.Dated(sent.On)))),
        sent.Question is not { } asked ? null : asked.Text is { } text ? Read(null, text) : Line(null, QuestionRead.Of(asked, words, into).Words),
        Own(null, sent.Words),
        sent.Pictures.Count > 0 ? Line(null, string.Join(", ", sent.Pictures.Select(picture => words.Name(picture)))) : null
    ];

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
