using Kept.Domain;
using Kept.Domain.Packs;
using Kept.Web.Packs;

namespace Kept.Web.Letters;

/// <summary>
/// Lays letters out while somebody waits: a hundred take some seconds. One pile at a time on each node, so that pages are answered meanwhile; and no file of it is
/// left behind.
/// </summary>
internal sealed class LetterPress(PackPrint print, PackFiles files, ILogger<LetterPress> log) : ILetterPress, IDisposable
{
    private const string View = "/Features/Shared/_Letters.cshtml";

    private readonly SemaphoreSlim one = new(1);

    public static string Style { get; } = ReadStyle();

    public bool CanMakePdf => PackWriter.CanMakePdf;

    public async Task<Stream?> PrintAsync(LettersOnPaper letters, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        var path = files.DraftOf(Id<Pack>.New());
        try
        {
            if (CanMakePdf && await PackWriter.LayOutAsync((page, stop) => print.WriteAsync(View, letters, page, stop), path, cancel) is { } problem)
            {
                log.LogError("Letters could not be laid out: {Problem}", problem);
                File.Delete(path);
                return null;
            }

            if (!CanMakePdf)
            {
                await using var page = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await print.WriteAsync(View, letters, page, cancel);
            }

            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(LetterPress).Assembly.GetManifestResourceStream("Letters.letters.css")!);
        return reader.ReadToEnd();
    }
}
