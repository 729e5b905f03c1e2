using System.Globalization;
using System.Text.RegularExpressions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.MovingUp;

/// <summary>What becomes of one class: 4K becomes 5K, with whom.</summary>
public sealed partial class ClassMove : IBelongsToSchool
{
    public required Id<ClassMove> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<YearMove> YearMoveId { get; init; }
    public required string From { get; init; }

    /// <summary>Null where its pupils have no class yet.</summary>
    public string? To { get; private set; }

    /// <summary>To whom pupils with an open record are handed over; null where nobody is known yet.</summary>
    public Id<Person>? TeacherId { get; private set; }

    public static ClassMove Of(YearMove move, string from) =>
        new() { Id = Id<ClassMove>.New(), SchoolId = move.SchoolId, YearMoveId = move.Id, From = from };

    public Result<ClassMove> Settle(string? to, Id<Person>? teacher)
    {
        if (Text.Tidy(to)?.Length > Pupil.ClassMaxLength)
        {
            return new Refusal($"A class must be {Pupil.ClassMaxLength} characters or fewer", nameof(To));
        }

        To = Text.Tidy(to);
        TeacherId = teacher;
        return this;
    }

    /// <summary>The name that a class most likely has next: 4K becomes 5K, and what has no year in its name keeps it.</summary>
    public static string Next(string className)
    {
        if (YearInName().Match(className) is { Success: true } found)
        {
            var next = int.Parse(found.Value, CultureInfo.InvariantCulture) + 1;
            return className[..found.Index] + next.ToString(CultureInfo.InvariantCulture) + className[(found.Index + found.Length)..];
        }

        return Reception().Match(className) is { Success: true } first ? "1" + className[first.Length..] : className;
    }

    [GeneratedRegex("[0-9]{1,2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearInName();

    /// <summary>"R", "RK", "Reception".</summary>
    [GeneratedRegex("^(?:Reception|R(?=[A-Z]?$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reception();
}
