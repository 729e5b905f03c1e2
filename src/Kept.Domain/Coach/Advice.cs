namespace Kept.Domain.Coach;

/// <summary>One thing that would make a line better, said as a good SENCO would.</summary>
/// <param name="Code">One of <see cref="AdviceCode"/>; a declined piece of advice is remembered by it.</param>
public sealed record Advice(string Code, string Message);

/// <summary>The kinds of advice. The words are stored, so they outlive this code.</summary>
public static class AdviceCode
{
    public const string VagueIssue = "vague-issue";
    public const string VagueAction = "vague-action";
    public const string NoOwner = "no-owner";
    public const string GroupOwner = "group-owner";
    public const string TwoOwners = "two-owners";
    public const string NoDate = "no-date";
    public const string ClosedDay = "closed-day";
    public const string TooLong = "too-long";
    public const string EarlyThought = "early-thought";
    public const string Label = "label";
    public const string Jargon = "jargon";
    public const string DoneTo = "done-to";

    public static IReadOnlyList<string> All { get; } =
    [
        VagueIssue, VagueAction, NoOwner, GroupOwner, TwoOwners, NoDate, ClosedDay, TooLong, EarlyThought, Label, Jargon, DoneTo
    ];
}
