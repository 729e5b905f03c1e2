using Kept.Domain.People;
using Kept.Domain.Rolls;

namespace Kept.Domain.Tests.Rolls;

public sealed class RollCarerTests
{
    [Theory]
    [InlineData("PAM", "mother", true)]
    [InlineData("Dad", "father", true)]
    [InlineData("Foster Carer", "foster carer", true)]
    [InlineData("SWR", "social worker", false)]
    [InlineData("Childminder", "childminder", false)]
    [InlineData("ZZQ", "zzq", false)]
    public void A_relationship_is_said_in_words_and_only_a_parent_is_told_by_default(string typed, string kind, bool isParent)
    {
        var carer = new RollCarer { GivenName = "Rosa", FamilyName = "Field", Kind = RelationshipKinds.Read(typed) };

        Assert.Equal(kind, carer.Kind);
        Assert.Equal(isParent, carer.IsParent);
        Assert.True((carer with { ParentalResponsibility = KnownOrNot.Yes }).IsParent);
    }
}
