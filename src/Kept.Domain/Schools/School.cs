using NodaTime;

namespace Kept.Domain.Schools;

/// <summary>The UK nations; each has its own bank holidays and, later, its own terms and plan types.</summary>
public enum Nation
{
    England,
    Wales,
    Scotland,
    NorthernIreland
}

/// <summary>A multi-academy trust, or the trust of one that a school by itself is.</summary>
public sealed class Trust
{
    public required Id<Trust> Id { get; init; }
    public required string Name { get; set; }
}

/// <summary>A school: the tenant. What law or policy may change is a setting here, never a constant elsewhere.</summary>
public sealed class School : IBelongsToSchool
{
    public const int NameMaxLength = 120;

    /// <summary>When school is out, and those who want to hear once a day are told.</summary>
    public static readonly LocalTime DigestAt = new(16, 30);

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public required Id<School> Id { get; init; }
    public required Id<Trust> TrustId { get; init; }

    /// <summary>Short name for the command line: "hillview".</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }
    public Nation Nation { get; set; } = Nation.England;

    /// <summary>What reaches the school after this counts as received on the next working day (rule 11).</summary>
    public LocalTime ClosesAt { get; set; } = new(16, 0);

    public bool InsetDaysAreWorkingDays { get; set; } = true;

    /// <summary>Working days in which a contact is acknowledged. Four is one school's written procedure, not law.</summary>
    public int AcknowledgeWithinWorkingDays { get; set; } = 4;

    /// <summary>Days without a touch after which an open action counts as dead (rule 3).</summary>
    public int DeadAfterDays { get; set; } = 30;

    /// <summary>From this time in the evening no family is sent anything.</summary>
    public LocalTime QuietFrom { get; set; } = new(19, 0);

    /// <summary>Until this time in the morning.</summary>
    public LocalTime QuietUntil { get; set; } = new(8, 0);

    /// <summary>Raised with every change of the calendar, so that each node knows when the one it holds is old.</summary>
    public int CalendarVersion { get; private set; }

    /// <summary>Raised with every change of what is asked before a meeting.</summary>
    public int QuestionsVersion { get; private set; }

    Id<School> IBelongsToSchool.SchoolId => Id;

    /// <summary>Takes the school's settings as one who runs it has entered them.</summary>
    public Result<SettingsChanged> Settle(SchoolSettings settings)
    {
        if (settings.Wrong().FirstOrDefault() is { } refusal)
        {
            return refusal;
        }

        // The calendar that each node holds counts INSET days one way or the other.
        CalendarVersion += settings.InsetDaysAreWorkingDays == InsetDaysAreWorkingDays ? 0 : 1;
        Name = Text.Tidy(settings.Name)!;
        ClosesAt = settings.ClosesAt;
        InsetDaysAreWorkingDays = settings.InsetDaysAreWorkingDays;
        AcknowledgeWithinWorkingDays = settings.AcknowledgeWithinWorkingDays;
        DeadAfterDays = settings.DeadAfterDays;
        QuietFrom = settings.QuietFrom;
        QuietUntil = settings.QuietUntil;
        return new SettingsChanged();
    }

    public void ChangeQuestions() => QuestionsVersion++;

    public CalendarChanged ChangeCalendar()
    {
        CalendarVersion++;
        return new CalendarChanged();
    }
}
