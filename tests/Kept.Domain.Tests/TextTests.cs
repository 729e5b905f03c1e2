namespace Kept.Domain.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("  two   words\t\n here ", "two words here")]
    [InlineData("one", "one")]
    [InlineData("non\u00a0breaking", "non breaking")]
    [InlineData(" \t\n ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Tidy_words_have_single_spaces(string? typed, string? tidy) => Assert.Equal(tidy, Text.Tidy(typed));

    [Fact]
    public void A_note_keeps_its_lines() => Assert.Equal("First\n\n  second", Text.TidyLines("\r\nFirst  \r\n\r\n  second \r\n\r\n"));

    [Theory]
    [InlineData("O’Brien-Ávila", "obrien avila")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("ZOË  Smith", "zoe smith")]
    [InlineData("Łukasz", "łukasz")]
    [InlineData("محمد", "محمد")]
    [InlineData("---", "")]
    public void Names_compare_without_accents_case_or_marks(string name, string key) => Assert.Equal(key, Text.Key(name));

    [Fact]
    public void Initials_are_whole_letters_of_any_script()
    {
        Assert.Equal("L.B.", Text.Initials("Leo", "Bennett"));
        Assert.Equal("É.O.", Text.Initials("E\u0301lodie", "O’Brien").Normalize());
        Assert.Equal("ਗੁ.", Text.Initials("ਗੁਰਪ੍ਰੀਤ"));
    }

    [Fact]
    public void What_no_keyboard_types_and_PostgreSQL_does_not_keep_is_left_out()
    {
        Assert.Equal("Sam said", Text.Tidy("S\0am said\0"));
        Assert.Equal("one\ntwo", Text.TidyLines("o\0ne\ntwo"));
        Assert.Null(Text.Tidy("\0"));
    }
}
