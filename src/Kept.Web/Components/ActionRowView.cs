using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Store.Actions;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>An action in a list, with the likely act where it stands.</summary>
/// <param name="ReturnTo">Where to go back to once it is done: the list that it stands in.</param>
/// <param name="ShowPupil">False on the pupil's own page.</param>
public sealed record ActionRowView(ActionRow Row, LocalDate Today, Id<Person> Me, string ReturnTo, bool ShowPupil = true)
{
    public string State => Row.IsLateOn(Today) ? "late" : Row.IsOpen && Row.DueOn == Today ? "due" : "";

    public string Owner => Row.OwnerId == Me ? "You" : Row.OwnerName;

    public string When => Row.Status switch
    {
        ActionStatus.Done => $"Done {Days.Plain(Row.DoneOn ?? Row.DueOn, Today)}",
        ActionStatus.Parked => Row.DueOn <= Today ? "Look again" : $"Parked to {Days.Plain(Row.DueOn, Today)}",
        _ => Days.Due(Row.DueOn, Today)
    };

    public TagKind Kind => Row.Status switch
    {
        ActionStatus.Done => TagKind.Done,
        ActionStatus.Parked => TagKind.Parked,
        _ => Row.IsLateOn(Today) ? TagKind.Late : Row.DueOn <= Today.PlusDays(7) ? TagKind.Due : TagKind.Plain
    };

    /// <summary>Null where the family has said nothing.</summary>
    public string? FamilySays => Row.FamilySays switch
    {
        Domain.Actions.FamilySays.Happened => "yes, says the family",
        Domain.Actions.FamilySays.NotYet => "not yet, says the family",
        _ => null
    };

    public string Agreed => Row.Channel is { } channel
        ? $"agreed {Days.Plain(Row.AgreedOn, Today)}, {Domain.Log.Channels.InWords(channel).ToLowerInvariant()}"
        : $"agreed {Days.Plain(Row.AgreedOn, Today)}{(Row.Source is null ? "" : $", {Row.Source}")}";
}
