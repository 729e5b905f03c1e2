using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class FileTests
{
    [Fact]
    public async Task It_is_the_file_upload_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(new FileTagHelper { For = Rendering.Field<string?>("file-upload-1", null), Label = "Upload a file" });

        Fixtures.AssertSame("file-upload", "default", html);
    }

    [Fact]
    public async Task Hint_and_error_are_both_read_out_with_it()
    {
        var html = await new Rendering().WithError("file-upload-3", "Error message goes here").HtmlAsync(new FileTagHelper
        {
            For = Rendering.Field<string?>("file-upload-3", null),
            Label = "Upload a file",
            Hint = "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto."
        });

        Fixtures.AssertSame("file-upload", "with error message and hint", html);
    }
}
