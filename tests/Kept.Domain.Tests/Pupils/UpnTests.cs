using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class UpnTests
{
    [Theory]
    [InlineData("B801200005001")]
    [InlineData("R674123101121")]
    [InlineData("N82043212600B")]
    [InlineData("X82043211900A")]
    public void A_right_number_is_taken(string upn) => Assert.Equal(upn, Upn.Read(upn).OrThrow());

    [Fact]
    public void Spaces_and_small_letters_are_forgiven() => Assert.Equal("B801200005001", Upn.Read(" b801 2000 05001 ").OrThrow());

    [Fact]
    public void A_wrong_check_letter_is_named_with_the_right_one()
    {
        Assert.True(Upn.Read("A801200005001").Refused(out var refused));
        Assert.Contains("is A but its digits need B", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_digit_is_found()
    {
        for (var place = 1; place < Upn.Length; place++)
        {
            var mistyped = "B801200005001".ToCharArray();
            mistyped[place] = mistyped[place] is '9' ? '0' : (char)(mistyped[place] + 1);

            Assert.True(Upn.Read(new string(mistyped)).Refused(out _), $"A mistake at place {place + 1} went unnoticed.");
        }
    }

    /// <summary>One vendor's worked example says Q; the sum is 266, so the letter is P.</summary>
    [Fact]
    public void The_sum_is_ours_and_not_a_vendors() => Assert.Equal('P', Upn.CheckLetter("B207000016049"));

    [Theory]
    [InlineData(null, "has 13 characters; this one has 0")]
    [InlineData("", "has 13 characters; this one has 0")]
    [InlineData("B80120000500", "this one has 12")]
    [InlineData("B8012000050011", "this one has 14")]
    [InlineData("I801200005001", "I, O and S are never used")]
    [InlineData("B80120000500S", "I, O and S are never used")]
    [InlineData("B80120000A001", "eleven digits")]
    [InlineData("1801200005001", "a letter, eleven digits")]
    [InlineData("B80120000500?", "a digit or letter")]
    [InlineData("B80120000500١", "a digit or letter")]
    public void What_is_no_number_is_refused_with_a_reason(string? typed, string reason)
    {
        Assert.True(Upn.Read(typed).Refused(out var refused));
        Assert.Contains(reason, refused.Sentence, StringComparison.Ordinal);
    }
}
