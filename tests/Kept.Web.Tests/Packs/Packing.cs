using System.Text;
using Kept.Domain.Packs;
using Kept.Web.Packs;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Packs;

/// <summary>Makes a pack as the background does, at once.</summary>
internal static class Packing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<byte[]> MakeAsync(KeptHost host, TestPerson by, TestPupil pupil, PackWish wish)
    {
        var path = Path.Combine(host.Place.Directory, $"{Guid.NewGuid():N}.pack");
        await using var db = host.OpenDb(by.SchoolId);
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == by.SchoolId, Cancel);
        var order = new PackOrder(school, by.AsViewer, pupil.Id, wish);
        Assert.Null(await host.Services.GetRequiredService<PackWriter>().WriteAsync(order, path, new Progress<PackStep>(), Cancel));
        return await File.ReadAllBytesAsync(path, Cancel);
    }

    /// <summary>The words of it, in a format that can be read as they are.</summary>
    public static async Task<string> ReadAsync(KeptHost host, TestPerson by, TestPupil pupil, PackWish wish) =>
        Encoding.UTF8.GetString(await MakeAsync(host, by, pupil, wish with { Format = wish.Format ?? PackFormat.Json }));

    public static PackWish For(PackAudience audience, PackFormat format = PackFormat.Json) => new() { Audience = audience, Format = format };
}
