namespace Kept.Domain.Tests;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("زینب کو صبح کے وقت پریشانی ہوتی ہے", "ur", true)]
    [InlineData("الطفل قلق في الصباح", "ar", true)]
    [InlineData("ਲੀਓ ਸਵੇਰੇ ਬਹੁਤ ਚਿੰਤਤ ਹੈ", "pa", false)]
    [InlineData("«লিও সকালে খুব চিন্তিত থাকে»", "bn", false)]
    public void Words_are_told_by_their_letters(string words, string language, bool rightToLeft) => Assert.Equal(new Script(language, rightToLeft), Script.Of(words));

    [Theory]
    [InlineData("Tearful on Mondays")]
    [InlineData("She said صبح")]
    [InlineData("12/5")]
    public void Latin_letters_tell_no_language(string words) => Assert.Null(Script.Of(words));

    [Theory]
    [InlineData("Tearful on Mondays — “again”, 12/5 😀", true)]
    [InlineData("Zoë Żak, Миа", true)]
    [InlineData("She said صبح", false)]
    [InlineData("ਸੋਮਵਾਰ", false)]
    [InlineData("𞤀𞤣𞤤𞤢𞤥", false)]
    public void Words_in_Latin_letters_run_on_in_a_line_of_ours(string words, bool latin) => Assert.Equal(latin, Script.IsLatin(words));
}
