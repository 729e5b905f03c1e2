using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.People;

public sealed class EditTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_carers_details_and_tie_are_edited_together()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync($"/pupils/{World.Leo.Id}/people/{World.LeosMother.Id}/edit")).Form();

        var refused = await senco.SubmitAsync(form, ("Form.Priority", "first"));
        Assert.Contains("The order of calling", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var page = await senco.SubmitAsync(
            form, ("Form.Phone", "07700 900555"), ("Form.ParentalResponsibility", "Yes"), ("Form.LivesWith", "Part"), ("Form.ReceivesCopies", null));
        Assert.Contains("07700 900555", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lives with them part of the time", page.Text, StringComparison.Ordinal);
    }
}
