using Kept.Web.Tests.World;
using Kept.Web.Translating;

namespace Kept.Web.Tests.Translating;

/// <summary>The adapter for Apertium, against the real engine.</summary>
public sealed class ApertiumTests(RealApertium apertium) : IClassFixture<RealApertium>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "es", "The book is red", "El libro es rojo")]
    [InlineData("es", "en", "El libro es rojo", "The book is red")]
    [InlineData("en", "es", "Zwbfl reads", "Zwbfl Lee")]
    public async Task It_translates_both_ways_and_leaves_words_that_it_does_not_know_unmarked(string from, string to, string words, string expected)
    {
        using var engine = apertium.Settings.Open(new FixedClock());

        Assert.Equal(new EngineAnswer.Translated(expected), await engine.TranslateAsync(words, from, to, Cancel));
    }

    [Theory]
    [InlineData("en", "es", true)]
    [InlineData("en", "es-MX", true)]
    [InlineData("en", "ur", false)]
    [InlineData("es", "pt", false)]
    public async Task It_says_what_it_can(string from, string to, bool can)
    {
        using var engine = apertium.Settings.Open(new FixedClock());

        Assert.Equal(can, await engine.CanAsync(from, to, Cancel));
        Assert.Equal(can, await engine.TranslateAsync("Good", from, to, Cancel) is EngineAnswer.Translated);
    }

    [Fact]
    public async Task One_that_is_not_there_is_away_and_not_unable()
    {
        using var engine = EngineSettings.Of("apertium", "http://127.0.0.1:9").OrThrow().Open(new FixedClock());

        Assert.Null(await engine.CanAsync("en", "es", Cancel));
        Assert.IsType<EngineAnswer.Away>(await engine.TranslateAsync("Good", "en", "es", Cancel));
    }
}
