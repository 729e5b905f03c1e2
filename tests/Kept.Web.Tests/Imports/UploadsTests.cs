using Kept.Web.Imports;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Kept.Web.Tests.Imports;

public sealed class UploadsTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly FixedClock clock = new();
    private readonly Guid owner = Guid.NewGuid();
    private readonly Uploads uploads;

    public UploadsTests() => uploads = new Uploads(scratch.At("uploads"), new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public async Task Only_whoever_sent_a_file_finds_it_again()
    {
        var sent = await KeepAsync("../../roll.csv");

        Assert.Equal(sent, uploads.Find(sent.Token, owner));
        Assert.Null(uploads.Find(sent.Token, Guid.NewGuid()));
        Assert.Null(uploads.Find(sent.Token + "x", owner));
        Assert.Null(uploads.Find("../../kept.db", owner));
        Assert.DoesNotContain("roll", sent.Path, StringComparison.Ordinal);
        Assert.Equal(scratch.At("uploads"), Path.GetDirectoryName(sent.Path));
    }

    [Fact]
    public async Task A_file_is_kept_for_a_day()
    {
        var old = await KeepAsync("old.csv");
        clock.Pass(Duration.FromHours(25));

        var fresh = await KeepAsync("new.csv");

        Assert.Null(uploads.Find(old.Token, owner));
        Assert.False(File.Exists(old.Path));
        Assert.True(File.Exists(fresh.Path));
    }

    public void Dispose() => scratch.Dispose();

    private async Task<Upload> KeepAsync(string name)
    {
        using var content = new MemoryStream("UPN"u8.ToArray());
        return await uploads.KeepAsync(content, name, owner, TestContext.Current.CancellationToken);
    }
}
