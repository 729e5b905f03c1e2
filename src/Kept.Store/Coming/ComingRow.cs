using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Store.Coming;

/// <summary>What has a date to come back on. The order is that of one day's list.</summary>
public enum ComingKind
{
    Action,
    LookAgain,
    EntryReview
}

/// <summary>One thing on one day of the calendar.</summary>
/// <param name="Words">What it is about, in the words of the record.</param>
/// <param name="Owner">Whose it is.</param>
public sealed record ComingRow(
    ComingKind Kind, Guid Id, LocalDate On, string Words, string? Owner, Visibility Visibility,
    Id<Pupil> PupilId, string PupilGivenName, string PupilFamilyName, string? ClassName)
{
    public string PupilName => $"{PupilGivenName} {PupilFamilyName}";

    /// <summary>"L.B.": for where a name does not belong, such as a telephone's own calendar.</summary>
    public string PupilInitials => Text.Initials(PupilGivenName, PupilFamilyName);
}
