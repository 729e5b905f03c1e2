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

    /// <summary>Everything that is wrong with them, in the order of the form.</summary>
    public IEnumerable<Refusal> Wrong()
    {
        if (Text.Tidy(Name) is not { Length: <= School.NameMaxLength })
        {
            yield return new Refusal($"Enter the school’s name, in {School.NameMaxLength} characters or fewer", nameof(Name));
        }

        if (ClosesAt < Noon)
        {
            yield return new Refusal("Enter a closing time in the afternoon, such as 4pm or 16:00", nameof(ClosesAt));
        }

        if (AcknowledgeWithinWorkingDays is < 1 or > MostDaysToAcknowledge)
        {
            yield return new Refusal($"The days to acknowledge must be a number from 1 to {MostDaysToAcknowledge}", nameof(AcknowledgeWithinWorkingDays));
        }

        if (DeadAfterDays is < FewestDaysUntilDead or > MostDaysUntilDead)
        {
            yield return new Refusal(
                $"The days until an action counts as left alone must be a number from {FewestDaysUntilDead} to {MostDaysUntilDead}", nameof(DeadAfterDays));
        }

        if (QuietFrom <= School.DigestAt)
        {
            yield return new Refusal("Enter a time in the evening, after 4:30pm, such as 7pm or 19:00", nameof(QuietFrom));
        }

        if (QuietUntil > Noon)
        {
            yield return new Refusal("Enter a time in the morning, such as 8am or 08:00", nameof(QuietUntil));
        }
    }
}
