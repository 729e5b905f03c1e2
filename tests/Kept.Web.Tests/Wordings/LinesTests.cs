using Kept.Web.Wordings;

namespace Kept.Web.Tests.Wordings;

/// <summary>Where a page shows the lines of easy read, and where it must not.</summary>
public sealed class LinesTests
{
    [Theory]
    [InlineData("<p>Come in.&#xA;Sit down.</p>", "<p>Come in.<br>Sit down.</p>")]
    [InlineData("<p>\n  As laid out\n</p>", "<p>\n  As laid out\n</p>")]
    [InlineData("<a aria-label=\"One.&#xA;Two.\">x</a>", "<a aria-label=\"One.&#xA;Two.\">x</a>")]
    [InlineData("<textarea name=\"Words\">typed&#xA;here</textarea><b>a&#xA;b</b>", "<textarea name=\"Words\">typed&#xA;here</textarea><b>a<br>b</b>")]
    [InlineData("<select><option>One.&#xA;Two.</option></select>", "<select><option>One.&#xA;Two.</option></select>")]
    [InlineData("no tag&#xA;at all", "no tag<br>at all")]
    [InlineData("cut <p off", "cut <p off")]
    public void A_new_line_of_the_words_is_one_of_the_page(string html, string shown) => Assert.Equal(shown, LinesTagHelper.Shown(html).Replace(LinesTagHelper.Line, "<br>", StringComparison.Ordinal));

    [Fact]
    public void Symbols_on_paper_are_those_of_the_pages()
    {
        var styles = House.Source.Files.Single(file => file.Path.EndsWith("formats.scss", StringComparison.Ordinal)).Text;

        Assert.All([Symbols.Agree, Symbols.Plan, Symbols.Talk, Symbols.Meet, Symbols.Write, Symbols.Paper], lines => Assert.Contains(lines, styles, StringComparison.Ordinal));
    }
}
