using Kept.Domain.People;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils.Orders;

/// <summary>A father of Leo whom nobody else's test knows.</summary>
public abstract class OrderTest(KeptHost host) : PageTest(host)
{
    private static readonly (string Name, string? Value)[] NoCalls =
    [
        ("Form.Kind", nameof(CourtOrderKind.ProhibitedSteps)), ("Form.Reference", "ZC26P00417"), ("Form.Says", "No calls or letters"),
        ("Form.Restriction", nameof(ContactRestriction.NoContact)), ("Form.From", "3 March 2026")
    ];

    protected async Task<(TestPerson Father, string Url)> FatherAsync(string familyName)
    {
        var father = await World.AddCarerAsync(World.Leo, "Dean", familyName, "father");
        return (father, $"/pupils/{World.Leo.Id}/people/{father.Id}/orders");
    }

    protected static async Task<TestPage> WriteDownAsync(TestClient senco, string url, params (string Name, string? Value)[] fields) =>
        await senco.SubmitAsync((await senco.GetAsync(url + "/add")).Form(), [.. fields, .. NoCalls.ExceptBy(fields.Select(f => f.Name), said => said.Name)]);
}
