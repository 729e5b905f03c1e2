using System.Collections.Concurrent;
using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Accounts;
using Kept.Store.People;
using Kept.Web.Access;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Place = Kept.Web.Hosting.Place;

namespace Kept.Web.Tests.World;

/// <summary>
/// The real application on a real database of its own, with the small world in it. One for each test class:
/// <c>class LogTests(KeptHost host) : PageTest(host)</c>.
/// </summary>
public class KeptHost(Template template) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(Guid Person, Instant At), string> cookies = new();
    private TestDatabase? database;
    private WebApplication? app;

    public SmallWorld World { get; private set; } = null!;

    public FixedClock Clock { get; } = new();

    public IServiceProvider Services => app!.Services;

    public Place Place => database!.Place;

    /// <summary>What tests typed or uploaded: the page inspector must not take people's own words for ours.</summary>
    internal ConcurrentBag<string> Typed { get; } = [];

    protected virtual bool IsDemo => false;

    protected virtual KeptAppOptions Options => new(Place, IsDemo, "http://127.0.0.1:0");

    public async ValueTask InitializeAsync()
    {
        (database, var world) = await MakeAsync(template);
        app = KeptApp.Create(Options, Adjust);
        Map(app);
        await app.StartAsync();
        World = world?.In(this)!;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (database is not null)
        {
            await database.RemoveAsync();
        }
    }

    public TestClient SignedOut() => new(this, app!.GetTestServer().CreateHandler(), cookie: null);

    public TestClient As(TestPerson person) => new(this, app!.GetTestServer().CreateHandler(), CookieOf(person));

    /// <summary>The database itself, as the given school's unit of work: for looking behind the pages.</summary>
    public KeptDb OpenDb(Id<School> school) => Place.Database.Open(Tenancy.Of(school));

    public KeptDb OpenDb() => OpenDb(World.Hillview.Id);

    /// <summary>The guarded door as this person has it.</summary>
    public async Task<VisibleRecord> RecordOfAsync(KeptDb db, TestPerson person) => new(db, await ViewerAsync(db, person), Clock);

    protected virtual async Task<(TestDatabase Database, SmallWorld? World)> MakeAsync(Template from) => await from.CopyAsync();

    protected virtual void Adjust(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IClock>(Clock);

        // Of a handful of pupils SQLite would learn that one way to them is as good as another, and sooner or later in a test as it happens.
        builder.Services.RemoveWorker<Upkeep>();
    }

    /// <summary>Further addresses, for tests of what tests the addresses.</summary>
    protected virtual void Map(IEndpointRouteBuilder routes)
    {
    }

    private async Task<Viewer> ViewerAsync(KeptDb db, TestPerson person)
    {
        var found = await new Viewers(Place.Database, Clock).FindAsync(db, person.AccountId, CancellationToken.None);
        return found?.Viewer ?? throw new InvalidOperationException($"{person.Name} cannot sign in at this school.");
    }

    /// <summary>
    /// The cookie that the application itself gives when this person signs in, second factor and all. One for each moment: a test that
    /// lets days pass signs in again.
    /// </summary>
    private string CookieOf(TestPerson person) => cookies.GetOrAdd((person.Id.Value, Clock.Now), _ =>
    {
        using var scope = Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = TestClient.Address.Scheme;
        http.Request.Host = new HostString(TestClient.Address.Host);
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        signIn.Context = http;
        var account = signIn.UserManager.FindByIdAsync(person.AccountId.ToString()).GetAwaiter().GetResult()!;
        Claim[] claims = [new(SignInClaims.School, person.SchoolId.ToString()), new(SignInClaims.Strength, "totp")];
        signIn.SignInWithClaimsAsync(account, isPersistent: false, claims).GetAwaiter().GetResult();
        return http.Response.Headers.SetCookie.Single(c => c!.StartsWith("kept=", StringComparison.Ordinal))!.Split(';')[0];
    });
}

/// <summary>The demo, with its one-click sign-in.</summary>
public sealed class DemoHost(Template template) : KeptHost(template)
{
    protected override bool IsDemo => true;
}

/// <summary>A Kept that was started for the first time: no school, nobody in it.</summary>
public sealed class EmptyHost(Template template) : KeptHost(template)
{
    protected override async Task<(TestDatabase Database, SmallWorld? World)> MakeAsync(Template from)
    {
        var database = await TestDatabase.EmptyAsync();
        await Migrations.BringUpToDateAsync(database.Place, TestContext.Current.CancellationToken);
        return (database, null);
    }
}
