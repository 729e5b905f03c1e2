using Kept.Domain.Actions;
using Kept.Domain.Coach;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>A quick line as Kept reads it, for showing under the field and for saving.</summary>
/// <param name="Owner">Chosen by hand, else read from the line; null where nobody fits.</param>
/// <param name="Due">Chosen by hand, else read from the line, else the review date.</param>
/// <param name="DueIsTheReview">The line names no day of its own.</param>
public sealed record LineOnPage(
    QuickLine Line, LineReading Reading, PossibleOwnerChoice? Owner, LocalDate? Due, bool DueIsTheReview, IReadOnlyList<Advice> Advice)
{
    public string What => string.IsNullOrWhiteSpace(Reading.Act) ? Line.Text ?? "" : Reading.Act;

    public bool CanSplit => Owner is null && Reading.Splits.Count > 1;

    /// <summary>Why there is no owner, in the coach's words.</summary>
    public string? OwnerTrouble => Owner is not null
        ? null
        : Reading.Advice.FirstOrDefault(a => a.Code is AdviceCode.TwoOwners or AdviceCode.GroupOwner or AdviceCode.NoOwner)?.Message
            ?? "Who will do this? Name one person";
}

/// <summary>Somebody who may be chosen as the owner.</summary>
public sealed record PossibleOwnerChoice(Owner Owner, string Label);

/// <summary>One agreed action as a quick line, with what was chosen by hand where the line did not say it.</summary>
public sealed class QuickLine
{
    public string? Text { get; set; }

    public string? OwnerId { get; set; }

    public string? Due { get; set; }
}

/// <summary>What a line is read as, to be shown beneath it.</summary>
/// <param name="ClosedDay">Said where the day is one on which nobody is in.</param>
/// <param name="SplitAt">Where the form is posted to become a line for each of two people.</param>
public sealed record LineReadingView(LineOnPage Line, LocalDate Today, string? ClosedDay, string SplitAt);
