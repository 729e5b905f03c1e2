using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Documents;
using Kept.Web.Documents.Reading;
using NodaTime;

namespace Kept.Web.Documents;

internal static class DocumentServices
{
    /// <summary>The files of all documents, in the data folder.</summary>
    public static BlobStore BlobsOf(string directory) => new(Path.Combine(directory, "files"));

    /// <param name="services">The application's.</param>
    /// <param name="directory">Kept's data folder, which all nodes share.</param>
    public static void AddDocuments(this IServiceCollection services, string directory)
    {
        services.AddSingleton(DocumentSettings.OfTheMachine());
        services.AddSingleton(BlobsOf(directory));
        services.AddSingleton<Receiving>();
        services.AddSingleton<Waking>();
        services.AddSingleton(given => new DocumentTextQueue(given.GetRequiredService<Database>(), given.GetRequiredService<IClock>()));
        services.AddHostedService<TextWorker>();
    }
}
