using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Actions;

/// <summary>One thing that happened to an action, as a sentence.</summary>
public sealed record ChangeLine(LocalDate On, string Sentence, string? Reason);

/// <summary>What a carer said of it, as a sentence.</summary>
public sealed record SaidLine(LocalDate On, string Sentence, string? Missing, string? Language, TheirWords? InEnglish)
{
    public static IReadOnlyList<SaidLine> Of(IEnumerable<AnswerRow> answers, Translated into) => [.. answers.Select(a => new SaidLine(
        a.Answer.At.InZone(School.Zone).Date,
        $"{a.CarerName}: {(a.Answer.Says is FamilySays.Happened ? "yes, it happened" : "not yet")}{(a.Answer.IsTheirOwn ? "" : $", written down by {a.WrittenBy}")}",
        a.Answer.Missing,
        a.Answer.Language,
        TheirWords.Of(Texts.Of(a.Answer), into)))];
}

internal static class ActionHistory
{
    public static async Task<IReadOnlyList<ChangeLine>> OfAsync(VisibleRecord record, Id<AgreedAction> action, CancellationToken cancel)
    {
        var changes = await record.ChangesAsync(action, cancel);
        return [.. changes.Select(c =>
        {
            var on = c.Change.At.InZone(School.Zone).Date;
            return new ChangeLine(on, $"{c.InWords(day => Days.Plain(day, on))} by {c.By}", c.Change.Reason);
        })];
    }
}
