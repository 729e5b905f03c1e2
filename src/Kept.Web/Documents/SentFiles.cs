using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kept.Web.Documents;

/// <summary>Leaves the body of a request unread, for a page that reads it part by part itself. Such a page checks the form's token too.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsItsOwnBodyAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>A file as it comes over the wire: to be read once, before the next is asked for.</summary>
internal sealed record SentFile(string Field, string Name, Stream Content);

/// <summary>
/// A form with files, read as it arrives: fields first, then file after file, none of them kept in memory or on the way. The token
/// that proves whose form it is must come before the first file.
/// </summary>
internal sealed class SentFiles(HttpContext http, IAntiforgery antiforgery)
{
    private const string TokenField = "__RequestVerificationToken";
    private const int MostFieldBytes = 64 * 1024;
    private const int MostFields = 60;

    private MultipartReader? reader;
    private MultipartSection? next;
    private bool isChecked;

    public Dictionary<string, List<string>> Fields { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">What was sent is no such form, or not whole.</exception>
    /// <exception cref="AntiforgeryValidationException">It is not from a page of ours.</exception>
    public async Task ReadFieldsAsync(long mostBytes, CancellationToken cancel)
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (boundary is null)
        {
            await CheckAsync();
            throw new InvalidDataException("This is no form with files.");
        }

        reader = new MultipartReader(boundary, http.Request.Body) { BodyLengthLimit = mostBytes };
        while ((next = await reader.ReadNextSectionAsync(cancel)) is not null && FileName(next) is null)
        {
            await TakeFieldAsync(next, cancel);
        }

        await CheckAsync();
    }

    public async IAsyncEnumerable<SentFile> FilesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        while (next is not null)
        {
            // A browser sends a nameless file of no bytes where none was chosen.
            if (FileName(next) is { Length: > 0 } name)
            {
                yield return new SentFile(Field(next), name, next.Body);
            }
            else if (FileName(next) is null)
            {
                // Which button was pressed comes last.
                await TakeFieldAsync(next, cancel);
            }

            next = await reader!.ReadNextSectionAsync(cancel);
        }
    }

    /// <summary>Reads the rest without keeping any file of it, so that the browser that sends it hears an answer.</summary>
    public async Task SkipAsync(CancellationToken cancel)
    {
        while (next is not null && (next = await reader!.ReadNextSectionAsync(cancel)) is not null)
        {
            if (FileName(next) is null)
            {
                await TakeFieldAsync(next, cancel);
            }
        }
    }

    /// <summary>What was typed, as a page binds it.</summary>
    public FormCollection Form => new(Fields.ToDictionary(f => f.Key, f => new StringValues([.. f.Value])));

    private static string Field(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";

    private static string? FileName(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString()
            : null;

    private async Task TakeFieldAsync(MultipartSection section, CancellationToken cancel)
    {
        if (Fields.Count >= MostFields || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            throw new InvalidDataException("This is no form of ours.");
        }

        var bytes = new byte[MostFieldBytes];
        var read = await section.Body.ReadAtLeastAsync(bytes, MostFieldBytes, throwOnEndOfStream: false, cancel);
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!Fields.TryGetValue(name, out var values))
        {
            Fields[name] = values = [];
        }

        values.Add(System.Text.Encoding.UTF8.GetString(bytes, 0, read));
    }

    private async Task CheckAsync()
    {
        if (isChecked)
        {
            return;
        }

        isChecked = true;
        http.Request.Headers["RequestVerificationToken"] = Fields.GetValueOrDefault(TokenField)?[0] ?? "";
        await antiforgery.ValidateRequestAsync(http);
    }
}
