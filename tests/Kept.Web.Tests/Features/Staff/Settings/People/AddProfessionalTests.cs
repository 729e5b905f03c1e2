using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class AddProfessionalTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_professional_needs_a_job_and_is_listed()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/people/professionals/add")).Form();

        var refused = await senco.SubmitAsync(form, ("Form.FamilyName", "Shaw"));
        Assert.StartsWith("Enter what they do and for whom", Assert.Single(refused.Errors), StringComparison.Ordinal);

        var page = await senco.SubmitAsync(refused.Form(), ("Form.Job", "speech therapist, Northshire NHS"));
        Assert.Contains("speech therapist, Northshire NHS", page.Text, StringComparison.Ordinal);
    }
}
