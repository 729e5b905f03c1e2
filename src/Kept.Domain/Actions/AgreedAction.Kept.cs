using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Domain.Actions;

public sealed partial class AgreedAction
{
    /// <summary>
    /// Those who agreed it looked at it together, and it stands as it is. That is an act and not a look (rule 13), so the action no longer
    /// counts as left alone.
    /// </summary>
    public Result<ActionStands> LetStand(Instant at)
    {
        if (!IsOpen)
        {
            return new Refusal($"This action is {Status.InWords().ToLowerInvariant()} already. Reload the page to see what happened");
        }

        Touch(at);
        return new ActionStands(PupilId, Id);
    }
}

public sealed record ActionStands(Id<Pupil> PupilId, Id<AgreedAction> ActionId) : IActionEvent
{
    public string Kind => "action-stands";
}
