using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class UpnTests
{
    [Theory]
    [InlineData("B801200005001")]
    [InlineData("R674123101121")]
    [InlineData("N82043212600B")]
    [InlineData("X82043211900A")]
    [InlineData("P207000016049")]
    [InlineData(" b801 2000 05001 ")]
    public void A_number_whose_check_letter_fits_is_read(string typed) =>
        Assert.Equal(string.Concat(typed.Where(c => c != ' ')).ToUpperInvariant(), Upn.Read(typed).OrThrow());

    [Theory]
    [InlineData("A801200005001", "digits need B")]
    [InlineData("Q207000016049", "digits need P")]
    [InlineData("B80120000500", "this one has 12")]
    [InlineData("", "this one has 0")]
    [InlineData("I801200005001", "never used")]
    [InlineData("B80120000500O", "never used")]
    [InlineData("B80A200005001", "a letter, eleven digits")]
    public void Any_other_is_refused_with_what_is_wrong(string typed, string why)
    {
        Assert.True(Upn.Read(typed).Refused(out var refusal));
        Assert.Contains(why, refusal.Sentence, StringComparison.Ordinal);
    }
}
