using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.Telling;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Family.Messages;

/// <summary>One thread of a carer with the school.</summary>
[TakesFiles(MessageFile.MostInAMessage)]
public sealed class ThreadModel(FamilyVisit visit, FamilyLanguage language, Reads reads, Translator translator) : MessagesPageModel(visit, language)
{
    [BindProperty(SupportsGet = true)]
    public Id<MessageThread> ThreadId { get; set; }

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public ThreadFile Whole { get; private set; } = null!;

    public ThreadInWords Shown => new(Whole, Today, Words) { Into = into, FileAt = file => FamilyLinks.File(School, ChildId, ThreadId, file) };

    private Translated into = Translated.Nothing;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Form.Language = Words.Tag;
        reads.Opened(Whole.OpeningOf(Visit.Place.Viewer, Visit.Day.Now));
        var here = Whole.Messages.Select(m => m.Message.Id.Value).ToHashSet();
        await Told.OpenedAsync([.. (await Told.UnopenedAsync(ChildId, cancel)).Where(n => n.Of is NoticeOf.Message && here.Contains(n.AboutId))], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var key = Form.Key == Guid.Empty ? Guid.CreateVersion7() : Form.Key;
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (WithoutItsFiles() is { } again)
        {
            return again;
        }

        var (words, language) = Written(Form.Words, Form.Language);
        if (await Shared.Threads.SendAsync(ThreadId, new Id<Message>(key), words, language, Visit.Day.Now, cancel, Came.Taken()) is not { } answered)
        {
            return NotFound();
        }

        if (!answered.Allowed(out var sent, out var refusal))
        {
            return this.PageWith(refusal with { Sentence = Sentence(refusal, Form.Words, subject: null) });
        }

        SaySent();
        TempData.Say(Thanks);
        return Redirect($"{FamilyLinks.Thread(School, ChildId, ThreadId)}#m-{sent.Message.Number}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Shared.Threads.FindAsync(ThreadId, cancel) is not { } found)
        {
            return false;
        }

        Whole = found;
        into = await Shared.Threads.TranslationsAsync(found, Tongue, cancel);
        if (found.Messages.Any(m => !m.Message.IsFromFamily && into.Lacks(Texts.Of(m.Message))))
        {
            translator.Missed(Visit.Place.School.Id, ChildId);
        }

        return true;
    }
}

public sealed class AnswerForm
{
    /// <summary>Chosen when the page is shown, so that sending it twice keeps one.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    public string? Words { get; set; }

    /// <summary>Only for its place on the page: the files themselves are taken in before.</summary>
    public IFormFileCollection? Files { get; set; }

    /// <summary>In which language it is written.</summary>
    public string? Language { get; set; }
}
