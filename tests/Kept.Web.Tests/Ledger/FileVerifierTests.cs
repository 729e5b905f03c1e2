using Kept.Store.Blobs;
using Kept.Store.Ledger;
using Kept.Web.Documents;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Ledger;

/// <summary>That a file is the one that was kept: the ledger proves what the record says of it, and not its bytes.</summary>
public sealed class FileVerifierTests(Template template) : IAsyncLifetime
{
    private readonly HostWithoutCheckpoints host = new(template);

    private SmallWorld World => host.World;

    private BlobStore Files => DocumentServices.BlobsOf(host.Place.Directory);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Files_that_are_what_was_kept_are_counted()
    {
        await World.AddDocumentAsync(World.Leo, "Report of the spring");
        await World.AddDocumentAsync(World.Zainab, "Report of the summer");

        var proof = await VerifyAsync(Files);

        Assert.True(proof.IsIntact);
        Assert.Equal(2, proof.Files!.Versions);
    }

    [Theory]
    [InlineData("changed", "is not the one that was kept")]
    [InlineData("longer", "in place of")]
    [InlineData("gone", "is missing")]
    public async Task A_file_that_was_touched_is_found_with_its_pupil_and_document(string how, string what)
    {
        await World.AddDocumentAsync(World.Zainab, "Report of the summer");
        var document = await World.AddDocumentAsync(World.Leo, "Report of the spring");
        Touch(await PathOfAsync(document.Id.Value), how);

        var proof = await VerifyAsync(Files);

        Assert.False(proof.IsIntact);
        var wrong = Assert.Single(proof.Files!.Wrong);
        Assert.Equal(document.Id, wrong.Document);
        Assert.Equal((World.Hillview.Id, World.Leo.Id), (wrong.School.School, wrong.Pupil));
        Assert.Contains(what, wrong.What, StringComparison.Ordinal);
        Assert.True((await VerifyAsync(files: null)).IsIntact, "A copy of the database alone can still be verified.");
    }

    private static void Touch(string path, string how)
    {
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        if (how is not "gone")
        {
            bytes[0] ^= 1;
            File.WriteAllBytes(path, how is "longer" ? [.. bytes, 0] : bytes);
        }
    }

    private async Task<string> PathOfAsync(Guid document)
    {
        await using var db = host.OpenDb();
        return Files.PathOf(await db.DocumentVersions.Where(v => v.DocumentId == new Domain.Id<Domain.Documents.Document>(document)).Select(v => v.Sha256).SingleAsync(Cancel));
    }

    private Task<Proof> VerifyAsync(BlobStore? files) =>
        new RecordVerifier(host.Place.Database, new Checkpoints(host.Place.Database, host.Clock), files).VerifyAsync(slug: null, key: null, progress: null, Cancel);
}
