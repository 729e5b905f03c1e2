using Kept.Domain.Accounts;

namespace Kept.Domain.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("tractor velvet noon")]
    [InlineData("correct horse battery staple")]
    [InlineData("Marmalade!Thursday7Kites")]
    [InlineData("x7Qp-4mWz-9rTk")]
    [InlineData("mydogeatstangerines")]
    public void A_long_password_that_nobody_would_guess_is_good_enough(string typed) => Assert.Null(Password.Check(typed));

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("PasswordPassword")]
    [InlineData("welcome12345")]
    [InlineData("letmeinletmein")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("098765432109")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("aabbaabbaabb")]
    [InlineData("!!!!!!!!!!!!")]
    [InlineData("Liverpool2026!")]
    [InlineData("September2026")]
    [InlineData("ilovemydaddy")]
    [InlineData("headteacher1")]
    public void A_password_that_is_guessed_first_is_refused(string typed) => Assert.NotNull(Password.Check(typed));

    [Theory]
    [InlineData("AminaKhan2026!")]
    [InlineData("hillviewschool")]
    [InlineData("amina.khan@hillview")]
    public void A_password_made_of_what_anybody_knows_of_its_owner_is_refused(string typed) =>
        Assert.NotNull(Password.Check(typed, "Mrs Amina Khan", "amina.khan@hillview.sch.uk", "Hillview School"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tractor noon")]
    [InlineData("tractornoo7")]
    public void Short_of_twelve_characters_is_refused_and_twelve_are_enough(string? typed) =>
        Assert.Equal(typed is { Length: >= 12 }, Password.Check(typed) is null);

    [Fact]
    public void A_password_beyond_the_longest_is_refused() => Assert.NotNull(Password.Check(string.Concat(Enumerable.Repeat("velvet tractor ", 20))));
}
