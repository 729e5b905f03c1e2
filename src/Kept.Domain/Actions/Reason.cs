namespace Kept.Domain.Actions;

/// <summary>Why somebody changed what was agreed, in their own few words.</summary>
internal static class Reason
{
    private const string Field = "Reason";

    public static Refusal? Needed(string? reason, string ask) => Text.Tidy(reason) is null ? new Refusal(ask, Field) : TooLong(reason);

    public static Refusal? TooLong(string? text, string field = Field) =>
        Text.Tidy(text)?.Length > AgreedAction.ReasonMaxLength
            ? new Refusal($"This must be {AgreedAction.ReasonMaxLength} characters or fewer", field)
            : null;
}
