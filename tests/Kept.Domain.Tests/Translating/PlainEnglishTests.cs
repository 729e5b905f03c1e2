using Kept.Domain.Coach;
using Kept.Domain.Translating;

namespace Kept.Domain.Tests.Translating;

/// <summary>No letters of the field go to an engine as they are.</summary>
public sealed class PlainEnglishTests
{
    [Theory]
    [InlineData("The IEP will be shared", "The individual education plan will be shared")]
    [InlineData("Two IEPs", "Two individual education plans")]
    [InlineData("Write the IEP plan", "Write the individual education plan plan")]
    [InlineData("EHC plan", "Education, health and care plan")]
    [InlineData("The TA and the LSA", "The teaching assistant and the learning support assistant")]
    [InlineData("SENCO to ring home. EP to visit", "Special educational needs co-ordinator to ring home. Educational psychologist to visit")]
    [InlineData("The educational psychologist (EP) visits", "The educational psychologist visits")]
    [InlineData("HI Leo", "HI Leo")]
    [InlineData("Read the iep.pdf of IEP-2", "Read the iep.pdf of IEP-2")]
    [InlineData("Leo reads well", "Leo reads well")]
    public void Letters_are_said_in_words(string written, string plain) => Assert.Equal(plain, PlainEnglish.Of(written));

    [Fact]
    public void Every_abbreviation_of_the_glossary_is_said()
    {
        var left = PlainWords.All.Where(term => term.IsAbbreviation).SelectMany(term => term.Spellings)
            .Where(spelling => PlainEnglish.Of($"The {spelling} is here").Split(' ').Contains(spelling));

        Assert.Empty(left);
    }
}
