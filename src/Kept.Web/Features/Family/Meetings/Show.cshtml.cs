using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Kept.Web.Features.Families;
using Kept.Web.Translating;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace Kept.Web.Features.Family.Meetings;

/// <summary>A meeting for a carer who is asked to it: their say before, and afterwards whether the record is what was agreed.</summary>
[TakesFiles(QuestionSet.Most)]
public sealed class ShowModel(FamilyVisit visit, FamilyLanguage language, Reads reads, Translator translator) : ChildPageModel(visit, language)
{
    [BindProperty(SupportsGet = true)]
    public Id<Meeting> MeetingId { get; set; }

    [BindProperty]
    public SayForm Form { get; set; } = new();

    /// <summary>How they understood it, where that is another way.</summary>
    [BindProperty]
    public string? How { get; set; }

    /// <summary>An interpreter that they ask for.</summary>
    [BindProperty]
    public AskForm Ask { get; set; } = new();

    public MeetingFileShared Shown { get; private set; } = null!;

    private Translated into = Translated.Nothing;

    /// <summary>The act whose form is shown with what is wrong with it.</summary>
    public string? Failed { get; private set; }

    public string Home => FamilyLinks.Child(Visit.Place.School, Visit.Child.Id);

    public string Here => FamilyLinks.Meeting(Visit.Place.School, Visit.Child.Id, MeetingId);

    public LocalDate Today => Visit.Day.Today;

    /// <summary>Their own language first, then those of the page, and British Sign Language; each by its own name.</summary>
    public IEnumerable<SelectListItem> SpokenLanguages =>
        ((string[])[Visit.Child.Language, .. Wording.All.Select(l => l.Tag), SignLanguage]).Distinct().Where(tag => tag is not "en").Select(tag => new SpokenItem(Languages.Of(tag).Autonym, tag, tag));

    public IEnumerable<Choice> Modes => Enum.GetValues<InterpreterMode>().Select(mode => new Choice(mode.ToString(), Words.Name(mode)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Form = SayForm.Of(Shown.Draft);
        Ask = AskFormOf(Shown.Interpreter);
        reads.Opened(Visit.Place.Viewer, Visit.Child.Id, "family-meeting", Visit.Day.Now);
        return Page();
    }

    public async Task<IActionResult> OnPostSayAsync(string? act, CancellationToken cancel)
    {
        if (!await FindAsync(cancel, Form.Answered(HttpContext)))
        {
            return NotFound();
        }

        if (!Shown.IsToCome)
        {
            return Refused("say", "", Words["say.over"]);
        }

        if (SayForm.Spoken(HttpContext, Shown.Questions) is var (spoken, refused) && refused is { } no)
        {
            return Refused("say", no.Field, Words.Together(no.Refusal is null ? Words["say.notSound"] : Words.NotTaken(no), Words["files.again"]));
        }

        var said = Form.Say(spoken, Shown.Questions, PicturesUnder, Words);
        if (KeptAt is { } keptAt && keptAt != Form.KeptAt && (Shown.Draft is { } other && said.Lacks(other) || HasNewRecordings))
        {
            Form = SayForm.Of(said.With(Shown.Draft ?? said));
            return Refused("say", "", spoken.Count == 0 ? Words["say.elsewhere"] : Words.Together(Words["say.elsewhere"], Words["files.again"]));
        }

        var send = act is not "save";
        if (Form.TooLong() is { } field)
        {
            return Refused("say", field, Words.Say("answer.tooLong", ("n", Contribution.WordsMaxLength)));
        }

        if (await Shared.SayAsync(MeetingId, said, send, Tongue, Visit.Day.Now, cancel) is { } refusal)
        {
            return Refused("say", refusal.Field is nameof(Say) ? SayForm.FieldOf(Shown.Questions[0].Key) : "", refusal.Field is nameof(Say) ? Words["say.empty"] : Words["join.again"]);
        }

        if (send && spoken.Count + Shown.Recordings.Count > 0)
        {
            HttpContext.RequestServices.GetRequiredService<Waking>().Say();
        }

        TempData.Say(Words[send ? "say.thanks" : "say.saved"]);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostConfirmAsync(bool agrees, int read, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Shown.MayBeConfirmed)
        {
            return NotFound();
        }

        if (await Shared.ConfirmAsync(MeetingId, read, agrees, How, Tongue, Visit.Day.Now, cancel) is { } refusal)
        {
            return Refused("confirm", refusal.Field is nameof(Confirmation.Words) ? nameof(How) : "", refusal.Field is not nameof(Confirmation.Words) ? Words["join.again"]
                : How?.Length > Confirmation.WordsMaxLength ? Words.Say("answer.tooLong", ("n", Confirmation.WordsMaxLength))
                : Words["record.howNeeded"]);
        }

        TempData.Say(Words["answer.thanks"]);
        return Redirect(Here);
    }

    /// <summary>A time that they booked themselves, and cannot keep.</summary>
    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || await Shared.Slots.GiveBackAsync(MeetingId, cancel) is not { } answer)
        {
            return NotFound();
        }

        if (answer.Refused(out _) && Shown.Meeting.Status is not MeetingStatus.Cancelled)
        {
            return Refused("give-back", "", Words["join.again"]);
        }

        TempData.Say(Words["times.given"]);
        return Redirect(FamilyLinks.Times(Visit.Place.School, Visit.Child.Id));
    }

    public async Task<IActionResult> OnPostInterpreterAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Form = SayForm.Of(Shown.Draft);
        if (!Shown.IsToCome)
        {
            return Refused("interpreter", "", Words["say.over"]);
        }

        if (await Shared.AskForAnInterpreterAsync(MeetingId, Ask.Language, Ask.Mode, Visit.Day.Now, cancel) is { } refusal)
        {
            return refusal.Field switch
            {
                nameof(InterpreterRequest.Language) => Refused("interpreter", "Ask.Language", Words["interpreter.chooseLanguage"]),
                nameof(InterpreterRequest.Mode) => Refused("interpreter", "Ask.Mode", Words["wrong.choose"]),
                _ => Refused("interpreter", "", Words["join.again"])
            };
        }

        TempData.Say(Words["interpreter.thanks"]);
        return Redirect(Here);
    }

    /// <summary>Goes back with the form, so that what was kept on another phone meanwhile is shown before it is sent or written over.</summary>
    public long? KeptAt => Shown.DraftSavedAt?.ToUnixTimeTicks();

    private bool HasNewRecordings => Shown.Recordings.Any(r => Form.KeptAt is not { } known || r.SavedAt.ToUnixTimeTicks() > known);

    public string RecordingAt(Guid recording) => FamilyLinks.Recording(Visit.Place.School, Visit.Child.Id, MeetingId, recording);

    public string VoiceHint => Words.Say("say.voiceHint", ("size", HttpContext.RequestServices.GetRequiredService<DocumentSettings>().MostInWords));

    /// <summary>A recording that waits in the draft; null where there is none for this question.</summary>
    public SayDraftRecording? Waiting(string asked) => Shown.Recordings.FirstOrDefault(r => r.Asked == asked);

    public QuestionRead Read(AskedQuestion question) => QuestionRead.Of(question, Words, into);

    /// <summary>The child’s question under which the pictures stand: that to which some are chosen already, else that which is asked now.</summary>
    public string? PicturesUnder
    {
        get
        {
            var theChilds = Shown.Questions.Where(q => q.IsTheChilds).Select(q => q.Key).ToList();
            return Form.Pictures.Count > 0 && Form.PicturesAsked is { } asked && theChilds.Contains(asked) ? asked : theChilds.FirstOrDefault();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(string act, string field, string sentence)
    {
        Failed = act;
        if (act is not "interpreter")
        {
            Ask = AskFormOf(Shown.Interpreter);
        }

        ModelState.AddModelError(field, sentence);
        return this.PageWithErrors();
    }

    private AskForm AskFormOf(InterpreterRequest? before) => new() { Language = before?.Language ?? Visit.Child.Language, Mode = before?.Mode };

    private const string SignLanguage = "bfi";

    private async Task<bool> FindAsync(CancellationToken cancel, IEnumerable<string>? typed = null)
    {
        if (await Shared.MeetingAsync(MeetingId, cancel, typed) is not { } file)
        {
            return false;
        }

        Shown = file;
        var asked = file.IsToCome ? file.Questions.Select(q => q.Text) : [];
        List<WrittenText> texts = [.. asked.Concat(file.Sent.Select(s => s.Question?.Text)).OfType<WrittenText>()];
        into = await Shared.TranslationsAsync(texts, Tongue, cancel);
        if (texts.Exists(into.Lacks))
        {
            translator.Missed(Visit.Place.School.Id, ChildId);
        }

        return true;
    }
}

/// <summary>In which language, and how.</summary>
public sealed class AskForm
{
    public string? Language { get; set; }

    public InterpreterMode? Mode { get; set; }
}
