using System.Globalization;
using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>A school year, August to July: it holds the Scottish year, which starts in August, as well as the English.</summary>
/// <param name="Starts">The calendar year in which it starts.</param>
public readonly record struct AcademicYear(int Starts)
{
    private const int FirstMonth = 8;

    public LocalDate From => new(Starts, FirstMonth, 1);

    public LocalDate To => From.PlusYears(1).PlusDays(-1);

    public AcademicYear Next => new(Starts + 1);

    public AcademicYear Before => new(Starts - 1);

    /// <summary>The first day of each month, in order.</summary>
    public IEnumerable<LocalDate> Months
    {
        get
        {
            var first = From;
            return Enumerable.Range(0, 12).Select(first.PlusMonths);
        }
    }

    public static AcademicYear Of(LocalDate day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);

    public bool Contains(LocalDate day) => From <= day && day <= To;

    /// <summary>"2026/27".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Starts}/{(Starts + 1) % 100:00}");
}
