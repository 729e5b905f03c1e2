using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Schools;

public sealed class SlugTests
{
    [Theory]
    [InlineData("hillview", "hillview")]
    [InlineData(" Hillview ", "hillview")]
    [InlineData("st-marys-2", "st-marys-2")]
    public void A_plain_short_name_is_taken_in_small_letters(string typed, string slug) => Assert.Equal(slug, Slug.Read(typed).OrThrow());

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("2nd-school")]
    [InlineData("hill view")]
    [InlineData("hill--view")]
    [InlineData("hillview-")]
    [InlineData("../etc")]
    [InlineData("schoöl")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnop")]
    public void What_would_not_do_as_a_file_name_is_refused_with_a_sentence(string typed)
    {
        Assert.True(Slug.Read(typed).Refused(out var refusal));
        Assert.Equal("Slug", refusal.Field);
    }

    [Theory]
    [InlineData("Hillview School", "hillview")]
    [InlineData("St Mary’s Primary School", "st-marys-primary")]
    [InlineData("The École Academy", "ecole")]
    public void A_short_name_is_suggested_from_the_school_s(string name, string slug) => Assert.Equal(slug, Slug.Suggest(name));
}
