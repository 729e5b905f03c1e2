using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Messages;
using Kept.Web.Access;
using Kept.Web.Components;
using NodaTime;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>A thread in words, as staff read it.</summary>
public sealed record ThreadView(ThreadRow Row, SchoolDay Day, Id<Person> Viewer, bool ShowsPupil = true)
{
    public string Link => $"/pupils/{Row.PupilId}/messages/{Row.Id}";

    public LocalDate? AnswerBy => Row.Standing.AnswerBy(Day.Calendar, Day.School);

    public bool IsLate => Row.Standing.IsLateOn(Day.Today, Day.Calendar, Day.School);

    /// <summary>"Mrs Fatima Ali, mother".</summary>
    public string Carer => Row.CarerKind is null ? Row.CarerName : $"{Row.CarerName}, {Row.CarerKind}";

    public string With => Row.WithId == Viewer ? "You" : Row.WithName ?? "Nobody yet";

    public string Edge => IsLate ? "late" : Row.Standing.Turn is Turn.School && AnswerBy == Day.Today ? "due" : "";

    public TagKind Kind => Row.Standing.Turn switch
    {
        _ when !Row.MayBeTold => TagKind.Parked,
        Turn.School when IsLate => TagKind.Late,
        Turn.School when AnswerBy == Day.Today => TagKind.Due,
        Turn.School => TagKind.Wait,
        Turn.Nobody => TagKind.Done,
        _ => TagKind.Plain
    };

    /// <summary>"Answer by Mon 11 May", "2 days late".</summary>
    public string State => Row.Standing.Turn switch
    {
        Turn.Nobody => $"Closed {Days.Plain(Row.ClosedAt!.Value.InZone(School.Zone).Date, Day.Today)}",
        _ when !Row.MayBeTold => "May not be told",
        Turn.School when IsLate => Days.Due(AnswerBy!.Value, Day.Today),
        Turn.School when AnswerBy == Day.Today => "Answer today",
        Turn.School when AnswerBy is { } by => $"Answer by {Days.Brief(by, Day.Today)}",
        Turn.School => "Waits for us",
        _ => "Waits for the family"
    };

    /// <summary>The same in a list, whose heading says whose turn it is: "By Mon 11 May", "Their turn".</summary>
    public string BriefState => Row.Standing.Turn switch
    {
        Turn.School when !IsLate && AnswerBy is { } by => by == Day.Today ? "Today" : $"By {Days.Brief(by, Day.Today)}",
        Turn.Family when Row.MayBeTold => "Their turn",
        _ => State
    };

    /// <summary>"5 May at 9.30am".</summary>
    public string At(Instant moment)
    {
        var local = moment.InZone(School.Zone).LocalDateTime;
        return $"{Days.Plain(local.Date, Day.Today)} at {Days.Time(local.TimeOfDay)}";
    }
}
