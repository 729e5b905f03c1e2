using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.Plans;
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

    /// <summary>
    /// The words of a plan, whichever version they stand in. Who gives something is a name as often as not, and stays as it is.
    /// </summary>
    public static IEnumerable<WrittenText> Of(Id<SupportPlan> plan, PlanContent content) =>
        SpokenPart.Of(content).SelectMany(part => part.Lines).Where(line => line.Length > 0).Select(line => Of(plan, line)!.Value);

    /// <summary>Words of a plan.</summary>
    public static WrittenText? Of(Id<SupportPlan> plan, string? words) => words is null ? null : new WrittenText(WrittenKind.PlanWords, plan.Value, words, WrittenText.English);

    /// <summary>What a carer says of a part; null where they agree.</summary>
    public static WrittenText? Of(PlanView view) =>
        view is { Words: { } words, Language: { } language } ? new WrittenText(WrittenKind.PlanViewWords, view.Id.Value, words, language) : null;

    /// <summary>What the school says to it.</summary>
    public static WrittenText? AnswerTo(PlanView view) => view.Answer is { } answer ? new WrittenText(WrittenKind.PlanViewAnswer, view.Id.Value, answer, WrittenText.English) : null;

    public static WrittenText? Of(CarerAnswer answer) =>
        answer is { Missing: { } missing, Language: { } language } ? new WrittenText(WrittenKind.AnswerMissing, answer.Id.Value, missing, language) : null;
}
