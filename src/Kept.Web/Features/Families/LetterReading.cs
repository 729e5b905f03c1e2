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
    /// <summary>How long after something happened a notice of it is made at the latest, while Kept runs.</summary>
    private static readonly Duration WorkedOutWithin = Duration.FromDays(2);

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

    private async Task<LetterOnPaper?> ReadAsync(LetterToWrite letter, CancellationToken cancel)
    {
        var words = Wording.Of(letter.Tie.Language) ?? Wording.InEnglish;
        if (letter.Notices[0].PupilId is not { } child)
        {
            return Of(letter, words, words["news.title"], words.IsEnglish ? null : words["news.inEnglish"], [new OwnPart("news", words["news.title"], [.. letter.News.Select(NewsItem)])]);
        }

        var side = new SharedWith(record, letter.Carer.Id, child);
        if (await side.WhatWeAgreedAsync(cancel) is not { } agreed)
        {
            return null;
        }

        var plans = Has(letter, NoticeOf.Plan) ? await side.PlansAsync(cancel) : null;
        var threads = Has(letter, NoticeOf.Message) ? await ThreadsAsync(letter, side, cancel) : [];
        IReadOnlyList<WrittenText> texts =
            [.. agreed.Texts, .. plans?.Texts ?? [], .. threads.SelectMany(t => t.Messages).Where(m => !m.Message.IsFromFamily).Select(m => Texts.Of(m.Message))];
        var into = await side.TranslationsAsync(texts, letter.Tie.Language, cancel);
        var items = new OwnItems(words, today, await veils.ForAsync(child, letter.Carer.Id, cancel), into);

        // What was done before has been told before, and paper is no archive.
        var since = letter.Notices.Min(n => n.MadeAt) - WorkedOutWithin;
        IEnumerable<OwnPart> parts =
        [
            new("messages", words["messages.title"], [.. threads.Select(items.Thread)]),
            new("mine", words["download.mine"], [.. agreed.Concerns.Where(c => IsAbout(letter, NoticeOf.Answer, c.Enquiry.Id.Value)).Select(items.Told)]),
            new("meetings", words["meetings.title"], Has(letter, NoticeOf.Meeting) ? [.. agreed.Meetings.Where(m => m.IsToComeOn(today) || IsAbout(letter, NoticeOf.Meeting, m.Id.Value)).Select(m => Meeting(words, m))] : []),
            new("talks", words["talks.title"], [.. agreed.Conversations.Where(t => IsAbout(letter, NoticeOf.Agreed, t.Id.Value)).Select(items.Talk)]),
            new("agreed", words.Say("agreed.title", ("name", agreed.ChildName)), Has(letter, NoticeOf.Agreed) || Has(letter, NoticeOf.Changed)
                ? [.. agreed.Still.Concat(agreed.Done.Where(a => a.TouchedAt >= since).Take(WhatWeAgreedView.Latest)).Select(items.Promise)] : []),
            new("plan", words["plan.title"], [.. (plans?.Plans ?? []).Select(items.Plan)])
        ];
        return Of(letter, words, words.Say("mail.waits.subject", ("school", school)), words.IsEnglish || !texts.Any(into.Lacks) ? null : words["agreed.inEnglish"], [.. parts.Where(p => p.Items.Count > 0)]);
    }

    private LetterOnPaper Of(LetterToWrite letter, Wording words, string subject, string? inEnglish, IReadOnlyList<OwnPart> parts) =>
        new(letter.Number, school, letter.Carer.Name, today, words, letter.Tie.Formats, subject, inEnglish, parts);

    /// <summary>Only the messages that are new: the others have been told before.</summary>
    private static async Task<IReadOnlyList<ThreadFile>> ThreadsAsync(LetterToWrite letter, SharedWith side, CancellationToken cancel)
    {
        List<ThreadFile> threads = [];
        foreach (var row in await side.Threads.AllAsync(cancel) ?? [])
        {
            if (await side.Threads.FindAsync(row.Id, cancel) is { } thread && thread.Messages.Where(m => IsAbout(letter, NoticeOf.Message, m.Message.Id.Value)).ToList() is { Count: > 0 } fresh)
            {
                threads.Add(thread with { Messages = fresh });
            }
        }

        return threads;
    }

    private static OwnItem NewsItem(News news) => new(
        new OwnLine(null, news.Title, WrittenText.English), null,
        [.. news.Words.Split('\n').Where(line => line.Length > 0).Select(line => new OwnLine(null, line, WrittenText.English))]);

    private OwnItem Meeting(Wording words, MeetingShared meeting) => new(
        new OwnLine(null, words.Name(meeting.Kind)), null,
        [.. new[] { words.When(meeting, today), meeting.Place, words.Became(meeting, today) }.OfType<string>().Select(said => new OwnLine(null, said))]);

    private static bool Has(LetterToWrite letter, NoticeOf of) => letter.Notices.Any(n => n.Of == of);

    private static bool IsAbout(LetterToWrite letter, NoticeOf of, Guid about) => letter.Notices.Any(n => n.Of == of && n.AboutId == about);
}
