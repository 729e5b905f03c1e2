using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store.Meetings;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>A meeting in the words of the pages.</summary>
internal static class MeetingWords
{
    public static string Status(this MeetingRow row, LocalDate today) => row.Status switch
    {
        MeetingStatus.Running => "Running",
        MeetingStatus.Held => "Held",
        MeetingStatus.Cancelled => row.CalledOffBy is CalledOffBy.Family ? "Called off by the family" : "Called off",
        _ => row.IsForgottenOn(today) ? "Did it happen?" : row.On == today ? "Today" : "Planned"
    };

    public static TagKind Kind(this MeetingRow row, LocalDate today) => row.Status switch
    {
        MeetingStatus.Running => TagKind.Wait,
        MeetingStatus.Held => TagKind.Done,
        MeetingStatus.Cancelled => TagKind.Parked,
        _ => row.IsForgottenOn(today) ? TagKind.Late : row.On == today ? TagKind.Due : TagKind.Plain
    };

    public static string InWords(this Attendance attendance) => attendance switch
    {
        Attendance.Attended => "There",
        Attendance.SentApologies => "Sent apologies",
        Attendance.DidNotCome => "Did not come",
        _ => "Invited"
    };

    public static TagKind Kind(this Attendance attendance) => attendance switch
    {
        Attendance.Attended => TagKind.Done,
        Attendance.SentApologies or Attendance.DidNotCome => TagKind.Parked,
        _ => TagKind.Plain
    };

    public static string InWords(this MeetingPart part) => part switch
    {
        MeetingPart.Staff => "staff",
        MeetingPart.Carer => "family",
        MeetingPart.Child => "the child",
        _ => "professional"
    };

    public static string InWords(this InterpreterMode mode) => mode switch
    {
        InterpreterMode.InPerson => "In person",
        InterpreterMode.Phone => "By telephone",
        InterpreterMode.Video => "By video",
        _ => "A signer"
    };

    public static string InWords(this InterpreterStatus status) => status switch
    {
        InterpreterStatus.Booked => "Booked",
        InterpreterStatus.NotFound => "Could not be found",
        InterpreterStatus.NotNeeded => "Not needed",
        _ => "Asked for"
    };

    /// <summary>"Polish, by telephone. Booked: Mrs Nowak." A booking for another time than the meeting’s counts for nothing.</summary>
    public static string InWords(this InterpreterRequest request, Meeting meeting)
    {
        var what = $"{Languages.Of(request.Language).EnglishName}, {request.Mode.InWords().ToLowerInvariant()}.";
        return request.Status switch
        {
            InterpreterStatus.Booked when meeting.Status is MeetingStatus.Planned && !request.IsBookedFor(meeting.On, meeting.At) =>
                $"{what} {request.Who} was booked before the meeting moved: ask again.",
            InterpreterStatus.Booked => $"{what} Booked: {Closed(request.Who!)}",
            InterpreterStatus.NotFound => $"{what} Could not be found. Instead: {Closed(request.Instead!)}",
            var status => $"{what} {status.InWords()}."
        };
    }

    public static TagKind Kind(this InterpreterRequest? request, Meeting meeting) =>
        request is null || request.IsStillToFind(meeting.On, meeting.At) ? TagKind.Due : request.Status is InterpreterStatus.Booked ? TagKind.Done : TagKind.Parked;

    public static string InWords(this RowOutcome outcome) => outcome switch
    {
        RowOutcome.Done => "Done",
        RowOutcome.Moved => "Moved",
        RowOutcome.Parked => "Parked",
        _ => "Kept as it is"
    };

    /// <summary>Words that somebody typed, closed so that another sentence can follow.</summary>
    public static string Closed(string words) => words[^1] is '.' or '!' or '?' or '…' or '”' ? words : words + ".";

    public static string SeenBy(Visibility visibility) => visibility switch
    {
        Visibility.Family => "Family and staff",
        Visibility.Staff => "Staff",
        Visibility.SendTeam => "SEND team",
        _ => "Safeguarding"
    };
}
