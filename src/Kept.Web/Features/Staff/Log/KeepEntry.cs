using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Store;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>Turns the form into an entry with its actions, or says beside each field what is missing.</summary>
internal sealed class KeepEntry(VisibleRecord record, LogPage page, ModelStateDictionary state, Instant at)
{
    private static readonly (string, string)[] Fields =
    [
        (nameof(EntryContent.Issue), nameof(LogForm.Issue)), (nameof(EntryContent.Said), nameof(LogForm.Said)),
        (nameof(EntryContent.Note), nameof(LogForm.Note)), (nameof(EntryContent.SpokeWith), nameof(LogForm.WithWords)),
        (nameof(EntryContent.HappenedOn), nameof(LogForm.Day)), (nameof(LogEntry.ReviewOn), nameof(LogForm.ReviewDay)), (nameof(LogEntry.Visibility), nameof(LogForm.Visibility))
    ];

    private LogForm Form => page.Form;

    /// <summary>True when it is kept; false when the form must be shown again.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var id = new Id<LogEntry>(Form.Key);
        var pupil = page.Pupil!;
        var lines = page.Lines.Where(l => !string.IsNullOrWhiteSpace(l.Line.Text)).ToList();
        var kept = LogEntry.Keep(id, record.Viewer.SchoolId, pupil.Id, Content(), Review(), lines.Count > 0, record.Viewer.PersonId, at);
        if (!kept.Allowed(out var entry, out var refused))
        {
            state.Refuse(refused, Form.Review is "pick" ? Fields : [.. Fields.Where(f => f.Item1 != nameof(LogEntry.ReviewOn)), (nameof(LogEntry.ReviewOn), nameof(LogForm.Review))]);
        }

        var actions = lines.Select(line => Agree(line, id)).ToList();
        if (entry is null || !state.IsValid)
        {
            return false;
        }

        return await IsKeptAlreadyAsync(entry, cancel)
            ?? await SaveAsync(entry, actions.OfType<AgreedAction>(), cancel)
            ?? await IsKeptAlreadyAsync(entry, cancel)
            ?? Again("This could not be kept just now. What you typed is still here: keep it again");
    }

    /// <summary>True for the same form sent twice; false for a form that was kept and then filled in anew; null for a new one.</summary>
    private async Task<bool?> IsKeptAlreadyAsync(LogEntry entry, CancellationToken cancel) => await record.SentBeforeAsync(entry, cancel) switch
    {
        SentBefore.InTheseWords => true,
        SentBefore.InOtherWords => Again("You have kept an entry from this form already. If this is another conversation, keep it again"),
        _ => null
    };

    private bool Again(string sentence)
    {
        Form.Key = Guid.CreateVersion7();
        state.AddModelError("", sentence);
        return false;
    }

    /// <summary>Null when somebody was quicker, perhaps the same form sent twice.</summary>
    private async Task<bool?> SaveAsync(LogEntry entry, IEnumerable<AgreedAction> actions, CancellationToken cancel)
    {
        record.Add(entry);
        foreach (var action in actions)
        {
            record.Add(action);
        }

        if (Form.Waiting)
        {
            // Where nobody said at what time, it came while the school was open: the family is not to wait a day longer for that.
            record.Add(Enquiry.For(entry, page.Day.School.ClosesAt));
        }

        List<ILedgerEvent> happened = [new EntryKept(entry.PupilId, entry.Id)];
        if (await FromMessage.LinkAsync(record, Form.Message, entry, at, cancel) is { } made)
        {
            record.Add(made);
            happened.Add(new MessageLogged(entry.PupilId, made.MessageId));
        }

        var refused = await record.SaveAsync(happened, cancel);
        if (refused is not { Field: not null })
        {
            return refused is null ? true : null;
        }

        state.Refuse(refused, Fields);
        return false;
    }

    private EntryContent Content()
    {
        if (page.Happened().Refused(out var refused) || page.HappenedOn is null)
        {
            state.AddModelError("Form.Day", refused?.Sentence ?? "Enter the day it happened");
        }

        if (Form.Channel is null)
        {
            state.AddModelError("Form.Channel", "Choose how you spoke, or that it was seen in school");
        }

        var (withId, withWords) = SpokeWith();
        if (withId is null && withWords is null && Form.Channel is not (null or Channel.SeenInSchool or Channel.Other))
        {
            state.AddModelError(page.People.Count > 0 && Form.With is not "other" ? "Form.With" : "Form.WithWords", "Say who it was with");
        }

        return new EntryContent
        {
            HappenedOn = page.HappenedOn ?? page.Day.Today,
            HappenedAt = Form.When is "now" ? new LocalTime(page.Day.Local.Hour, page.Day.Local.Minute) : null,
            Channel = Form.Channel ?? Channel.Other,
            SpokeWithId = withId,
            SpokeWith = withWords,
            Issue = Form.Issue ?? "",
            Said = Form.Said,
            Note = Form.Note,
            Visibility = Form.Visibility
        };
    }

    /// <summary>A carer by their button, or by the word that was typed: "mum" is this pupil's mother.</summary>
    private (Id<Person>? Id, string? Words) SpokeWith()
    {
        if (page.People.Any(p => p.Value == Form.With))
        {
            return (Id<Person>.Parse(Form.With!), null);
        }

        if (Text.Tidy(Form.WithWords) is not { } words)
        {
            return (null, null);
        }

        var named = page.Reader.Person(words, page.Day.Today);
        return named is null ? (null, words) : (named, null);
    }

    private LocalDate? Review()
    {
        if (page.Review().Refused(out var refused))
        {
            state.AddModelError("Form.ReviewDay", refused.Sentence);
        }
        else if (Form.Review is "pick" && page.ReviewOn is null)
        {
            state.AddModelError("Form.ReviewDay", "Enter the day to look at this again");
        }

        return page.ReviewOn;
    }

    private AgreedAction? Agree(LineOnPage line, Id<LogEntry> entry)
    {
        var field = $"Form.Lines[{Form.Lines.IndexOf(line.Line)}].Text";
        if (page.Reader.Trouble(line) is { } trouble)
        {
            state.AddModelError(field, trouble.Sentence);
            return null;
        }

        var agreement = new ActionAgreement(
            record.Viewer.SchoolId, page.Pupil!.Id, entry, null, line.What, Form.Visibility, page.HappenedOn ?? page.Day.Today);
        if (AgreedAction.Agree(agreement, line.Owner!.Owner, line.Due, page.Day.Today, at).Allowed(out var action, out var refused))
        {
            return action;
        }

        state.AddModelError(field, refused.Sentence);
        return null;
    }
}
