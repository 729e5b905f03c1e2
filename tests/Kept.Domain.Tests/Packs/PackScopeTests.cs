using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Packs;

/// <summary>What each audience gets; never more than whoever makes the pack may see.</summary>
public sealed class PackScopeTests
{
    private static readonly StaffViewer Senco = Who(StaffRole.Senco);
    private static readonly StaffViewer Dsl = Who(StaffRole.Dsl);

    [Theory]
    [InlineData(PackAudience.Family, Visibility.Family)]
    [InlineData(PackAudience.Governor, Visibility.Staff)]
    [InlineData(PackAudience.NextSchool, Visibility.SendTeam)]
    [InlineData(PackAudience.Tribunal, Visibility.SendTeam)]
    [InlineData(PackAudience.SubjectAccess, Visibility.SendTeam)]
    public void An_audience_gets_what_is_for_it_even_from_a_safeguarding_lead(PackAudience audience, Visibility narrowest)
    {
        Assert.Equal(narrowest, PackScope.Of(Senco, audience, safeguarding: false).OrThrow().Narrowest);
        Assert.Equal(narrowest, PackScope.Of(Dsl, audience, safeguarding: false).OrThrow().Narrowest);
    }

    [Theory]
    [MemberData(nameof(Audiences))]
    public void Nobody_but_a_safeguarding_lead_puts_safeguarding_into_a_pack(PackAudience audience) =>
        Assert.True(PackScope.Of(Senco, audience, safeguarding: true).Refused(out _));

    [Theory]
    [InlineData(PackAudience.Family)]
    [InlineData(PackAudience.Governor)]
    public void Safeguarding_never_goes_to_a_family_or_a_governor(PackAudience audience) =>
        Assert.True(PackScope.Of(Dsl, audience, safeguarding: true).Refused(out _));

    [Fact]
    public void The_child_protection_file_travels_apart_from_the_main_one() =>
        Assert.Equal([Visibility.Safeguarding], PackScope.Of(Dsl, PackAudience.NextSchool, safeguarding: true).OrThrow().Sees);

    [Fact]
    public void A_tribunal_gets_all_of_it_marked()
    {
        var scope = PackScope.Of(Dsl, PackAudience.Tribunal, safeguarding: true).OrThrow();

        Assert.Equal(Enum.GetValues<Visibility>(), scope.Sees.Order());
        Assert.True(scope.MarksOthers);
    }

    [Theory]
    [MemberData(nameof(Audiences))]
    public void A_pack_is_read_by_its_maker_with_no_more_than_its_readers_may_see(PackAudience audience)
    {
        foreach (var maker in (StaffViewer[])[Senco, Dsl, Who(StaffRole.SeniorLeader)])
        {
            var scope = PackScope.Of(maker, audience, safeguarding: false).OrThrow();
            var reading = scope.HeldBy(maker);

            Assert.Equal(scope.Sees.Order(), reading.Sight.MaySee.Order());
            Assert.True(reading.Sight.MaySee.IsSubsetOf(maker.Sight.MaySee));
            Assert.Equal(maker.PersonId, reading.PersonId);
        }
    }

    [Fact]
    public void Who_may_see_nothing_makes_no_pack() => Assert.True(PackScope.Of(Who(StaffRole.Governor), PackAudience.Family, safeguarding: false).Refused(out _));

    [Fact]
    public void A_governor_is_told_of_nobody_by_name_and_a_family_of_no_other_carer()
    {
        Assert.False(PackScope.Of(Senco, PackAudience.Governor, safeguarding: false).OrThrow().NamesTheFamily);
        Assert.False(PackScope.Of(Senco, PackAudience.Family, safeguarding: false).OrThrow().ListsCarers);
    }

    public static TheoryData<PackAudience> Audiences => [.. Enum.GetValues<PackAudience>()];

    private static StaffViewer Who(StaffRole role) => new(Id<School>.New(), Id<Person>.New(), "Somebody", [role], []);
}
