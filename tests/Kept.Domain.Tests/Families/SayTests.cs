using Kept.Domain.Families;

namespace Kept.Domain.Tests.Families;

/// <summary>What is said on one phone and kept on another comes together without a word lost or doubled.</summary>
public sealed class SayTests
{
    private static readonly string Well = AskedQuestion.KeyOf(SayQuestion.Well), Want = AskedQuestion.KeyOf(SayQuestion.Want);

    [Theory]
    [InlineData("Reading", null, "Reading", false)]
    [InlineData("Reading and maths", " Reading ", "Reading and maths", false)]
    [InlineData(null, "Maths", "Maths", true)]
    [InlineData("Not yet", "No", "No\nNot yet", true)]
    [InlineData("Not yet. No, he says", "No", "Not yet. No, he says", false)]
    [InlineData("Reading", "Maths", "Maths\nReading", true)]
    [InlineData("Reading", "  ", "Reading", false)]
    public void Words_kept_elsewhere_stand_before_those_that_are_here(string? here, string? elsewhere, string both, bool lacked)
    {
        var (say, other) = (Of(here), Of(elsewhere));

        Assert.Equal(lacked, say.Lacks(other));
        Assert.Equal(both, say.With(other).Words[Well]);
        Assert.False(say.With(other).Lacks(other));
    }

    [Fact]
    public void Pictures_of_both_are_kept_under_the_question_that_they_answer()
    {
        var (words, pictures) = (Of("Reading"), Of(null) with { Pictures = [SayPicture.Happy], PicturesAsked = Want });

        Assert.True(words.Lacks(pictures));
        Assert.Equal([SayPicture.Happy], words.With(pictures).Pictures);
        Assert.Equal(Want, words.With(pictures).PicturesAsked);
        Assert.Equal([SayPicture.Sad, SayPicture.Happy], (words with { Pictures = [SayPicture.Sad] }).With(pictures).Pictures);
    }

    private static Say Of(string? well) => new(well is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [Well] = well });
}
