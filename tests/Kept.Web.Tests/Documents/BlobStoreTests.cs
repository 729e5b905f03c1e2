using Kept.Store.Blobs;
using NodaTime;

namespace Kept.Web.Tests.Documents;

public sealed class BlobStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kept_blobs_").FullName;

    private BlobStore Store => new(folder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_content_has_one_place_however_often_it_comes()
    {
        var first = await KeepAsync("the same");
        var second = await KeepAsync("the same");
        var other = await KeepAsync("another");

        Assert.Equal(first, second);
        Assert.Equal(2, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(Path.Combine(folder, first[..2], first[2..]), Store.PathOf(first));
        await using var read = Store.Open(other)!;
        Assert.Equal("another", await new StreamReader(read).ReadToEndAsync(Cancel));
        Assert.Null(Store.Open(new string('0', 64)));
    }

    [Fact]
    public async Task What_is_let_go_of_leaves_nothing()
    {
        using (await Store.ReceiveAsync(new MemoryStream([1, 2, 3]), 10, Cancel))
        {
            Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        }

        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task No_more_is_read_than_may_be_kept()
    {
        var endless = new MemoryStream(new byte[10_000_000]);

        using var came = await Store.ReceiveAsync(endless, 1000, Cancel);

        Assert.True(came.Bytes > 1000);
        Assert.True(endless.Position < 1_000_000);
    }

    [Fact]
    public async Task A_content_that_was_cut_off_is_made_whole_by_the_next_of_it()
    {
        var hash = await KeepAsync("whole and right");
        await File.WriteAllTextAsync(Store.PathOf(hash), "whole", Cancel);

        await KeepAsync("whole and right");

        Assert.Equal("whole and right", await File.ReadAllTextAsync(Store.PathOf(hash), Cancel));
    }

    [Fact]
    public async Task What_a_process_that_ended_left_behind_is_swept_after_a_day()
    {
        var left = await Store.ReceiveAsync(new MemoryStream([1]), 10, Cancel);
        var now = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(left.Path));

        Store.Sweep(now + Duration.FromHours(23));
        Assert.True(File.Exists(left.Path));
        Store.Sweep(now + Duration.FromHours(25));
        Assert.False(File.Exists(left.Path));
        left.Dispose();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void Nothing_but_a_hash_names_a_place(string name) => Assert.Throws<ArgumentException>(() => Store.PathOf(name));

    private async Task<string> KeepAsync(string words)
    {
        using var came = await Store.ReceiveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(words)), 1000, Cancel);
        came.Keep();
        return came.Sha256;
    }
}
