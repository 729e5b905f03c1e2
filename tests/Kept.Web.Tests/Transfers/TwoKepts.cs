using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Ledger;
using Kept.Store.Transfers;
using Kept.Web.Documents;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Transfers;

/// <summary>
/// Two separate Kepts, each with its own database, data folder and key. Hillview of the first gives; Riverside of the second, where
/// nobody knows Hillview's children, takes.
/// </summary>
public abstract class TwoKepts(Template template) : IAsyncLifetime
{
    private readonly HostWithoutCheckpoints first = new(template);
    private readonly HostWithoutCheckpoints second = new(template);

    protected KeptHost First => first;

    protected KeptHost Second => second;

    protected SmallWorld There => first.World;

    protected SmallWorld Here => second.World;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await first.InitializeAsync();
        await second.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    protected async Task<Result<byte[]>> TryPackAsync(TestPupil pupil, Viewer by, bool safeguarding = false)
    {
        await using var db = first.OpenDb();
        using var key = LedgerKey.OpenOrMake(first.Place.Directory);
        using var to = new MemoryStream();
        var packed = await new PackageWriter(db, by, first.Clock, FilesOf(first)).PackAsync(pupil.Id, key, safeguarding, There.Today, to, Cancel);
        return packed.Refused(out var refused) ? refused : to.ToArray();
    }

    protected async Task<byte[]> PackAsync(TestPupil pupil, TestPerson? by = null, bool safeguarding = false) =>
        (await TryPackAsync(pupil, (by ?? There.Senco).AsViewer, safeguarding)).OrThrow();

    protected static Task<Result<OpenedPackage>> OpenAsync(byte[] package) => PackageCheck.OpenAsync(new MemoryStream(package), Cancel);

    protected async Task<Result<TakingInReport>> TryTakeAsync(byte[] package, TestPerson? by = null, Func<AgreedAction, Id<Person>?>? owner = null, KeepFile? keep = null)
    {
        var taker = by ?? Here.RiversideSenco;
        if (!(await OpenAsync(package)).Allowed(out var opened, out var refused))
        {
            return refused;
        }

        await using var db = OpenRiverside();
        keep ??= second.Services.GetRequiredService<Receiving>().ReceiveAsync;
        return await new TakingIn(db, taker.AsViewer, second.Clock).SaveAsync(opened, new MemoryStream(package), keep, owner ?? (_ => taker.Id), Cancel);
    }

    protected static BlobStore FilesOf(KeptHost host) => host.Services.GetRequiredService<BlobStore>();

    protected async Task<TakingInReport> TakeAsync(byte[] package, TestPerson? by = null) => (await TryTakeAsync(package, by)).OrThrow();

    protected KeptDb OpenRiverside() => second.OpenDb(Here.Riverside.Id);

    protected async Task<Proof> VerifyAsync()
    {
        using var key = LedgerKey.OpenOrMake(second.Place.Directory);
        return await new RecordVerifier(second.Place.Database, new Checkpoints(second.Place.Database, second.Clock)).VerifyAsync("riverside", key, progress: null, Cancel);
    }

    protected static string Told(Proof proof) => string.Join('\n', [.. proof.Damage, .. proof.Schools.SelectMany(s => s.Breaks).Select(b => b.ToString())]);
}
