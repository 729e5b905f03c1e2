using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Domain.Meetings;

/// <summary>One time that a family may book.</summary>
public sealed record SurgerySlot(LocalDate On, LocalTime At);

/// <summary>When somebody leads a meeting, whoever it is about.</summary>
public sealed record LedMeeting(Id<Person> LeadId, LocalDate On, LocalTime At, int Minutes);

/// <summary>
/// Protected time of one member of staff that comes every week, in slots that families book for themselves: a meeting that nobody has to arrange. Its times are never
/// changed beneath those who booked: other times are another surgery.
/// </summary>
public sealed class Surgery : IBelongsToSchool
{
    /// <summary>Families see so far ahead, from tomorrow: whoever gives the time learns of it on the day before at the latest.</summary>
    public const int DaysAhead = 42;

    public const int DaysOffMaxLength = 600;

    public required Id<Surgery> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>Whose time it is.</summary>
    public required Id<Person> LeadId { get; init; }

    public required IsoDayOfWeek Weekday { get; init; }
    public required LocalTime From { get; init; }
    public required int Slots { get; init; }
    public required int Minutes { get; init; }
    public string? Place { get; init; }
    public required Id<Person> OfferedById { get; init; }
    public required Instant OfferedAt { get; init; }

    /// <summary>The last day on which it may be booked; null while it goes on.</summary>
    public LocalDate? LastOn { get; private set; }

    /// <summary>Days to come on which there is none, as ISO dates with a space between.</summary>
    public string? DaysOff { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; } = 1;

    public LocalTime Until => From.PlusMinutes(Minutes * Slots);

    /// <param name="id">Chosen by the form, so that sending it twice offers one.</param>
    /// <param name="school">Whose it is.</param>
    /// <param name="plan">When and where.</param>
    /// <param name="lead">Whose time: staff who talk with families.</param>
    /// <param name="today">The day of offering.</param>
    /// <param name="by">Who offers it.</param>
    /// <param name="at">When.</param>
    public static (Surgery? Offered, IReadOnlyList<Refusal> Wrong) Offer(
        Id<Surgery> id, Id<School> school, SurgeryPlan plan, Owner? lead, LocalDate today, Id<Person> by, Instant at)
    {
        List<Refusal> wrong = [.. plan.Wrong()];
        if (lead is null || !MayBeGivenBy(lead, today))
        {
            wrong.Insert(0, new Refusal("Choose whose time it is: a colleague who is here and talks with families", "Lead"));
        }

        return wrong.Count > 0 ? (null, wrong) : (new Surgery
        {
            Id = id,
            SchoolId = school,
            LeadId = lead!.PersonId,
            Weekday = plan.Weekday,
            From = plan.From,
            Slots = plan.Slots,
            Minutes = plan.Minutes,
            Place = Text.Tidy(plan.Place),
            OfferedById = by,
            OfferedAt = at
        }, []);
    }

    /// <summary>Whose time families can be offered at all: staff who are here and may answer them.</summary>
    public static bool MayBeGivenBy(Owner lead, LocalDate today) =>
        lead.Kind is PersonKind.Staff && lead.RefusalOn(today, Visibility.Family) is null && Sight.Of(lead.Roles) is { MayLog: true } sight && sight.MaySee.Contains(Visibility.Staff);

    /// <summary>Whether the same colleague would sit in both at once.</summary>
    public bool Clashes(Surgery other) => Id != other.Id && LeadId == other.LeadId && Weekday == other.Weekday && LastOn is null && other.LastOn is null && From < other.Until && other.From < Until;

    /// <summary>The days to come on which it takes place, the next first: school days that are not taken out.</summary>
    public IEnumerable<LocalDate> DaysToCome(SchoolCalendar calendar, LocalDate today) =>
        Enumerable.Range(1, DaysAhead).Select(today.PlusDays)
            .Where(day => day.DayOfWeek == Weekday && (LastOn is null || day <= LastOn) && calendar.IsSchoolDay(day) && !Off().Contains(day));

    /// <summary>Every slot of those days, whether somebody has booked it or not.</summary>
    public IEnumerable<SurgerySlot> SlotsToCome(SchoolCalendar calendar, LocalDate today) =>
        from day in DaysToCome(calendar, today)
        from slot in Enumerable.Range(0, Slots)
        select new SurgerySlot(day, From.PlusMinutes(slot * Minutes));

    /// <summary>Whether whoever gives the time is elsewhere then: at a meeting that lasts into this slot, or begins in it.</summary>
    public bool IsKeptBy(SurgerySlot slot, LedMeeting other) =>
        other.LeadId == LeadId && other.On == slot.On && MinuteOf(slot.At) < MinuteOf(other.At) + other.Minutes && MinuteOf(other.At) < MinuteOf(slot.At) + Minutes;

    /// <summary>Takes one day out. What was booked for it is called off by the caller, with the reason.</summary>
    public Result<SurgeryDayOff> TakeOut(LocalDate day, SchoolCalendar calendar, LocalDate today)
    {
        if (!DaysToCome(calendar, today).Contains(day))
        {
            return new Refusal("There is no surgery on that day any more. Look at what stands here now");
        }

        DaysOff = string.Join(' ', Off().Where(off => off >= today).Append(day).Order().Select(LocalDatePattern.Iso.Format));
        Version++;
        return new SurgeryDayOff();
    }

    /// <summary>Nothing more can be booked. What is booked stays.</summary>
    public Result<SurgeryEnded> End(LocalDate today)
    {
        if (LastOn is not null)
        {
            return new Refusal("This surgery has ended already");
        }

        LastOn = today;
        Version++;
        return new SurgeryEnded();
    }

    private IEnumerable<LocalDate> Off() => (DaysOff ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => LocalDatePattern.Iso.Parse(day).Value);

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
