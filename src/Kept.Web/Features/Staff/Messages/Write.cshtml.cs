using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Messages;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>Writes to those of a child’s carers who may be told, to each alone (rule 10).</summary>
[TakesFiles(MessageFile.MostInAMessage)]
public sealed class WriteModel(VisibleRecord record, SchoolDay day) : MessagesPageModel(record, day)
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(MessageThread.CarerId), nameof(WriteForm.To)), (nameof(MessageThread.Subject), nameof(WriteForm.Subject)),
        (nameof(Message.Words), nameof(WriteForm.Words)), (nameof(Message.Language), nameof(WriteForm.Language))
    ];

    [BindProperty]
    public WriteForm Form { get; set; } = new();

    public IReadOnlyList<Recipient> Recipients { get; private set; } = [];

    public IReadOnlyList<SelectListItem> LanguageChoices => MessageLanguages.For(Recipients.Where(r => r.No is null).Select(r => r.Tie.Language));

    /// <summary>Who may not be told is not among them: the page says why.</summary>
    public IReadOnlyList<Choice> Choices =>
        [.. Recipients.Where(r => r.No is null).Select(r => new Choice(r.Carer.Id.ToString(), $"{r.Carer.Name}, {r.Tie.Kind}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Recipients.Where(r => r.No is null).ToList() is [var only])
        {
            Form.To = [only.Carer.Id.ToString()];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (this.WithoutItsFiles() is { } again)
        {
            return again;
        }

        List<Addressee> to = [.. Form.To.Select(c => Id<Person>.TryParse(c, null, out var id) ? id : (Id<Person>?)null).OfType<Id<Person>>().Distinct()
            .Select(id => new Addressee(id, Form.Keys.TryGetValue(id.ToString(), out var key) && key != Guid.Empty ? key : Guid.CreateVersion7()))];
        var (words, language) = this.Written(Form.Words, Form.Language);
        var written = await Record.WriteToEachAsync(PupilId, to, Form.Subject, words, language, Day.Now, cancel, this.Came().Taken());
        if (!written.Allowed(out var threads, out var refusal))
        {
            ModelState.Refuse(refusal, Fields);
            return this.PageWithErrors();
        }

        this.SaySent();
        TempData.Say(threads.Count == 1 ? "Sent." : $"Sent to {threads.Count} people, to each alone.");
        return Redirect(threads.Count == 1 ? $"/pupils/{PupilId}/messages/{threads[0].Id}" : $"/pupils/{PupilId}/messages");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel))
        {
            return false;
        }

        Recipients = await Record.RecipientsAsync(PupilId, cancel);
        foreach (var carer in Recipients.Where(r => r.No is null).Select(r => r.Carer.Id.ToString()))
        {
            Form.Keys.TryAdd(carer, Guid.CreateVersion7());
        }

        return true;
    }
}

public sealed class WriteForm
{
    /// <summary>For each carer the id of the thread: sending the form twice keeps one thread for each.</summary>
    public Dictionary<string, Guid> Keys { get; set; } = [];

    [Display(Name = "Write to")]
    public List<string> To { get; set; } = [];

    [Display(Name = "What it is about", Description = "A few words, such as: The trip on Friday")]
    public string? Subject { get; set; }

    [Display(Name = "Your message", Description = "Plain words. They stay as they are: what was wrong is put right in the next message")]
    public string? Words { get; set; }

    /// <summary>Only for its words: the files themselves are taken in before.</summary>
    [Display(Name = "Add files", Description = FilesWithMessages.Hint)]
    public IFormFileCollection? Files { get; set; }

    [Display(Name = "Written in")]
    public string Language { get; set; } = "en";
}
