using Kept.Domain;
using NodaTime;

namespace Kept.Web.Features.Staff.Settings.Pupils;

/// <summary>A date of birth in three boxes.</summary>
public sealed class DateBoxes
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public Result<LocalDate> Read(LocalDate today, int oldest)
    {
        if (Year?.Trim().Length != 4 || WrittenDate.Read($"{Day} {Month} {Year}", today) is not { } date)
        {
            return new Refusal("Enter a date of birth with day, month and year, like 27 3 2016");
        }

        return date > today || date < today.PlusYears(-oldest)
            ? new Refusal("Check the year of birth: a pupil is between 0 and 25 years old")
            : date;
    }
}
