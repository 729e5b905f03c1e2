using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Kept.Web.Imports;

internal static class ImportServices
{
    /// <param name="services">The application's.</param>
    /// <param name="directory">Kept's data folder, in which uploads lie until they are imported.</param>
    public static void AddImports(this IServiceCollection services, string directory) =>
        services.AddSingleton(given => new Uploads(
            Path.Combine(directory, "uploads"), given.GetRequiredService<IDataProtectionProvider>(), given.GetRequiredService<IClock>()));
}
