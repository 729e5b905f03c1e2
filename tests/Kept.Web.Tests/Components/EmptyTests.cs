using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class EmptyTests
{
    [Fact]
    public async Task It_says_what_is_not_there_and_then_what_to_do()
    {
        var html = await new Rendering().HtmlAsync(new EmptyTagHelper { Title = "No meetings <this> week" }, "<p>Book one</p>");

        Assert.Equal("<div class=\"empty\"><p class=\"title\">No meetings &lt;this&gt; week</p><p>Book one</p></div>", html);
    }
}
