using Kept.Domain.Documents;
using Kept.Domain.Packs;
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

        Dictionary<MeetingFileShared, IReadOnlyList<OwnFile>> recordings = [];
        foreach (var meeting in meetings)
        {
            recordings.Add(meeting, await RecordingsAsync(meeting, cancel));
        }

        var said = await shared.SaidOfPlansAsync(cancel);
        IEnumerable<WrittenText> texts =
        [
            .. agreed.Texts, .. plans.Texts, .. said.Select(Texts.AnswerTo).OfType<WrittenText>(), .. meetings.SelectMany(m => m.Record?.Texts ?? []),
            .. meetings.SelectMany(m => m.Sent).Select(sent => sent.Question?.Text).OfType<WrittenText>(),
            .. threads.SelectMany(t => t.Messages).Where(m => !m.Message.IsFromFamily).Select(m => Texts.Of(m.Message))
        ];
        var items = new OwnItems(words, today, veil, await shared.TranslationsAsync(texts, language, cancel));
        IEnumerable<OwnPart> parts =
        [
            new("agreed", words.Say("agreed.title", ("name", agreed.ChildName)), [.. agreed.Still.Concat(agreed.Done).Select(items.Promise)]),
            new("plan", words["plan.title"], [.. plans.Plans.Select(items.Plan)]),
            new("talks", words["talks.title"], [.. agreed.Conversations.Select(items.Talk)]),
            new("meetings", words["meetings.title"], [.. meetings.Select(m => items.Meeting(m, recordings[m]))]),
            new("messages", words["messages.title"], [.. threads.Select(items.Thread)]),
            new("mine", words["download.mine"], [.. agreed.Concerns.Select(items.Told), .. said.Select(view => items.SaidOf(view, plans))]),
            new("documents", words["documents.title"], [.. documents.Select(items.Document)])
        ];
        var isCut = agreed.IsCut || meetings.Count < agreed.Meetings.Count;
        return new OwnCopy(school, agreed.ChildName, reader, today, words, isCut, [.. parts.Where(part => part.Items.Count > 0)]);
    }

    /// <summary>What the reader has recorded before a meeting, sent or half done: each asked for as on the page that plays it.</summary>
    private async Task<IReadOnlyList<OwnFile>> RecordingsAsync(MeetingFileShared file, CancellationToken cancel)
    {
        List<OwnFile> found = [];
        foreach (var id in file.Sent.Select(s => s.Recording?.Value).Concat(file.Recordings.Select(r => (Guid?)r.Id.Value)).OfType<Guid>())
        {
            if (await shared.RecordingAsync(file.Meeting.Id, id, cancel) is { } recording)
            {
                found.Add(new OwnFile(recording.Kind.Named(recording.Name), recording.Kind, recording.Bytes, recording.Sha256, recording.DocumentId, DocumentVersion.First));
            }
        }

        return found;
    }
}
