using Kept.Domain;
using Kept.Domain.Search;

namespace Kept.Domain.Tests.Search;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("leo", "Leo Bennett")]
    [InlineData("benet", "Leo Bennett")]
    [InlineData("bennettt", "Leo Bennett")]
    [InlineData("loe benett", "Leo Bennett")]
    [InlineData("zeinab", "Zainab Ali")]
    [InlineData("nett", "Leo Bennett")]
    [InlineData("alfy lokwood", "Alfie Lockwood")]
    [InlineData("sofie", "Sophie Lee")]
    [InlineData("siobahn", "Siobhán O’Brien")]
    [InlineData("obrien", "Siobhán O’Brien")]
    [InlineData("maximillian", "Maximilian Featherstonehaugh")]
    [InlineData("fetherston", "Maximilian Featherstonehaugh")]
    public void A_misspelt_name_is_still_meant(string typed, string name) => Assert.True(Likeness(typed, name) > 0);

    [Theory]
    [InlineData("ruby", "Leo Bennett")]
    [InlineData("leo khan", "Leo Bennett")]
    [InlineData("x801200001001", "Leo H801200001001")]
    [InlineData("lo", "Leo Bennett")]
    [InlineData("mia", "Millie Crowther")]
    public void Another_name_is_not(string typed, string name) => Assert.Equal(0, Likeness(typed, name));

    [Theory]
    [InlineData("ali", "Zainab Ali", "Alisha Brown")]
    [InlineData("leo", "Leo Bennett", "Leonard Price")]
    [InlineData("leon", "Leonard Price", "Leo Bennett")]
    public void The_nearer_name_comes_first(string typed, string nearer, string other) =>
        Assert.True(Likeness(typed, nearer) > Likeness(typed, other));

    private static double Likeness(string typed, string name) => NameLikeness.Of(SearchWords.Read(typed)!.All, Text.Key(name).Split(' '));
}
