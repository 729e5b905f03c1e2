using Kept.Domain.Access;
using Kept.Domain.People;

namespace Kept.Domain.Tests.Access;

/// <summary>Rule 7: visibility is part of the data. The default is nothing.</summary>
public sealed class SightTests
{
    private static readonly Visibility[] Nothing = [];
    private static readonly Visibility[] Shared = [Visibility.Family];
    private static readonly Visibility[] Staff = [Visibility.Family, Visibility.Staff];
    private static readonly Visibility[] SendTeam = [Visibility.Family, Visibility.Staff, Visibility.SendTeam];
    private static readonly Visibility[] Everything = [Visibility.Family, Visibility.Staff, Visibility.SendTeam, Visibility.Safeguarding];

    public static TheoryData<StaffRole, Visibility[], bool> Seen => new()
    {
        { StaffRole.Senco, SendTeam, true },
        { StaffRole.SendLead, SendTeam, true },
        { StaffRole.HeadTeacher, SendTeam, true },
        { StaffRole.SeniorLeader, SendTeam, true },
        { StaffRole.Dsl, Everything, true },
        { StaffRole.DeputyDsl, Everything, true },
        { StaffRole.PastoralLead, Staff, true },
        { StaffRole.AttendanceLead, Staff, true },
        { StaffRole.ClassTeacher, Staff, false },
        { StaffRole.FormTutor, Staff, false },
        { StaffRole.TeachingAssistant, Staff, false },
        { StaffRole.Office, Shared, true },
        { StaffRole.Governor, Nothing, false },
        { StaffRole.TrustLead, Nothing, false },
        { StaffRole.Administrator, Nothing, false }
    };

    [Fact]
    public void The_SENCO_the_SEND_lead_and_the_head_teacher_publish_plans() =>
        Assert.Equal([StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher], Enum.GetValues<StaffRole>().Where(role => Sight.Of([role]).MayPublishPlans));

    [Theory]
    [MemberData(nameof(Seen))]
    public void A_role_sees_what_it_needs(StaffRole role, Visibility[] sees, bool allPupils)
    {
        var sight = Sight.Of([role]);

        Assert.Equal(sees, sight.MaySee.Order());
        Assert.Equal(allPupils, sight.AllPupils);
    }

    [Fact]
    public void Every_role_is_thought_of() => Assert.Equal(Enum.GetValues<StaffRole>(), Seen.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Safeguarding_is_for_the_DSL_and_deputies_alone()
    {
        var opens = Enum.GetValues<StaffRole>().Where(role => Sight.Of([role]).MaySee.Contains(Visibility.Safeguarding));

        Assert.Equal([StaffRole.Dsl, StaffRole.DeputyDsl], opens);
    }

    [Fact]
    public void The_SENCO_and_the_SEND_lead_run_the_process() =>
        Assert.Equal([StaffRole.Senco, StaffRole.SendLead], Enum.GetValues<StaffRole>().Where(role => Sight.Of([role]).RunsTheProcess));

    [Fact]
    public void All_other_roles_together_still_do_not_open_safeguarding() =>
        Assert.DoesNotContain(Visibility.Safeguarding, Sight.Of(Enum.GetValues<StaffRole>().Except([StaffRole.Dsl, StaffRole.DeputyDsl])).MaySee);

    [Fact]
    public void Who_has_no_role_sees_nothing()
    {
        var sight = Sight.Of([]);

        Assert.Empty(sight.MaySee);
        Assert.False(sight.AllPupils || sight.MayLog || sight.MayRunSchool || sight.MayExport || sight.MayProve);
    }

    [Fact]
    public void Roles_add_up()
    {
        var sight = Sight.Of([StaffRole.ClassTeacher, StaffRole.Administrator]);

        Assert.Equal(Staff, sight.MaySee.Order());
        Assert.True(sight is { MayRunSchool: true, MayLog: true, AllPupils: false, MayExport: false });
    }

    [Fact]
    public void Whoever_only_runs_the_school_reads_nobodys_record() =>
        Assert.True(Sight.Of([StaffRole.Administrator]) is { MayRunSchool: true, MayLog: false, MayExport: false, MaySee.Count: 0 });
}
