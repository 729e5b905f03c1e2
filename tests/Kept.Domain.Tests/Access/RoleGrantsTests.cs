using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Access;

public sealed class RoleGrantsTests
{
    private static readonly Id<School> School = Id<School>.New();

    public static TheoryData<StaffRole> Guarded => [StaffRole.Dsl, StaffRole.DeputyDsl, StaffRole.HeadTeacher];

    public static TheoryData<StaffRole> Everything => [.. Enum.GetValues<StaffRole>()];

    [Theory, MemberData(nameof(Guarded))]
    public void A_SENCO_gives_no_safeguarding_role_to_anybody(StaffRole role)
    {
        var senco = By(StaffRole.Senco);
        var other = Named();

        Assert.False(RoleGrants.MayGive(senco, role));
        Assert.True(RoleGrants.Change(senco, other, [], [new RoleWanted(role)], othersRunTheSchool: true).Refused(out var refusal));
        Assert.Contains("Only the head teacher", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_SENCO_cannot_become_DSL_by_way_of_head_teacher()
    {
        var senco = By(StaffRole.Senco);
        var self = Named();

        Assert.True(RoleGrants.Change(senco, self, Held(self, StaffRole.Senco), [new(StaffRole.Senco), new(StaffRole.HeadTeacher)], true).Refused(out _));
    }

    [Theory, MemberData(nameof(Guarded))]
    public void A_head_teacher_gives_and_takes_the_safeguarding_roles(StaffRole role)
    {
        var head = By(StaffRole.HeadTeacher);
        var other = Named();

        var given = RoleGrants.Change(head, other, [], [new RoleWanted(role)], true).OrThrow();
        Assert.Equal(role, Assert.Single(given.Given).Role);
        Assert.Single(RoleGrants.Change(head, other, Held(other, role), [], true).OrThrow().Taken);
    }

    [Fact]
    public void A_DSL_who_does_not_run_the_school_gives_nothing() => Assert.DoesNotContain(Enum.GetValues<StaffRole>(), role => RoleGrants.MayGive(By(StaffRole.Dsl), role));

    [Fact]
    public void A_DSL_who_is_SENCO_as_well_gives_the_safeguarding_roles() => Assert.True(RoleGrants.MayGive(By(StaffRole.Senco, StaffRole.Dsl), StaffRole.DeputyDsl));

    [Theory, MemberData(nameof(Everything))]
    public void An_administrator_gives_no_role_that_sees_a_pupils_record(StaffRole role)
    {
        var seesNothing = Sight.Of([role]).MaySee.Count == 0;

        Assert.Equal(seesNothing, RoleGrants.MayGive(By(StaffRole.Administrator), role));
    }

    [Theory, MemberData(nameof(Everything))]
    public void Nobody_gives_more_than_they_see_themselves_but_a_head_teacher(StaffRole given)
    {
        foreach (var own in Enum.GetValues<StaffRole>().Where(r => r is not StaffRole.HeadTeacher && RoleGrants.MayGive(By(r), given)))
        {
            Assert.True(Sight.Of([given]).MaySee.IsSubsetOf(Sight.Of([own]).MaySee), $"{own} gives {given}");
        }
    }

    [Theory, MemberData(nameof(Everything))]
    public void A_class_teacher_gives_nothing(StaffRole role) => Assert.False(RoleGrants.MayGive(By(StaffRole.ClassTeacher), role));

    [Theory, MemberData(nameof(Everything))]
    public void Whoever_runs_the_machine_gives_every_role(StaffRole role) => Assert.True(RoleGrants.MayGive(new OperatorViewer(School), role));

    [Fact]
    public void Nobody_stands_in_for_somebody_whose_roles_they_cannot_give()
    {
        var dsl = Named();

        Assert.NotNull(RoleGrants.RefusalToManage(By(StaffRole.Senco), dsl, [StaffRole.Dsl]));
        Assert.NotNull(RoleGrants.RefusalToManage(By(StaffRole.Administrator), dsl, [StaffRole.ClassTeacher]));
        Assert.Null(RoleGrants.RefusalToManage(By(StaffRole.Senco), dsl, [StaffRole.ClassTeacher]));
        Assert.Null(RoleGrants.RefusalToManage(By(StaffRole.Administrator), dsl, []));
    }

    [Fact]
    public void The_last_who_runs_the_school_keeps_that_role()
    {
        var senco = By(StaffRole.Senco);
        var self = Named();
        var held = Held(self, StaffRole.Senco);

        Assert.True(RoleGrants.Change(senco, self, held, [new(StaffRole.ClassTeacher, "5E")], othersRunTheSchool: false).Refused(out _));
        Assert.True(RoleGrants.Leave(senco, self, held, new(2026, 12, 18), othersRunTheSchool: false).Refused(out _));
        Assert.False(RoleGrants.Change(senco, self, held, [new(StaffRole.ClassTeacher, "5E")], othersRunTheSchool: true).Refused(out _));
        Assert.False(RoleGrants.Change(senco, self, held, [new(StaffRole.SendLead)], othersRunTheSchool: false).Refused(out _));
        Assert.Null(self.LeftOn);
    }

    [Fact]
    public void Several_classes_are_several_roles_and_what_is_held_stays()
    {
        var teacher = Named();
        var held = Held(teacher, StaffRole.Office).Append(Row(teacher, StaffRole.ClassTeacher, "5E")).ToList();

        var change = RoleGrants.Change(
            By(StaffRole.Senco), teacher, held, [new(StaffRole.ClassTeacher, " 5E "), new(StaffRole.ClassTeacher, "5F"), new(StaffRole.Office, "5E")], true).OrThrow();

        Assert.Equal("5F", Assert.Single(change.Given).ClassName);
        Assert.Empty(change.Taken);
    }

    private static StaffViewer By(params StaffRole[] roles) => new(School, Id<Person>.New(), "Somebody", roles, []);

    private static Person Named() => Person.Named(School, PersonKind.Staff, "Mr", "Tom", "Ellis").OrThrow();

    private static List<RoleHeld> Held(Person person, params StaffRole[] roles) => [.. roles.Select(role => Row(person, role, null))];

    private static RoleHeld Row(Person person, StaffRole role, string? className) =>
        new() { Id = Id<RoleHeld>.New(), SchoolId = School, PersonId = person.Id, Role = role, ClassName = className };
}
