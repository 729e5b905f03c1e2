using Kept.Store.Packs;
using Kept.Web.Packs.Parts;

namespace Kept.Web.Packs;

internal static class PackServices
{
    /// <param name="services">The application's.</param>
    /// <param name="directory">Kept's data folder, in which packs lie until they are fetched.</param>
    public static void AddPacks(this IServiceCollection services, string directory)
    {
        services.AddSingleton<PackQueue>();
        services.AddSingleton<PackPrint>();
        services.AddSingleton<PackWriter>();
        services.AddSingleton<Own.OwnCopyWriter>();
        services.AddSingleton(new PackFiles(Path.Combine(directory, "packs")));
        services.AddSingleton<PackMaker>();
        services.AddSingleton<IPackPart, CurrentPlans>();
        services.AddSingleton<IPackPart, DocumentsList>();
        services.AddSingleton<IPackRoom, PackRoom>();
        services.AddHostedService(given => given.GetRequiredService<PackMaker>());
    }
}
