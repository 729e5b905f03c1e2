using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>One row of an action log as Kept read it.</summary>
/// <param name="Action">What would be kept; null when there is a problem.</param>
/// <param name="IsThere">Kept has it already, from an earlier import.</param>
public sealed record LogRow(
    TableRow Row, string? PupilName, string? OwnerName, AgreedAction? Action, bool IsThere, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notes);

/// <summary>By what a row is known again: importing it twice adds nothing.</summary>
/// <param name="AgreedOn">Null where the log does not say; the day it was imported must not make it another action.</param>
internal sealed record LogKey(Id<Pupil> PupilId, string What, LocalDate? AgreedOn, Id<Person> OwnerId);

/// <param name="Pupil">Whose log it is, by UPN or name, where no column says.</param>
public sealed record LogImportOptions(Domain.Access.Visibility Visibility = Domain.Access.Visibility.Staff, string? Pupil = null);

/// <summary>What an import of an action log does or did.</summary>
public sealed record LogReport(IReadOnlyList<LogRow> Rows)
{
    public IEnumerable<LogRow> Bad => Rows.Where(row => row.Problems.Count > 0);

    public IReadOnlyList<Problem> Problems => [.. Rows.SelectMany(row => row.Problems)];

    public IEnumerable<LogRow> ToAdd => Rows.Where(row => row is { Action: not null, IsThere: false });

    public int AlreadyThere => Rows.Count(row => row.IsThere);
}
