using Kept.Web.Hosting;
using Kept.Web.Tests.World;

[assembly: AssemblyFixture(typeof(Template))]

namespace Kept.Web.Tests.World;

/// <summary>A migrated database with the small world in it, made once in a run; each test class works on a copy.</summary>
public sealed class Template : IAsyncLifetime
{
    /// <summary>Servers and disks have limits: so many databases are copied at once and no more.</summary>
    private readonly SemaphoreSlim oneAtATime = new(1);

    private TestDatabase? made;
    private SmallWorld? world;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<(TestDatabase Copy, SmallWorld World)> CopyAsync()
    {
        await oneAtATime.WaitAsync();
        try
        {
            made ??= await MigratedAsync();
            world ??= await PeopledAsync(made);
            return (await made.CopyAsync(), world);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (made is not null)
        {
            await made.RemoveAsync();
        }

        oneAtATime.Dispose();
    }

    private static async Task<TestDatabase> MigratedAsync()
    {
        var database = await TestDatabase.EmptyAsync();
        await Migrations.BringUpToDateAsync(database.Place, TestContext.Current.CancellationToken);
        return database;
    }

    private static async Task<SmallWorld> PeopledAsync(TestDatabase database)
    {
        var peopled = await SmallWorld.SettleAsync(database.Place);
        database.LetGo();
        return peopled;
    }
}
