using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.Translating;

namespace Kept.Store.Translating;

/// <summary>What people wrote, by the thing that holds it: the same wherever it is shown, translated or looked for.</summary>
public static class Texts
{
    public static WrittenText Of(Id<AgreedAction> action, string what) => new(WrittenKind.ActionWhat, action.Value, what, WrittenText.English);

    public static IEnumerable<WrittenText> Of(Id<LogEntry> entry, string issue, string? said, string? note)
    {
        yield return new WrittenText(WrittenKind.EntryIssue, entry.Value, issue, WrittenText.English);
        if (said is not null)
        {
            yield return new WrittenText(WrittenKind.EntrySaid, entry.Value, said, WrittenText.English);
        }

        if (note is not null)
        {
            yield return new WrittenText(WrittenKind.EntryNote, entry.Value, note, WrittenText.English);
        }
    }

    public static WrittenText? Of(Id<Enquiry> enquiry, string? answer) =>
        answer is null ? null : new WrittenText(WrittenKind.EnquiryAnswer, enquiry.Value, answer, WrittenText.English);

    /// <summary>Null where no word was written, or it is not known in which language.</summary>
    public static WrittenText? Of(Concern concern) =>
        concern is { Words: { } words, Language: { } language } ? new WrittenText(WrittenKind.ConcernWords, concern.Id.Value, words, language) : null;

    public static WrittenText? Of(Contribution heard) =>
        heard.Language is { } language ? new WrittenText(WrittenKind.ContributionWords, heard.Id.Value, heard.Words, language) : null;

    public static WrittenText Of(Message message) => new(WrittenKind.MessageWords, message.Id.Value, message.Words, message.Language);

    public static WrittenText? Of(CarerAnswer answer) =>
        answer is { Missing: { } missing, Language: { } language } ? new WrittenText(WrittenKind.AnswerMissing, answer.Id.Value, missing, language) : null;
}
