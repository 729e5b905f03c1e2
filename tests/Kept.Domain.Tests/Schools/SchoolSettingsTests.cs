using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Schools;

public sealed class SchoolSettingsTests
{
    private static readonly SchoolSettings Good = new("Hillview School", new LocalTime(16, 30), InsetDaysAreWorkingDays: true, 4, 30, new LocalTime(19, 30), new LocalTime(7, 0));

    [Fact]
    public void What_is_entered_is_taken()
    {
        var school = Hillview();

        school.Settle(Good with { Name = "  Hillview   Primary ", AcknowledgeWithinWorkingDays = 2, DeadAfterDays = 14 }).OrThrow();

        Assert.Equal(("Hillview Primary", new LocalTime(16, 30), 2, 14),
            (school.Name, school.ClosesAt, school.AcknowledgeWithinWorkingDays, school.DeadAfterDays));
    }

    [Fact]
    public void Counting_INSET_days_otherwise_makes_every_held_calendar_old()
    {
        var school = Hillview();

        school.Settle(Good).OrThrow();
        Assert.Equal(0, school.CalendarVersion);

        school.Settle(Good with { InsetDaysAreWorkingDays = false }).OrThrow();
        Assert.Equal(1, school.CalendarVersion);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_beside_its_field()
    {
        Assert.Equal("Name", Refused(Good with { Name = " " }));
        Assert.Equal("Name", Refused(Good with { Name = new string('x', School.NameMaxLength + 1) }));
        Assert.Equal("ClosesAt", Refused(Good with { ClosesAt = new(4, 0) }));
        Assert.Equal("AcknowledgeWithinWorkingDays", Refused(Good with { AcknowledgeWithinWorkingDays = 0 }));
        Assert.Equal("AcknowledgeWithinWorkingDays", Refused(Good with { AcknowledgeWithinWorkingDays = 21 }));
        Assert.Equal("DeadAfterDays", Refused(Good with { DeadAfterDays = 6 }));
        Assert.Equal("DeadAfterDays", Refused(Good with { DeadAfterDays = 366 }));
        Assert.Equal("QuietFrom", Refused(Good with { QuietFrom = new(16, 0) }));
        Assert.Equal("QuietUntil", Refused(Good with { QuietUntil = new(12, 30) }));
    }

    private static string? Refused(SchoolSettings settings)
    {
        var school = Hillview();
        Assert.True(school.Settle(settings).Refused(out var refusal));
        Assert.Equal("Hillview School", school.Name);
        return refusal.Field;
    }

    private static School Hillview() => new() { Id = Id<School>.New(), TrustId = Id<Trust>.New(), Slug = "hillview", Name = "Hillview School" };
}
