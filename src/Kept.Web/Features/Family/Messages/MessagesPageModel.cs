using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace Kept.Web.Features.Family.Messages;

/// <summary>A page about a carer’s own messages with the school.</summary>
public abstract class MessagesPageModel(FamilyVisit visit, FamilyLanguage language) : ChildPageModel(visit, language)
{
    public LocalDate Today => Visit.Day.Today;

    /// <summary>Out of hours: when the school is back, and by when it answers what is written now. Null while it is open.</summary>
    public string? Closed => BackOn is { } back && PromisedNow is { } by
        ? Words.Say("messages.outOfHours", ("back", Words.Spoken(back)), ("by", Words.Spoken(by)))
        : null;

    /// <summary>In which language a carer may say that they write: the page’s own first.</summary>
    public IReadOnlyList<SelectListItem> LanguageChoices =>
        [.. Wording.All.Select(l => l.Tag).Append(Visit.Child.Language).Distinct().OrderBy(tag => tag != Words.Tag).Select(tag => new SpokenItem(Languages.Of(tag).Autonym, tag, tag))];

    /// <summary>How many files go with a message, and how large each may be.</summary>
    public string FilesHint => Words.Say("files.hint", ("n", MessageFile.MostInAMessage), ("size", HttpContext.RequestServices.GetRequiredService<DocumentSettings>().MostInWords));

    /// <summary>What came with the form.</summary>
    private protected IReadOnlyList<CameFile> Came => CameFiles.Of(HttpContext, "Form.Files");

    protected LocalDate? PromisedNow => Domain.Messages.Standing.PromisedFor(Visit.Day.Local, Visit.Day.Calendar, School);

    private LocalDate? BackOn => Domain.Messages.Standing.BackOn(Visit.Day.Local, Visit.Day.Calendar, School);

    /// <summary>"The school answers by 11 May", "The school has answered".</summary>
    public string Standing(Standing standing) => standing.Turn switch
    {
        Turn.Nobody => Words["messages.closed"],
        Turn.Family => Words["messages.yourTurn"],
        _ when standing.AnswerBy(Visit.Day.Calendar, School) is not { } by => Words["messages.sent"],
        _ when standing.IsLateOn(Today, Visit.Day.Calendar, School) => Words.Say("messages.late", ("day", Words.Plain(standing.AnswerBy(Visit.Day.Calendar, School)!.Value, Today))),
        _ => Words.Say("messages.waiting", ("day", Words.Plain(standing.AnswerBy(Visit.Day.Calendar, School)!.Value, Today)))
    };

    /// <summary>What is said after a message was sent: by when the school answers it.</summary>
    protected string Thanks => PromisedNow is { } by ? Words.Say("messages.thanks", ("day", Words.Plain(by, Today))) : Words["answer.thanks"];

    /// <summary>
    /// What is sent: what was typed; where nothing was, and a file came, a line that says so, in the language of the page.
    /// </summary>
    protected (string? Words, string Language) Written(string? typed, string? chosen) =>
        Text.TidyLines(typed) is null && Came.Count > 0 ? (Words["files.only"], Words.Tag) : (typed, chosen ?? Words.Tag);

    /// <summary>The page again, with why a file was not taken; null where all were. Nothing is sent without it.</summary>
    protected PageResult? WithoutItsFiles() => Came.Refused() is { } refused
        ? this.PageWith(new Refusal(Words.Together(Words.NotTaken(refused), Words["files.again"]), "Files"))
        : null;

    /// <summary>Wakes whoever reads the words of documents for search.</summary>
    protected void SaySent()
    {
        if (Came.Count > 0)
        {
            HttpContext.RequestServices.GetRequiredService<Waking>().Say();
        }
    }

    /// <summary>A rule’s refusal in the family’s language.</summary>
    protected string Sentence(Refusal refusal, string? words, string? subject) => refusal.Field switch
    {
        nameof(Message.Words) when words?.Length > Message.WordsMaxLength => Words.Say("answer.tooLong", ("n", Message.WordsMaxLength)),
        nameof(Message.Words) => Words["messages.needWords"],
        nameof(MessageThread.Subject) when subject?.Length > MessageThread.SubjectMaxLength => Words.Say("answer.tooLong", ("n", MessageThread.SubjectMaxLength)),
        nameof(MessageThread.Subject) => Words["messages.needSubject"],
        nameof(Message.Language) => Words["wrong.choose"],
        _ => Words["join.again"]
    };
}
