using System.Globalization;
using Kept.Domain;
using NodaTime;

namespace Kept.Web.Components;

/// <summary>A date of birth in three boxes.</summary>
public sealed class DateBoxes
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public Result<LocalDate> Read(LocalDate today, int oldest)
    {
        if (Year?.Trim().Length != 4 || WrittenDate.Read(InOurDigits($"{Day} {Month} {Year}"), today) is not { } date)
        {
            return new Refusal("Enter a date of birth with day, month and year, like 27 3 2016");
        }

        return date > today || date < today.PlusYears(-oldest)
            ? new Refusal("Check the year of birth: a pupil is between 0 and 25 years old")
            : date;
    }

    /// <summary>Many keyboards write ۲۷ or ২৭ for 27.</summary>
    private static string InOurDigits(string typed) =>
        string.Concat(typed.Select(c => char.IsDigit(c) ? ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture) : c.ToString()));
}
