using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.Plans;
using Kept.Domain.Telling;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Messages;
using Kept.Store.Telling;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Letters;
using Kept.Web.Packs;
using Kept.Web.Packs.Own;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>
/// Reads what a letter says through the carer’s own door, as staff look from their side: never more than the carer may read, and never more than whoever prints it sees.
/// </summary>
internal sealed class LetterReading(VisibleRecord record, SchoolDay day, VeilsOf veils) : IReadsLetters
{
    private readonly string school = day.School.Name;
    private readonly LocalDate today = day.Today;

    public async Task<IReadOnlyList<LetterOnPaper>> ReadAsync(IReadOnlyList<LetterToWrite> letters, CancellationToken cancel)
    {
        List<LetterOnPaper> read = [];
        foreach (var letter in letters)
        {
            read.AddRange(new[] { await ReadAsync(letter, cancel) }.OfType<LetterOnPaper>());
        }

        return read;
    }

    /// <summary>Null where there is nothing to print: the carer may be told nothing, or nothing of what the letter is about is theirs to read any more.</summary>
    private async Task<LetterOnPaper?> ReadAsync(LetterToWrite letter, CancellationToken cancel)
    {
        var words = (Wording.Of(letter.Tie.Language) ?? Wording.InEnglish).As(letter.Tie.Formats);
        if (letter.Notices[0].PupilId is not { } child)
        {
            return Of(letter, words, words["news.title"], words.IsEnglish ? null : words["news.inEnglish"], [new OwnPart("news", words["news.title"], [.. letter.News.Select(news => NewsItem(words, news))])]);
        }

        // As far back as it goes: what is new may be a correction, or the answer, to something old.
        var side = new SharedWith(record, letter.Carer.Id, child, whole: true);
        if (await side.WhatWeAgreedAsync(cancel) is not { } all)
        {
            return null;
        }

        // Only what the letter’s notices are about: whether that is still shared is asked until it is in the post, and of nothing else.
        var (talks, answers, meetings) = (AboutOf(letter, NoticeOf.Agreed), AboutOf(letter, NoticeOf.Answer), AboutOf(letter, NoticeOf.Meeting));
        var promised = await PromisesAsync(letter, side, cancel);
        var agreed = all with
        {
            Still = [.. all.Still.Where(a => promised.Contains(a.Id))],
            Done = [.. all.Done.Where(a => promised.Contains(a.Id))],
            Meetings = [.. all.Meetings.Where(m => meetings.Contains(m.Id.Value))],
            Conversations = [.. all.Conversations.Where(t => talks.Contains(t.Id.Value))],
            Concerns = [.. all.Concerns.Where(c => answers.Contains(c.Enquiry.Id.Value))]
        };
        var (plans, published, said) = await PlansAsync(letter, side, cancel);
        var threads = await ThreadsAsync(letter, side, cancel);
        IReadOnlyList<WrittenText> texts =
        [
            .. agreed.Texts, .. published.SelectMany(plan => plan.Texts), .. said.Select(Texts.AnswerTo).OfType<WrittenText>(),
            .. threads.SelectMany(t => t.Messages).Where(m => !m.Message.IsFromFamily).Select(m => Texts.Of(m.Message))
        ];
        var into = await side.TranslationsAsync(texts, letter.Tie.Language, cancel);
        var items = new OwnItems(words, today, await veils.ForAsync(child, letter.Carer.Id, cancel), into);
        IEnumerable<OwnPart> parts =
        [
            new("messages", words["messages.title"], [.. threads.Select(items.Thread)]),
            new("mine", words["download.mine"], [.. agreed.Concerns.Select(items.Told), .. said.Select(view => items.SaidOf(view, plans))]),
            new("meetings", words["meetings.title"], [.. agreed.Meetings.Select(m => Meeting(words, m))]),
            new("talks", words["talks.title"], [.. agreed.Conversations.Select(items.Talk)]),
            new("agreed", words.Say("agreed.title", ("name", agreed.ChildName)), [.. agreed.Still.Concat(agreed.Done).Select(items.Promise)]),
            new("plan", words["plan.title"], [.. published.Select(items.Plan)])
        ];
        return Of(letter, words, words.Say("mail.waits.subject", ("school", school)), words.IsEnglish || !texts.Any(into.Lacks) ? null : words["agreed.inEnglish"], parts);
    }

    private LetterOnPaper? Of(LetterToWrite letter, Wording words, string subject, string? inEnglish, IEnumerable<OwnPart> parts) =>
        parts.Where(p => p.Items.Count > 0).ToList() is { Count: > 0 } said ? new LetterOnPaper(letter.Number, school, letter.Carer.Name, today, words, letter.Tie.Formats, subject, inEnglish, said) : null;

    private static async Task<IReadOnlySet<Id<AgreedAction>>> PromisesAsync(LetterToWrite letter, SharedWith side, CancellationToken cancel)
    {
        var (talks, changes) = (AboutOf(letter, NoticeOf.Agreed), AboutOf(letter, NoticeOf.Changed));
        return talks.Count + changes.Count == 0 ? new HashSet<Id<AgreedAction>>()
            : await side.PromisesOfAsync(talks.Select(id => new Id<LogEntry>(id)), [.. changes.Select(id => new Id<ActionChange>(id))], cancel);
    }

    /// <summary>The plans as they are in force; of them those that were published; and what the carer said of parts of them that has an answer now.</summary>
    private static async Task<(PlansWhole All, IReadOnlyList<PlanWhole> Published, IReadOnlyList<PlanView> Said)> PlansAsync(LetterToWrite letter, SharedWith side, CancellationToken cancel)
    {
        var (versions, views) = (AboutOf(letter, NoticeOf.Plan), AboutOf(letter, NoticeOf.PlanAnswer));
        if (versions.Count + views.Count == 0 || await side.PlansAsync(cancel) is not { } plans)
        {
            return (new PlansWhole("", []), [], []);
        }

        var published = versions.Count == 0 ? new HashSet<Id<SupportPlan>>() : await side.PlansOfAsync([.. versions.Select(id => new Id<PlanVersion>(id))], cancel);
        var said = views.Count == 0 ? [] : await side.SaidOfPlansAsync(cancel);
        return (plans, [.. plans.Plans.Where(p => published.Contains(p.Id))], [.. said.Where(view => views.Contains(view.Id.Value))]);
    }

    /// <summary>Only the messages that are new: the others have been told before.</summary>
    private static async Task<IReadOnlyList<ThreadFile>> ThreadsAsync(LetterToWrite letter, SharedWith side, CancellationToken cancel)
    {
        var messages = AboutOf(letter, NoticeOf.Message);
        List<ThreadFile> threads = [];
        foreach (var id in await side.Threads.OfAsync([.. messages.Select(id => new Id<Message>(id))], cancel))
        {
            if (await side.Threads.FindAsync(id, cancel) is { } thread)
            {
                threads.Add(thread with { Messages = [.. thread.Messages.Where(m => messages.Contains(m.Message.Id.Value))] });
            }
        }

        return threads;
    }

    private static OwnItem NewsItem(Wording words, News news) => new(
        new OwnLine(null, news.Title, WrittenText.English), null,
        [.. news.Words.Split('\n').Where(line => line.Length > 0).Select(line => new OwnLine(null, words.Lines(line), WrittenText.English))]);

    private OwnItem Meeting(Wording words, MeetingShared meeting) => new(
        new OwnLine(null, words.Name(meeting.Kind)), null,
        [.. new[] { words.When(meeting, today), meeting.Place, words.Became(meeting, today) }.OfType<string>().Select(said => new OwnLine(null, said))]);

    private static HashSet<Guid> AboutOf(LetterToWrite letter, NoticeOf of) => [.. letter.Notices.Where(n => n.Of == of).Select(n => n.AboutId)];
}
