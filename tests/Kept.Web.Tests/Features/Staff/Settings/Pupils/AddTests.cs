using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Settings.Pupils;

public sealed class AddTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_pupil_is_added_by_hand_once()
    {
        var senco = As(World.Senco);
        var form = (await senco.GetAsync("/settings/pupils/add")).Form();
        (string, string?)[] child =
        [
            ("Form.GivenName", "Ada"), ("Form.FamilyName", "Stone"), ("Form.Born.Day", "27"), ("Form.Born.Month", "3"), ("Form.Born.Year", "2016"),
            ("Form.YearGroup", "5"), ("Form.ClassName", "5E"), ("Form.Provision", "Support")
        ];

        var wrong = await senco.SubmitAsync(form, [.. child, ("Form.Upn", "A820432120999")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("check letter", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var future = await senco.SubmitAsync(form, [.. child[..4], ("Form.Born.Year", "2027"), .. child[5..], ("Form.Upn", "A820432120999")]);
        Assert.Equal(2, future.Errors.Count);
        Assert.Contains(future.Errors, error => error.Contains("Check the year of birth", StringComparison.Ordinal));
        var empty = await senco.SubmitAsync(form);
        Assert.Equal(["Enter the pupil’s family name", "Enter the pupil’s given name"], empty.Errors.Where(e => e.StartsWith("Enter the pupil", StringComparison.Ordinal)).Order());
        Assert.Contains(empty.Errors, error => error.Contains("UPN", StringComparison.Ordinal));

        var upn = Kept.Domain.Pupils.Upn.CheckLetter("-820432120999") + "820432120999";
        Assert.Contains("Ada Stone is on the roll.", (await senco.SubmitAsync(form, [.. child, ("Form.Upn", upn)])).Text, StringComparison.Ordinal);
        var again = await senco.SubmitAsync(form, [.. child, ("Form.Upn", upn)]);
        Assert.Contains("Ada Stone has this UPN and is on the roll already", Assert.Single(again.Errors), StringComparison.Ordinal);
    }
}
