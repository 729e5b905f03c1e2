using System.Net;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Public.SetUp;

public sealed class SetUpTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    private const string Password = "tractor velvet noon";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_printed_address_opens_a_school_once()
    {
        var token = await TokenAsync();
        var visitor = host.SignedOut();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/set-up")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/set-up?token=AAAA")).Status);
        var page = await visitor.GetAsync($"/set-up?token={token}");

        page = await visitor.SubmitAsync(page.Form(), ("Form.School", ""), ("Form.Slug", "Hill View"));
        Assert.Equal(["Enter the school’s name", "Use only the letters a to z, numbers and single hyphens, starting with a letter, like “hillview”", "Choose where the school is"], page.Errors);

        page = await visitor.SubmitAsync(page.Form(), ("Form.School", "St Mary’s Primary School"), ("Form.Slug", ""), ("Form.Nation", "Scotland"));
        page = await visitor.SubmitAsync(page.Form(), ("Form.FamilyName", "Khan"), ("Form.GivenName", "Amina"), ("Form.Email", "a.o’khan@school.example"),
            ("Form.Roles", "Office"), ("Form.Password", Password));
        Assert.Contains("somebody must be able to let the others in", page.Errors.Single(), StringComparison.Ordinal);

        page = await visitor.SubmitAsync(page.Form(), ("Form.Roles", "Senco"), ("Form.Password", "Password1234"));
        Assert.Contains("among the first that are guessed", page.Errors.Single(), StringComparison.Ordinal);

        page = await visitor.SubmitAsync(page.Form(), ("Form.Roles", "Senco"), ("Form.Password", Password));
        var (_, codes) = await visitor.SetUpAppAsync(host.Clock, page);
        page = await visitor.GetAsync(codes.LinkTo("I have kept them: go on"));

        Assert.Equal("St Mary’s Primary School is open", page.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SignedOut().GetAsync($"/set-up?token={token}")).Status);
        Assert.Null(await SetUpKeys.NewAsync(host.Place.Database, host.Clock, Cancel));
        await IsWholeAsync();
    }

    private async Task IsWholeAsync()
    {
        await using var all = host.Place.Database.Open(new Tenancy());
        var school = await all.Schools.SingleAsync(Cancel);
        Assert.Equal(("st-marys-primary", Nation.Scotland), (school.Slug, school.Nation));
        await using var db = host.OpenDb(school.Id);
        Assert.Equal(37, await db.CalendarEntries.CountAsync(c => c.Kind == PeriodKind.BankHoliday, Cancel));
        Assert.Equal(["school-opened", "person-added", "roles-changed"], await db.LedgerLinks.OrderBy(l => l.Number).Select(l => l.Kind).ToListAsync(Cancel));
    }

    private async Task<string> TokenAsync() => (await SetUpKeys.NewAsync(host.Place.Database, host.Clock, Cancel))!;
}
