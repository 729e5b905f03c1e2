using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>What a stretch of the school's calendar is.</summary>
public enum PeriodKind
{
    Term,
    HalfTerm,

    /// <summary>A day for staff and not for pupils. A working day unless the school says otherwise.</summary>
    Inset,

    /// <summary>A day on which the school is shut to everybody: snow, an election, a burst pipe.</summary>
    Closure,

    BankHoliday
}

/// <summary>A stretch of the school's calendar; both ends are included, as people mean it.</summary>
public sealed record CalendarPeriod(PeriodKind Kind, LocalDate From, LocalDate To, string Title)
{
    public bool Contains(LocalDate day) => From <= day && day <= To;
}
