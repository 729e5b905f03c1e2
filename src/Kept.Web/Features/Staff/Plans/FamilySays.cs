using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Plans;
using Kept.Store.Translating;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>What the carers of a child say of a version of a plan, part by part. Each of them reads their own alone; staff see them side by side.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="Number">Of the version.</param>
public sealed record FamilySays(IReadOnlyList<PlanViewRow> Rows, Translated Into, int Number, LocalDate Today, bool MayAnswer)
{
    public static FamilySays Nothing { get; } = new([], Translated.Nothing, 0, default, MayAnswer: false);

    public int Waiting => Rows.Count(row => row.IsWaiting);

    public int Agreed => Rows.Count(row => row.View is { Agrees: true, ReplacedAt: null });

    public static async Task<FamilySays> OfAsync(VisibleRecord record, SupportPlan plan, int number, LocalDate today, bool mayAnswer, CancellationToken cancel)
    {
        var rows = await record.ViewsAsync(plan, number, cancel);
        var into = await record.TranslationsOfAsync(rows.Select(row => Texts.Of(row.View)).OfType<WrittenText>(), WrittenText.English, cancel);
        return new FamilySays(rows, into, number, today, mayAnswer);
    }

    /// <summary>Of one part, a group for each carer.</summary>
    public IEnumerable<IGrouping<string, PlanViewRow>> Of(string key) => Rows.Where(row => row.View.Part == key).GroupBy(row => row.Carer);

    /// <summary>Of parts that this version has no more.</summary>
    public IEnumerable<PlanViewRow> Of(Func<string, bool> isGone) => Rows.Where(row => isGone(row.View.Part));

    public TheirWords? InEnglish(PlanView view) => TheirWords.Of(Texts.Of(view), Into);
}
