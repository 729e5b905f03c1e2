using Kept.Domain.Messages;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Messages;

/// <summary>A carer writes to the school. It reaches who works with the child; the page says by when there is an answer.</summary>
[TakesFiles(MessageFile.MostInAMessage)]
public sealed class WriteModel(FamilyVisit visit, FamilyLanguage language) : MessagesPageModel(visit, language)
{
    [BindProperty]
    public WriteForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form.Language = Words.Tag;
        return await Shared.Threads.AllAsync(cancel) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var key = Form.Key == Guid.Empty ? Guid.CreateVersion7() : Form.Key;
        if (WithoutItsFiles() is { } again)
        {
            return again;
        }

        var (words, language) = Written(Form.Words, Form.Language);
        if (await Shared.Threads.StartAsync(key, Form.Subject, words, language, Visit.Day.Now, cancel, Came.Taken()) is not { } started)
        {
            return NotFound();
        }

        if (!started.Allowed(out var sent, out var refusal))
        {
            return this.PageWith(refusal with { Sentence = Sentence(refusal, Form.Words, Form.Subject) });
        }

        SaySent();
        TempData.Say(Thanks);
        return Redirect(FamilyLinks.Thread(School, ChildId, sent.Thread.Id));
    }
}

public sealed class WriteForm
{
    /// <summary>Chosen when the page is shown, so that sending it twice keeps one.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    public string? Subject { get; set; }

    public string? Words { get; set; }

    /// <summary>Only for its place on the page: the files themselves are taken in before.</summary>
    public IFormFileCollection? Files { get; set; }

    /// <summary>In which language it is written.</summary>
    public string? Language { get; set; }
}
