using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class NoticeTests
{
    [Fact]
    public async Task It_is_the_success_banner_that_govuk_frontend_ships()
    {
        var rendering = new Rendering();
        rendering.View.TempData.Say("Email sent to example@email.com");

        var html = await rendering.HtmlAsync(new NoticeTagHelper());

        Fixtures.AssertSame("notification-banner", "with type as success", html);
    }

    [Fact]
    public async Task It_is_not_there_when_nothing_was_said() =>
        Assert.Equal("", await new Rendering().HtmlAsync(new NoticeTagHelper()));
}
