using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>What a school decides about itself.</summary>
public sealed record SchoolSettings(
    string? Name, LocalTime ClosesAt, bool InsetDaysAreWorkingDays, int AcknowledgeWithinWorkingDays, int DeadAfterDays,
    LocalTime QuietFrom, LocalTime QuietUntil)
{
    public const int MostDaysToAcknowledge = 20;
    public const int FewestDaysUntilDead = 7;
    public const int MostDaysUntilDead = 365;

    private static readonly LocalTime Noon = new(12, 0);

    internal Refusal? Refusal() => this switch
    {
        { Name: var name } when Text.Tidy(name) is not { Length: <= School.NameMaxLength } =>
            new Refusal($"Enter the school’s name, in {School.NameMaxLength} characters or fewer", nameof(Name)),
        { ClosesAt: var time } when time < Noon =>
            new Refusal("Enter a closing time in the afternoon, such as 4pm or 16:00", nameof(ClosesAt)),
        { AcknowledgeWithinWorkingDays: < 1 or > MostDaysToAcknowledge } =>
            new Refusal($"The days to acknowledge must be a number from 1 to {MostDaysToAcknowledge}", nameof(AcknowledgeWithinWorkingDays)),
        { DeadAfterDays: < FewestDaysUntilDead or > MostDaysUntilDead } =>
            new Refusal($"The days until an action counts as left alone must be a number from {FewestDaysUntilDead} to {MostDaysUntilDead}", nameof(DeadAfterDays)),
        { QuietFrom: var evening } when evening <= School.DigestAt =>
            new Refusal("Enter a time in the evening, after 4:30pm, such as 7pm or 19:00", nameof(QuietFrom)),
        { QuietUntil: var morning } when morning > Noon =>
            new Refusal("Enter a time in the morning, such as 8am or 08:00", nameof(QuietUntil)),
        _ => null
    };
}
