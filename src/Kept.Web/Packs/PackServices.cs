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

        // The pages lean on packs, and packs on no page: whoever reads a copy in the pages' words is looked for.
        services.AddSingleton(typeof(Own.IReadsOwnCopies), typeof(PackServices).Assembly.GetTypes().Single(t => t.IsClass && t.IsAssignableTo(typeof(Own.IReadsOwnCopies))));
        services.AddSingleton(new PackFiles(Path.Combine(directory, "packs")));
        services.AddSingleton<PackMaker>();
        services.AddSingleton<IPackPart, CurrentPlans>();
        services.AddSingleton<IPackPart, DocumentsList>();
        services.AddSingleton<IPackRoom, PackRoom>();
        services.AddScoped<VeilsOf>();
        services.AddHostedService(given => given.GetRequiredService<PackMaker>());
    }
}
