using Kept.Web.Tests.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Http;

namespace Kept.Web.Tests.Wordings;

public sealed class LinesTests
{
    private static readonly FamilyFormats Ordinary = new(new HttpContextAccessor());

    [Fact]
    public async Task It_is_one_paragraph() =>
        Assert.Equal("<p>Come in. Sit down.</p>", await new Rendering().HtmlAsync(new LinesTagHelper(Ordinary) { Say = "Come in. Sit down." }));

    [Fact]
    public async Task In_easy_read_each_sentence_is_one() =>
        Assert.Equal("<p>Come in.</p><p>Sit down.</p>", await new Rendering().HtmlAsync(new LinesTagHelper(Ordinary) { Say = "Come in. Sit down.", Easy = true }));
}
