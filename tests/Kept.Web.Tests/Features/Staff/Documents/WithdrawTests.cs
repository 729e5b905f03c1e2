using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class WithdrawTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_document_is_withdrawn_with_a_reason_and_may_be_brought_back()
    {
        var document = await World.AddDocumentAsync(World.Leo, "Wrong child", "cassowary");
        var senco = As(World.Senco);
        var asked = await senco.GetAsync($"/documents/{document.Id}/withdraw");
        Assert.Equal("Say why it is withdrawn", Assert.Single((await senco.SubmitAsync(asked.Form())).Errors));

        var page = await senco.SubmitAsync(asked.Form(), ("Form.Reason", "It is about somebody else"));

        Assert.Contains("It is about somebody else", page.Text, StringComparison.Ordinal);
        foreach (var place in (string[])["/documents", "/documents?q=cassowary", $"/pupils/{World.Leo.Id}/documents"])
        {
            Assert.DoesNotContain("Wrong child", (await senco.GetAsync(place)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Nothing found", (await senco.GetAsync("/search?q=cassowary")).Text, StringComparison.Ordinal);
        Assert.Contains("Wrong child", (await senco.GetAsync("/documents?show=withdrawn")).Text, StringComparison.Ordinal);

        page = await senco.SubmitAsync((await senco.GetAsync($"/documents/{document.Id}/withdraw")).Form());
        Assert.Contains("It is current again", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wrong child", (await senco.GetAsync("/documents?q=cassowary")).Text, StringComparison.Ordinal);
    }
}
