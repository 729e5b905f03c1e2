using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Actions;

/// <summary>An action as agreed on Tuesday 5 May, and people who may own it.</summary>
internal static class Sample
{
    public static readonly LocalDate Today = new(2026, 5, 5);
    public static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    public static readonly Instant Later = Now + Duration.FromHours(1);

    public static readonly Owner Senco = Staff("Mrs Khan", StaffRole.Senco);
    public static readonly Owner Teacher = Staff("Mr Ellis", StaffRole.ClassTeacher);
    public static readonly Owner Office = Staff("Mrs Lister", StaffRole.Office);
    public static readonly Owner Dsl = Staff("Mrs Marsh", StaffRole.Dsl);
    public static readonly Owner Governor = Staff("Mr Reeve", StaffRole.Governor);
    public static readonly Owner Mother = new(Id<Person>.New(), PersonKind.Carer, "Ms Bennett", null, []);
    public static readonly Owner Psychologist = new(Id<Person>.New(), PersonKind.Professional, "Dr Nair", null, []);

    public static ActionAgreement Agreement(string? what = "Share a shorter start-of-day plan", Visibility visibility = Visibility.Family) =>
        new(Id<School>.New(), Id<Pupil>.New(), null, "Annual review", what, visibility, Today);

    public static AgreedAction Action(Visibility visibility = Visibility.Family, Owner? owner = null) =>
        AgreedAction.Agree(Agreement(visibility: visibility), owner ?? Senco, Today.PlusDays(3), Today, Now).OrThrow();

    public static AgreedAction Done()
    {
        var action = Action();
        action.MarkDone("He comes in smiling", "Reading record", Today, Now).OrThrow();
        return action;
    }

    public static AgreedAction Parked()
    {
        var action = Action();
        action.Park("The report has not come", Today.PlusDays(14), Today, Now).OrThrow();
        return action;
    }

    private static Owner Staff(string name, StaffRole role) => new(Id<Person>.New(), PersonKind.Staff, name, null, [role]);
}
