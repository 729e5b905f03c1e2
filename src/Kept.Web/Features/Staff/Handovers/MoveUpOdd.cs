using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>Something in the plan that a person should look at first, with whom it is about.</summary>
public sealed record Oddity(string Words, IReadOnlyList<string> Names)
{
    public const int MostNames = 12;
}

/// <summary>Everything in a plan to move up that is not as it usually is. Nothing of it stops the move: the school may know better.</summary>
internal static class MoveUpOdd
{
    /// <summary>An English child is five in the school year of Reception, which ends in August.</summary>
    private const int AgeInReception = 5;

    public static IReadOnlyList<Oddity> Of(MoveUpPlan plan, Id<Person> me, LocalDate today) =>
    [
        .. Without(plan), .. plan.Classes.Where(c => c.To is not null).SelectMany(c => OfClass(plan, c, me, today)),
        .. plan.Classes.Where(c => c.To is not null).GroupBy(c => c.To!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => new Oddity($"{string.Join(" and ", g.Select(c => c.From))} both become {g.Key}", [])),
        .. Some(plan.Leavers.Where(p => p.IsOpen), n => $"{Many(n)} who {(n == 1 ? "leaves has" : "leave have")} an open record: it goes to the next school as a package")
    ];

    private static IEnumerable<Oddity> Without(MoveUpPlan plan) =>
    [
        .. Some(plan.MovingOn.Where(p => p.Class is null), n => $"{Many(n)} without a class: the year group moves up, and nobody is handed over"),
        .. Some(plan.Pupils.Where(p => p.Year != plan.TopYear && YearGroups.After(p.Year) is null), n => $"{Many(n)} in Year 14, after which there is no year: they stay as they are"),
        .. Some(plan.MovingOn.Where(p => IsThereAlready(p, plan.Into)), n => $"{Many(n)} who by date of birth {(n == 1 ? "is" : "are")} in the next year already. Has the roll been taken over since the summer? Then do not move up"),
        .. plan.Classes.Where(c => c.To is null).Select(c => new Oddity($"{c.From} has no class to go to: its pupils will have none", []))
    ];

    private static IEnumerable<Oddity> OfClass(MoveUpPlan plan, PlannedClass row, Id<Person> me, LocalDate today)
    {
        if (plan.Person(row.Teacher) is not { } teacher)
        {
            yield return new Oddity($"{row.To} has no teacher yet{(row.Open > 0 ? $": {Many(row.Open)} with an open record will not be handed over" : "")}", []);
            yield break;
        }

        var name = teacher.Owner.Name;
        if (teacher.Owner.LeftOn is { } left)
        {
            yield return new Oddity($"{name}, for {row.To}, {(left < today ? "has left" : $"leaves on {left.InWords()}")}", []);
        }

        if (!teacher.Classes.Contains(row.To!))
        {
            yield return new Oddity($"{name} does not hold a role for {row.To}: give it under Settings, so that they see the whole class", []);
        }

        if (teacher.Owner.PersonId == me && row.Open > 0)
        {
            yield return new Oddity($"{row.To} is yours: you know the pupils, so nobody hands them to you", []);
        }
    }

    private static bool IsThereAlready(MovingPupil pupil, AcademicYear into) =>
        pupil.Born is { } born && int.TryParse(pupil.Year, out var year) && into.Starts - (born.Month >= 9 ? born.Year + 1 : born.Year) - AgeInReception + 1 <= year;

    private static IEnumerable<Oddity> Some(IEnumerable<MovingPupil> pupils, Func<int, string> words) =>
        pupils.ToList() is { Count: > 0 } found ? [new Oddity(words(found.Count), [.. found.Take(Oddity.MostNames).Select(p => p.Name)])] : [];

    private static string Many(int pupils) => pupils == 1 ? "1 pupil" : $"{MoveUpPlan.Count(pupils)} pupils";
}
