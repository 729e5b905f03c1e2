using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class TagTests
{
    [Fact]
    public async Task It_is_the_tag_that_govuk_frontend_ships() =>
        Fixtures.AssertSame("tag", "default", await new Rendering().HtmlAsync(new TagTagHelper(), "Alpha"));

    [Fact]
    public async Task Its_kind_is_a_class_of_our_own() =>
        Assert.Contains("class=\"govuk-tag govuk-tag--late\"", await new Rendering().HtmlAsync(new TagTagHelper { Kind = TagKind.Late }, "3 days late"), StringComparison.Ordinal);
}
