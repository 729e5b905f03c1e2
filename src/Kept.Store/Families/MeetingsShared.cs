using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Kept.Store.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>The meetings to which one carer is asked: what they say before, and what they say of the record afterwards.</summary>
/// <param name="record">Held to what is shared with the family of this child.</param>
internal sealed class MeetingsShared(VisibleRecord record, Id<Person> carer, Id<Pupil> pupil)
{
    private const int MostAgreed = 50;
    private const int MostWords = 100;
    private const int MostRecordings = 2 * QuestionSet.Most;

    /// <summary>Of one carer for one meeting: staff read them all before it.</summary>
    private const int MostSent = 40;

    /// <summary>Those that this carer is asked to.</summary>
    public IQueryable<Meeting> Theirs
    {
        get
        {
            var asked = record.PartsOfMeetings<Attendee>();
            return record.Meetings.Where(m => m.PupilId == pupil && asked.Any(a => a.MeetingId == m.Id && a.PersonId == carer && !a.IsWithdrawn));
        }
    }

    /// <param name="id">Which.</param>
    /// <param name="typed">Keys of questions that the reader has just answered, asked since or not.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<MeetingFileShared?> FindAsync(Id<Meeting> id, IEnumerable<string> typed, CancellationToken cancel)
    {
        if (await Theirs.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
        {
            return null;
        }

        var entry = meeting.EntryId;
        var written = await record.Entries.Where(e => e.Id == entry).Select(e => new ConversationShared(e.Id, e.HappenedOn, e.Channel, e.Issue, e.Said, e.Note, e.Version)).FirstOrDefaultAsync(cancel);
        var agreed = written is null ? [] : await record.Rows(record.Actions.Where(a => a.EntryId == entry).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(MostAgreed)).ToListAsync(cancel);
        var sent = await record.PartsOfMeetings<Contribution>().AsNoTracking()
            .Where(c => c.MeetingId == id && c.TakenById == carer).OrderBy(c => c.TakenAt).ThenBy(c => c.Id).Take(MostWords)
            .Select(c => new { Contribution = c, Recording = Recorded.Where(f => f.ContributionId == c.Id).Select(f => (Id<ContributionFile>?)f.Id).FirstOrDefault() })
            .ToListAsync(cancel);
        var draft = await record.SayDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.MeetingId == id && d.CarerId == carer, cancel);
        var said = await record.PartsOfMeetings<Confirmation>().AsNoTracking()
            .Where(c => c.MeetingId == id && c.CarerId == carer).OrderByDescending(c => c.Number).Take(MostWords).ToListAsync(cancel);
        var interpreter = await record.PartsOfMeetings<InterpreterRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.MeetingId == id && r.CarerId == carer, cancel);
        var recordings = await DraftRecordings(id).AsNoTracking().OrderBy(r => r.SavedAt).ThenBy(r => r.Id).Take(MostRecordings).ToListAsync(cancel);
        var there = meeting.SurgeryId is null ? [] : await record.PartsOfMeetings<Attendee>().AsNoTracking().Where(a => a.MeetingId == id).Take(SlotsShared.MostAsked).ToListAsync(cancel);
        return new MeetingFileShared(
            MeetingShared.Told(meeting),
            written, [.. agreed.Select(row => Agreement.Of(row, carer))],
            [.. sent.Select(c => new OwnWords(c.Contribution.Words, c.Contribution.ReceivedOn) { Question = c.Contribution.Answers, Pictures = SayPictures.Read(c.Contribution.Pictures), Recording = c.Recording })], draft?.Say, said, interpreter)
        {
            DraftSavedAt = draft?.SavedAt,
            Recordings = recordings,
            MayBeGivenBack = meeting.MayBeGivenBackBy(carer, there, record.Now),
            Questions = await record.QuestionsAskedAsync([.. draft?.Say.Keys ?? [], .. recordings.Select(r => r.Asked), .. typed], cancel)
        };
    }

    /// <summary>Asks for an interpreter for the carer themselves; where there is a request already, it is that one.</summary>
    public async Task<Refusal?> AskForAnInterpreterAsync(Id<Meeting> id, string? language, InterpreterMode? mode, Instant now, CancellationToken cancel)
    {
        var meeting = await Theirs.FirstAsync(m => m.Id == id, cancel);
        if (await record.PartsOfMeetings<InterpreterRequest>().FirstOrDefaultAsync(r => r.MeetingId == id && r.CarerId == carer, cancel) is { } before)
        {
            return before.AskAgain(meeting, language, mode, carer, now).Allowed(out var again, out var no) ? await record.SaveAsync(again, cancel) : no;
        }

        var person = await record.Names.AsNoTracking().FirstAsync(p => p.Id == carer, cancel);
        var tie = await record.Relationships.AsNoTracking().FirstAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        if (!InterpreterRequest.Ask(meeting, Guest.CarerOf(person, tie), language, mode, record.Today, carer, now).Allowed(out var asked, out var refusal))
        {
            return refusal;
        }

        record.Add(asked);
        return await record.SaveAsync(new InterpreterChanged(pupil, asked.Id), cancel);
    }

    /// <summary>A recording of this carer’s own, half done or sent. Null where there is none.</summary>
    public async Task<OwnRecording?> RecordingAsync(Id<Meeting> id, Guid recording, CancellationToken cancel)
    {
        var (drafted, sent) = (new Id<SayDraftRecording>(recording), new Id<ContributionFile>(recording));
        return await DraftRecordings(id).Where(r => r.Id == drafted).Select(r => new OwnRecording(r.FileName, r.Kind, r.Sha256, r.Bytes, null)).FirstOrDefaultAsync(cancel)
            ?? await Recorded.Where(f => f.MeetingId == id && f.Id == sent)
                .Join(record.VersionsSent, f => f.DocumentId, v => v.DocumentId, (f, v) => new OwnRecording(v.FileName, v.Kind, v.Sha256, v.Bytes, f.DocumentId)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What this carer has sent; of another’s there is nothing.</summary>
    private IQueryable<ContributionFile> Recorded
    {
        get
        {
            var theirs = record.PartsOfMeetings<Contribution>().Where(c => c.PupilId == pupil && c.TakenById == carer);
            return record.PartsOfMeetings<ContributionFile>().AsNoTracking().Where(f => theirs.Any(c => c.Id == f.ContributionId));
        }
    }

    private IQueryable<SayDraftRecording> DraftRecordings(Id<Meeting> id) => record.SayDraftRecordings.Where(r => r.MeetingId == id && r.CarerId == carer);

    /// <summary>Keeps what is half written, for the carer alone.</summary>
    public async Task<Refusal?> SaveAsync(Id<Meeting> id, Say say, Instant now, CancellationToken cancel)
    {
        var draft = await record.SayDrafts.FirstOrDefaultAsync(d => d.MeetingId == id && d.CarerId == carer, cancel);
        if (draft is null)
        {
            draft = new SayDraft { Id = Id<SayDraft>.New(), SchoolId = record.Viewer.SchoolId, PupilId = pupil, MeetingId = id, CarerId = carer };
            record.Add(draft);
        }

        var recorded = await DraftRecordings(id).Take(MostRecordings).ToListAsync(cancel);
        foreach (var old in recorded.Where(r => say.LeftOut.Contains(r.Asked) || say.Recordings.ContainsKey(r.Asked)))
        {
            record.Forget(old);
        }

        foreach (var (asked, file) in say.Recordings)
        {
            record.Add(new SayDraftRecording
            {
                Id = Id<SayDraftRecording>.New(), SchoolId = record.Viewer.SchoolId, PupilId = pupil, MeetingId = id, CarerId = carer, Asked = asked,
                FileName = file.Name, Kind = file.Kind, Bytes = file.Bytes, Sha256 = file.Sha256, SavedAt = now
            });
        }

        return draft.Keep(say, now) is { } refusal ? refusal
            : await record.SaveOwnThingsAsync(cancel) ? null
            : new Refusal("Saved elsewhere in the same moment");
    }

    /// <summary>Gives the carer's words to the meeting. What was sent before in the same words is not sent again.</summary>
    public async Task<Refusal?> SendAsync(Id<Meeting> id, Say say, string language, Instant now, CancellationToken cancel)
    {
        var recorded = await DraftRecordings(id).Take(MostRecordings).ToListAsync(cancel);
        say = say with
        {
            Recordings = recorded.Where(r => !say.LeftOut.Contains(r.Asked) && !say.Recordings.ContainsKey(r.Asked)).Select(r => KeyValuePair.Create(r.Asked, r.File))
                .Concat(say.Recordings).ToDictionary()
        };
        if (say.IsEmpty)
        {
            return new Refusal("Write something first", nameof(Say));
        }

        var meeting = await Theirs.FirstAsync(m => m.Id == id, cancel);
        var person = await record.Names.AsNoTracking().FirstAsync(p => p.Id == carer, cancel);
        var tie = await record.Relationships.AsNoTracking().FirstAsync(t => t.PupilId == pupil && t.CarerId == carer, cancel);
        var before = await record.PartsOfMeetings<Contribution>().AsNoTracking()
            .Where(c => c.MeetingId == id && c.TakenById == carer).OrderBy(c => c.TakenAt).ThenBy(c => c.Id).Take(MostSent + 1).Select(c => new
            {
                c.Asked, c.Words, c.Pictures,
                Sha256 = Recorded.Where(f => f.ContributionId == c.Id).Join(record.VersionsSent, f => f.DocumentId, v => v.DocumentId, (f, v) => v.Sha256).FirstOrDefault()
            }).ToListAsync(cancel);
        if (before.Count > MostSent)
        {
            return new Refusal("That is more than one meeting can hear. Speak with the school");
        }

        List<ILedgerEvent> happened = [];
        foreach (var question in await record.QuestionsAskedAsync(say.Keys, cancel))
        {
            if (say.Said(question.Key) is not { } words)
            {
                continue;
            }

            var recording = say.Recordings.GetValueOrDefault(question.Key);
            var pictures = question.IsTheChilds ? say.PicturesFor(question.Key) : [];
            var (from, how) = question.IsTheChilds ? (Guest.TheChild("The child"), $"As {person.Name} tells it, on the family page") : (Guest.CarerOf(person, tie), "On the family page");
            if (before.Exists(b => b.Asked == question.Key && b.Words == words && b.Pictures == SayPictures.Kept(pictures) && b.Sha256 == recording?.Sha256))
            {
                continue;
            }

            if (!Contribution.Receive(meeting, from, how, words, record.Today, carer, now, language, pictures, question).Allowed(out var heard, out var refusal))
            {
                return refusal;
            }

            record.Add(heard);
            happened.Add(new ContributionReceived(pupil, heard.Id));
            if (recording is not null)
            {
                if (!ContributionFile.Of(heard, $"Voice note: {question.Words}", recording, person).Allowed(out var spoken, out refusal))
                {
                    return refusal;
                }

                record.Keep(spoken.Kept);
                record.Add(spoken.Tie);
                happened.Add(new DocumentKept(pupil, spoken.Kept.Document.Id));
            }
        }

        if (await record.SayDrafts.FirstOrDefaultAsync(d => d.MeetingId == id && d.CarerId == carer, cancel) is { } draft)
        {
            record.Forget(draft);
        }

        foreach (var old in recorded)
        {
            record.Forget(old);
        }

        return await record.SaveAsync(happened, cancel);
    }

    /// <summary>Keeps what the carer says of the record. That they understood it another way waits for an answer like every concern.</summary>
    /// <param name="read">The version of the record that the carer has before them.</param>
    public async Task<Refusal?> ConfirmAsync(Id<Meeting> id, int read, bool agrees, string? words, string language, Instant now, CancellationToken cancel)
    {
        var meeting = await Theirs.FirstAsync(m => m.Id == id, cancel);
        var entry = meeting.EntryId;
        if (await record.Entries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == entry, cancel) is not { } written)
        {
            return new Refusal("There is no written record that is shared");
        }

        var last = await record.PartsOfMeetings<Confirmation>().AsNoTracking()
            .Where(c => c.MeetingId == id && c.CarerId == carer).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && (last.Agrees, last.Words, last.EntryVersion) == (agrees, agrees ? null : Text.TidyLines(words), read))
        {
            return null;
        }

        if (!Confirmation.Give(meeting, written, read, last, carer, agrees, words, now).Allowed(out var confirmation, out var refusal))
        {
            return refusal;
        }

        record.Add(confirmation);
        List<ILedgerEvent> happened = [new MeetingConfirmed(pupil, confirmation.Id)];
        if (!agrees)
        {
            if (!Concern.Raise(Id<LogEntry>.New(), record.Viewer.SchoolId, pupil, carer, null, ConcernAbout.UnderstoodOtherwise, words, now, id, language).Allowed(out var raised, out refusal))
            {
                return refusal;
            }

            record.Add(raised.Entry);
            record.Add(raised.Enquiry);
            record.Add(raised.Concern);
            happened.Add(new ConcernRaised(pupil, raised.Concern.Id));
        }

        return await record.SaveAsync(happened, cancel);
    }
}
