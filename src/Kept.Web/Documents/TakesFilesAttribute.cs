using Kept.Domain;
using Kept.Domain.Documents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.Documents;

/// <summary>A file that came with a form: taken in, or why not.</summary>
/// <param name="Field">Whose it is, as the form names it.</param>
public sealed record CameFile(string Field, string Name, ReceivedFile? File, Refusal? Refusal);

/// <summary>
/// Takes in the few files that come with a form, before the page binds what was typed. A file that is refused, even one far too large, costs nobody a word: the page
/// gets its fields as ever, and asks <see cref="CameFiles.Of"/> what became of the files.
/// </summary>
/// <param name="most">How many files are taken in; a further one is refused.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFilesAttribute(int most) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the form’s token is looked for, which would read the whole form into memory. This asks for the token itself, before the first file.</summary>
    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return;
        }

        var services = http.RequestServices;
        var receiving = services.GetRequiredService<Receiving>();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = receiving.Settings.MostBytesOfOnePost;
        }

        var sent = new SentFiles(http, services.GetRequiredService<IAntiforgery>());
        try
        {
            await sent.ReadFieldsAsync(receiving.Settings.MostBytesOfOnePost, http.RequestAborted);
            CameFiles.Keep(http, await TakeInAsync(sent, receiving, http.RequestAborted));
            http.Features.Set<IFormFeature>(new FormFeature(sent.Form));
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException)
        {
            // The body is spent: the page that shows the problem must not look for a form in it.
            http.Request.ContentType = null;
            context.Result = new BadRequestResult();
        }
    }

    private async Task<IReadOnlyList<CameFile>> TakeInAsync(SentFiles sent, Receiving receiving, CancellationToken cancel)
    {
        List<CameFile> came = [];
        await foreach (var file in sent.FilesAsync(cancel))
        {
            var name = ReceivedFile.Tidy(file.Name);
            if (came.Count >= most)
            {
                came.Add(new CameFile(file.Field, name, null, new Refusal($"{most} files at most can go along", CameFiles.TooMany)));
                break;
            }

            came.Add((await receiving.ReceiveAsync(file.Content, file.Name, cancel)).Allowed(out var taken, out var refusal)
                ? new CameFile(file.Field, name, taken, null)
                : new CameFile(file.Field, name, null, refusal));
        }

        await sent.SkipAsync(cancel);
        return came;
    }
}

/// <summary>What became of the files that came with this request’s form.</summary>
internal static class CameFiles
{
    /// <summary>The field of the refusal for one file too many.</summary>
    public const string TooMany = "TooMany";

    private static readonly object Here = new();

    public static void Keep(HttpContext http, IReadOnlyList<CameFile> files) => http.Items[Here] = files;

    /// <summary>Those of one field.</summary>
    public static IReadOnlyList<CameFile> Of(HttpContext http, string field) =>
        http.Items[Here] is IReadOnlyList<CameFile> files ? [.. files.Where(f => f.Field == field)] : [];

    public static IReadOnlyList<ReceivedFile> Taken(this IReadOnlyList<CameFile> files) => [.. files.Select(f => f.File).OfType<ReceivedFile>()];

    /// <summary>The first that was refused; null where all are taken in.</summary>
    public static CameFile? Refused(this IReadOnlyList<CameFile> files) => files.FirstOrDefault(f => f.Refusal is not null);

    /// <summary>The same as staff read it.</summary>
    public static string Sentence(this CameFile refused) =>
        refused.Refusal!.Field is TooMany ? $"{refused.Refusal.Sentence}. Nothing was sent: choose your files again" : $"{refused.Name} was not taken: {refused.Refusal.Sentence}. Nothing was sent: choose your files again";
}
