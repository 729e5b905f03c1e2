using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>One thread: read it, answer, pass it on, close it.</summary>
[TakesFiles(MessageFile.MostInAMessage)]
public sealed class ThreadModel(VisibleRecord record, SchoolDay day, Reads reads) : MessagesPageModel(record, day)
{
    private static readonly (string, string)[] Answered = [(nameof(Message.Words), nameof(ThreadForm.Words)), (nameof(Message.Language), nameof(ThreadForm.Language))];
    private static readonly (string, string)[] Ended = [(nameof(Message.Words), nameof(ThreadForm.Outcome))];
    private static readonly (string, string)[] Passed = [(nameof(MessageThread.WithId), nameof(ThreadForm.To)), (nameof(ThreadHandover.Reason), nameof(ThreadForm.Reason))];

    [BindProperty(SupportsGet = true)]
    public Id<MessageThread> ThreadId { get; set; }

    [BindProperty]
    public ThreadForm Form { get; set; } = new();

    public ThreadFile Whole { get; private set; } = null!;

    public ThreadView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public IReadOnlyList<SelectListItem> LanguageChoices { get; private set; } = [];

    /// <summary>Why nothing can be sent to this carer today; null where it can.</summary>
    public Refusal? No { get; private set; }

    private Translated into = Translated.Nothing;

    public Id<Person> Me => Viewer.PersonId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        reads.Opened(Viewer, PupilId, "messages", Day.Now);
        reads.Opened(Whole.OpeningOf(Viewer, Day.Now));
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

        var (words, language) = this.Written(Form.Words, Form.Language);
        var message = New(words) with { Language = language, With = await Record.WithAsync(this.Came().Taken(), cancel) };
        this.SaySent();
        return await SentAsync(await Record.AnswerAsync(PupilId, ThreadId, message, cancel), Answered, "Sent.");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? await SentAsync(await Record.CloseAsync(PupilId, ThreadId, New(Form.Outcome), Form.Seen, cancel), Ended, "Sent, and closed.") : NotFound();

    public async Task<IActionResult> OnPostPassAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Id<Person>? to = Id<Person>.TryParse(Form.To, null, out var chosen) ? chosen : null;
        if (await Record.PassOnAsync(ThreadId, to, Form.Reason, Day.Now, cancel) is { } refusal)
        {
            return Refused(refusal, Passed);
        }

        TempData.Say("Passed on.");
        return Redirect(View.Link);
    }

    /// <summary>What the family wrote in another language, with what there is of it in English.</summary>
    public TheirWords? InEnglish(MessageLine line) => line.Message.IsFromFamily ? TheirWords.Of(Texts.Of(line.Message), into) : null;

    public bool HasErrorIn(string field) => ModelState.TryGetValue($"Form.{field}", out var entry) && entry.Errors.Count > 0;

    /// <summary>"Opened by Mrs Khan on 3 May at 3.04pm".</summary>
    public string Opened(MessageLine line) => line.Openings switch
    {
        [] => line.Message.IsFromFamily ? "Nobody has opened it" : "Not opened yet",
        [var one] => $"Opened by {Name(one)} on {View.At(one.At)}",
        [var first, ..] => $"Opened by {Name(first)} on {View.At(first.At)}, and {line.Openings.Count - 1} more"
    };

    private string Name(OpenedBy opened) => opened.PersonId == Me ? "you" : opened.Name;

    private NewMessage New(string? words) => new(Form.MessageId, Me, words, Form.Language, Day.Now);

    private Task<IActionResult> SentAsync(Result<SentMessage>? sent, (string, string)[] fields, string notice)
    {
        if (sent is not { } result)
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        if (!result.Allowed(out var message, out var refusal))
        {
            return Task.FromResult(Refused(refusal, fields));
        }

        TempData.Say(notice);
        return Task.FromResult<IActionResult>(Redirect($"{View.Link}#m-{message.Message.Number}"));
    }

    private IActionResult Refused(Refusal refusal, (string, string)[] fields)
    {
        ModelState.Refuse(refusal, fields);
        return this.PageWithErrors();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindPupilAsync(cancel) || await Record.ThreadAsync(PupilId, ThreadId, cancel) is not { } file)
        {
            return false;
        }

        Whole = file;
        into = await Record.TranslationsOfAsync(file.Messages.Where(m => m.Message.IsFromFamily).Select(m => Texts.Of(m.Message)), WrittenText.English, cancel);
        View = new ThreadView(file.Row, Day, Me);
        var recipient = (await Record.RecipientsAsync(PupilId, cancel)).FirstOrDefault(r => r.Carer.Id == file.Row.CarerId);
        No = recipient is null ? new Refusal($"{file.Row.CarerName} is in this child’s record no more") : recipient.No;
        LanguageChoices = MessageLanguages.For(recipient?.Tie.Language);
        Colleagues = [.. (await Record.ColleaguesAsync(PupilId, cancel)).Where(c => c.Id != file.Row.WithId)
            .Select(c => new SelectListItem(c.Id == Me ? $"{c.Name} (you)" : c.Role is null ? c.Name : $"{c.Name}, {c.Role}", c.Id.ToString()))];
        return true;
    }
}

/// <summary>In which languages staff write to families: English, and what the family reads.</summary>
internal static class MessageLanguages
{
    public static IReadOnlyList<SelectListItem> For(params IEnumerable<string?> read) =>
        [.. read.Prepend("en").OfType<string>().Distinct().Select(tag => new SelectListItem(Languages.Of(tag).EnglishName, tag))];
}
