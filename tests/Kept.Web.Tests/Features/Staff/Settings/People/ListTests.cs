using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.People;

public sealed class ListTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Staff_are_listed_with_their_roles_and_those_who_left_are_apart()
    {
        var senco = As(World.Senco);

        var here = await senco.GetAsync("/settings/people");
        Assert.Contains("Class teacher of 5E", here.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(World.Left.Name, here.Text, StringComparison.Ordinal);
        Assert.Contains(World.Left.Name, (await senco.GetAsync("/settings/people?left=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_found_by_name_and_by_role()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/people")).Form();

        var byName = await senco.SubmitAsync(form, ("q", "okaf"));
        Assert.Equal([World.FormTutor.Name], byName.Texts("tbody th a"));
        var byRole = await senco.SubmitAsync(form, ("Role", nameof(StaffRole.Office)));
        Assert.Equal([World.Office.Name], byRole.Texts("tbody th a"));
        var nobody = await senco.SubmitAsync(form, ("q", "xyz"));
        Assert.Contains("Nobody fits that", nobody.Text, StringComparison.Ordinal);
    }
}
