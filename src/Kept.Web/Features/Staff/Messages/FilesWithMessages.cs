using Kept.Domain;
using Kept.Domain.Translating;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>The files that staff send with a message.</summary>
internal static class FilesWithMessages
{
    public const string Hint = "Up to 3. Only the person you write to, and staff who see this, can open them. They stay in the pupil’s documents";

    private const string Only = "Please see what I have added.";

    public static IReadOnlyList<CameFile> Came(this PageModel page) => CameFiles.Of(page.HttpContext, "Form.Files");

    /// <summary>What is sent: what was typed; where nothing was, and a file came, a line that says so.</summary>
    public static (string? Words, string Language) Written(this PageModel page, string? typed, string language) =>
        Text.TidyLines(typed) is null && page.Came().Count > 0 ? (Only, WrittenText.English) : (typed, language);

    /// <summary>The page again, with why a file was not taken; null where all were. Nothing is sent without it.</summary>
    public static PageResult? WithoutItsFiles(this PageModel page)
    {
        if (page.Came().Refused() is not { } refused)
        {
            return null;
        }

        page.ModelState.AddModelError("Form.Files", refused.Sentence());
        return page.PageWithErrors();
    }

    /// <summary>Wakes whoever reads the words of documents for search.</summary>
    public static void SaySent(this PageModel page)
    {
        if (page.Came().Count > 0)
        {
            page.HttpContext.RequestServices.GetRequiredService<Waking>().Say();
        }
    }
}
