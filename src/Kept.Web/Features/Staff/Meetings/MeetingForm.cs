using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Meetings;
using Kept.Web.Access;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>A meeting's plan as typed: text until the domain has read it, so that nothing typed is lost.</summary>
public sealed class MeetingForm
{
    /// <summary>The rules' names for the fields, and the form's.</summary>
    public static readonly (string, string)[] Fields =
    [
        (nameof(MeetingPlan.On), nameof(Day)), (nameof(MeetingPlan.At), nameof(Time)), (nameof(MeetingPlan.Minutes), nameof(Minutes)),
        (nameof(MeetingPlan.Place), nameof(Place)), (nameof(MeetingPlan.About), nameof(About)), ("Lead", nameof(Lead)), ("Guests", nameof(Guests)),
        (nameof(MeetingPlan.Visibility), nameof(Visibility))
    ];

    /// <summary>Becomes the meeting's id: sending the form twice books one meeting.</summary>
    public Guid Key { get; set; }

    [Display(Name = "Kind of meeting")]
    public MeetingKind Kind { get; set; } = MeetingKind.SenSupport;

    [Display(Name = "Day", Description = "For example, 2 May or next Friday")]
    public string? Day { get; set; }

    [Display(Name = "Time", Description = "For example, 3.30pm")]
    public string? Time { get; set; }

    [Display(Name = "Minutes")]
    public string? Minutes { get; set; } = "45";

    [Display(Name = "Place", Description = "A room, a video call, at home")]
    public string? Place { get; set; }

    [Display(Name = "What it is about", Description = "One line, if the kind does not say it")]
    public string? About { get; set; }

    [Display(Name = "Led by")]
    public string? Lead { get; set; }

    [Display(Name = "Who is invited", Description = "Each person by themselves: separated parents are asked separately")]
    public List<string> Guests { get; set; } = [];

    [Display(Name = "Another colleague")]
    public string? Colleague { get; set; }

    [Display(Name = "A professional from outside")]
    public string? Professional { get; set; }

    [Display(Name = "Seen by")]
    public Visibility Visibility { get; set; } = Visibility.Family;

    [Display(Name = "A hard conversation: at least two colleagues are there")]
    public bool Sensitive { get; set; }

    public IEnumerable<string> Invited => Guests.Append(Colleague ?? "").Append(Professional ?? "").Where(key => key.Length > 0);

    /// <summary>
    /// The plan, and all that could not be read of it: something harmless stands there instead, so that the rest can be looked at too. A day gone by is
    /// read as well: a meeting may be written up that nobody had booked.
    /// </summary>
    public (MeetingPlan Plan, IReadOnlyList<Refusal> Unread) Read(SchoolDay day, StaffViewer viewer)
    {
        List<Refusal> unread = [];
        if (!TypedDay.ToCome(Day, day.Today, day.Calendar).Allowed(out var on, out var wrong) && !TypedDay.Gone(Day, day.Today, day.Calendar).Allowed(out on, out _))
        {
            unread.Add(wrong!.About(nameof(MeetingPlan.On)));
        }
        else if (on is null)
        {
            unread.Add(new Refusal("Enter the day of the meeting", nameof(MeetingPlan.On)));
        }

        if (WrittenTime.Read(Time) is null)
        {
            unread.Add(new Refusal("Enter the time it starts, such as 3.30pm", nameof(MeetingPlan.At)));
        }

        var maySee = viewer.MaySee(Visibility);
        if (!maySee)
        {
            unread.Add(new Refusal("You could not see this meeting yourself. Choose who sees it from the list", nameof(MeetingPlan.Visibility)));
        }

        return (new MeetingPlan
        {
            Kind = Kind,
            On = on ?? day.Today,
            At = WrittenTime.Read(Time) ?? default,
            Minutes = int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            Place = Place,
            About = About,
            Visibility = maySee ? Visibility : Visibility.Family,
            IsSensitive = Sensitive
        }, unread);
    }

    /// <summary>Each mistake once: what could not be read is not measured as well.</summary>
    public static IReadOnlyList<Refusal> All(IReadOnlyList<Refusal> unread, IEnumerable<Refusal> wrong) =>
        [.. unread, .. wrong.Where(w => unread.All(u => u.Field != w.Field))];

    public static MeetingForm Of(Meeting meeting) => new()
    {
        Key = meeting.Id.Value,
        Kind = meeting.Kind,
        Day = meeting.On.InWords(),
        Time = meeting.At.InWords(),
        Minutes = meeting.Minutes.ToString(CultureInfo.InvariantCulture),
        Place = meeting.Place,
        About = meeting.About,
        Lead = meeting.LeadId.ToString(),
        Visibility = meeting.Visibility,
        Sensitive = meeting.IsSensitive
    };
}
