using Kept.Web.Wordings;

namespace Kept.Web.Tests.Wordings;

public sealed class OneIdeaALineTests
{
    [Fact]
    public void Each_sentence_is_a_line_and_a_time_is_none() =>
        Assert.Equal(["We meet at 2.30pm.", "Will you come?", "Tell us!"], OneIdeaALine.Of("We meet at 2.30pm. Will you come?  Tell us!"));

    /// <summary>Two sentences in English, so at least two in every script.</summary>
    [Fact]
    public void Sentences_end_in_every_language() =>
        Assert.All(Wording.All.Select(l => Wording.Of(l.Tag)!), words => Assert.True(OneIdeaALine.Of(words["interpreter.text"]).Count == 2, $"{words.Tag}: {words["interpreter.text"]}"));
}
