using System.Globalization;
using System.Text;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store.Actions;
using Kept.Store.Families;
using Kept.Store.Log;
using Kept.Store.Meetings;
using Kept.Web.Components;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>What one carer is told of a meeting, in plain text to copy, send or print.</summary>
/// <param name="Needs">What the words need before they go out: "Urdu, large print".</param>
/// <param name="Formats">In which form it is printed.</param>
public sealed record FollowUpLetter(string Name, string Kind, string? Needs, FormatWishes Formats, string? Email, string Subject, string Text)
{
    /// <summary>Opens the carer's message in the school's own mail program.</summary>
    public string? MailTo => Email is null ? null : $"mailto:{Email}?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(Text)}";

    /// <summary>One letter for each carer who may be told and gets copies; nobody else's name is in the list of letters.</summary>
    public static IReadOnlyList<FollowUpLetter> Of(
        Meeting meeting, MeetingGuests guests, IReadOnlyList<Seat> seats, StoryEntry entry, IReadOnlyList<ActionRow> actions, IReadOnlyList<HeldInMeeting> reviews,
        IReadOnlyList<InterpreterRow> interpreters, string school, string lead, LocalDate today) =>
        [.. guests.Carers.Where(c => c.Tie.MayBeToldOn(today) && c.Tie.ReceivesCopies && c.Guest.LeftOn is null).Select(c => new FollowUpLetter(
            c.Guest.Name, c.Tie.Kind, c.Needs, c.Tie.Formats, c.Person.Email, $"What we agreed on {Days.Plain(meeting.On, today)}",
            Words(meeting, guests, seats, entry, actions, reviews, interpreters, school, lead, c)))];

    private static string Words(
        Meeting meeting, MeetingGuests guests, IReadOnlyList<Seat> seats, StoryEntry entry, IReadOnlyList<ActionRow> actions, IReadOnlyList<HeldInMeeting> reviews,
        IReadOnlyList<InterpreterRow> interpreters, string school, string lead, CarerGuest to)
    {
        var easy = to.Tie.EasyRead;
        var came = seats.FirstOrDefault(s => s.Attendee.PersonId == to.Guest.PersonId)?.Attendee;
        var words = new StringBuilder();
        words.Append(CultureInfo.InvariantCulture, $"Dear {to.Person.ShortName},\n\n");
        words.Append(came switch
        {
            { IsHere: true } => $"Thank you for meeting us on {Days.Full(meeting.On)} about {guests.ChildName}.",
            null => $"We met on {Days.Full(meeting.On)} about {guests.ChildName}. This is what was agreed.",
            _ => $"We met on {Days.Full(meeting.On)} about {guests.ChildName}, and missed you. This is what was agreed."
        });
        words.Append(CultureInfo.InvariantCulture, $"\n\nWho was there: {string.Join(", ", WhoWasThere(seats, to))}.");
        // Only in their own letter: what one carer needs is nothing for another to read.
        if (interpreters.FirstOrDefault(i => i.Request.CarerId == to.Guest.PersonId && i.Request.Status is InterpreterStatus.Booked) is { } interpreter)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n\nYour interpreter ({interpreter.Language}): {MeetingWords.Closed(interpreter.Request.Who!)}");
        }

        words.Append(CultureInfo.InvariantCulture, $"\n\nWhat it was about\n{entry.Issue}");
        if (entry.Said is not null)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n\nWhat we said\n{entry.Said}");
        }

        if (reviews.Count > 0)
        {
            words.Append("\n\nWhat we came back to");
            foreach (var (at, held) in reviews.Index())
            {
                words.Append(CultureInfo.InvariantCulture, $"\n{at + 1}. {held.Issue}: {StoryItem.Words(held.Review.Happened)} {MeetingWords.Closed(held.Review.WhatChanged)}");
                words.Append(held.Review.WhatNext is { } next ? $" Next: {MeetingWords.Closed(next)}" : "");
                words.Append(held.Review.NextOn is { } again ? $" We look again on {Days.Spoken(again)}." : "");
            }
        }

        if (actions.Count > 0)
        {
            words.Append("\n\nWhat we agreed");
            foreach (var (at, action) in actions.Index())
            {
                var who = Wording.InEnglish.Who(Agreement.Of(action, to.Person.Id));
                words.Append(easy
                    ? string.Create(CultureInfo.InvariantCulture, $"\n{at + 1}. {who}:\n{action.What}\nBy {Days.Spoken(action.DueOn)}\n")
                    : string.Create(CultureInfo.InvariantCulture, $"\n{at + 1}. {who}: {action.What}, by {Days.Spoken(action.DueOn)}"));
            }
        }

        if (entry.ReviewOn is { } review)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n\nWe will look at this together again on {Days.Full(review)}.");
        }

        words.Append(easy
            ? "\n\nIs this not what you remember?\nDoes something not happen?\nPlease tell us.\nWe will put it right."
            : "\n\nIf this is not what you remember, or if something does not happen, please tell us. We will put it right.");
        words.Append(CultureInfo.InvariantCulture, $"\n\n{lead}\n{school}");
        return easy ? OneIdeaALine.InWordsOf(words.ToString()) : words.ToString();
    }

    /// <summary>Everybody by name but the other carers, of whom their reader’s own pages name nobody either.</summary>
    private static IEnumerable<string> WhoWasThere(IReadOnlyList<Seat> seats, CarerGuest to) =>
        seats.Where(s => s.Attendee.IsHere)
            .Select(s => (s.Name, Whose: s.Attendee.PersonId is { } person ? Agreement.Whose(person, s.Attendee.Part is MeetingPart.Carer, to.Person.Id) : OwnerShared.School))
            .Select(s => s.Whose is OwnerShared.SomebodyInTheFamily ? Wording.InEnglish["agreed.family"] : s.Name)
            .Distinct();
}
