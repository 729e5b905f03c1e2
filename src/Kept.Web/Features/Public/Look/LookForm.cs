using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Kept.Web.Features.Public.Look;

public enum LookChannel
{
    Phone,
    [Display(Name = "At the gate")]
    Gate,
    Email,
    Meeting,
    Text,
    Letter,
    Visit
}

public enum LookSeenBy
{
    [Display(Name = "Family and staff", Description = "Ms Bennett and Mr Bennett will each be told, in their own way")]
    Family,
    [Display(Name = "Staff who work with Leo", Description = "Not shown to the family")]
    Staff,
    [Display(Name = "SEND team", Description = "SENCO and SEND lead")]
    SendTeam,
    [Display(Name = "Safeguarding", Description = "The DSL and deputies only")]
    Safeguarding
}

public sealed class LookForm
{
    public string Pupil { get; init; } = "Leo Bennett, 5E";

    public string? PupilId { get; init; }

    public LookChannel? Channel { get; init; } = LookChannel.Phone;

    public string With { get; init; } = "1";

    public string When { get; init; } = "now";

    public LocalDate? Day { get; init; }

    public string? Issue { get; init; } = "morning anxiety and late arrival";

    public string? Agreed { get; init; } = "school to keep an eye on mornings";

    [Display(Name = "Note", Description = "Only what the six lines cannot hold")]
    public string? Note { get; init; }

    public string Review { get; init; } = "1w";

    [Display(Name = "Seen by")]
    public LookSeenBy SeenBy { get; init; }

    [Display(Name = "Due", Description = "")]
    public LocalDate? DueOn { get; init; } = new(2026, 5, 8);

    public string? Owner { get; init; } = "2";

    [Display(Name = "Date of birth", Description = "For example, 27 3 2016")]
    public LocalDate? BornOn { get; init; } = new(2016, 3, 27);

    [Display(Name = "Private report", Description = "PDF or Word, up to 20 MB")]
    public string? Report { get; init; }

    [Display(Name = "How may we reach you?")]
    public IReadOnlyList<string> Reach { get; init; } = ["phone"];

    [Display(Name = "Interpreter needed")]
    public bool Interpreter { get; init; } = true;

    [Display(Name = "Sessions a week")]
    public int Sessions { get; init; } = 3;
}
