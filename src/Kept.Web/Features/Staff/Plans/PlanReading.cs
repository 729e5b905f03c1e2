using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store.Actions;
using Kept.Web.Access;
using NodaTime;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>Reads what was typed as a plan, and writes a plan back as it would be typed.</summary>
/// <param name="people">Those who may be named.</param>
internal sealed class PlanReading(SchoolDay day, IReadOnlyList<PossibleOwner> people)
{
    private readonly List<Refusal> unread = [];

    /// <summary>The days that could not be read, by their fields.</summary>
    public IReadOnlyList<Refusal> Unread => unread;

    /// <summary>Staff who may see that a plan happens.</summary>
    public IEnumerable<PossibleOwner> Leads => people.Where(o =>
        o.Owner.Kind is PersonKind.Staff && o.Owner.MaySee(Visibility.Family) && (o.Owner.LeftOn is null || o.Owner.LeftOn >= day.Today));

    /// <summary>"Next Monday" is the Monday after the day on which it was typed, whenever it is read: days that can be read are written out.</summary>
    public void WriteOutDays(PlanForm form)
    {
        form.AssessedOn = Gone(form.AssessedOn, "")?.InWords() ?? form.AssessedOn;
        form.From = Near(form.From, "")?.InWords() ?? form.From;
        form.ReviewOn = ToCome(form.ReviewOn, "")?.InWords() ?? form.ReviewOn;
        form.IssuedOn = Gone(form.IssuedOn, "")?.InWords() ?? form.IssuedOn;
        form.LastReviewOn = Gone(form.LastReviewOn, "")?.InWords() ?? form.LastReviewOn;
        form.MeetingOn = Near(form.MeetingOn, "")?.InWords() ?? form.MeetingOn;
        foreach (var outcome in form.Outcomes)
        {
            outcome.By = ToCome(outcome.By, "")?.InWords() ?? outcome.By;
        }

        foreach (var provision in form.Provisions)
        {
            provision.Starts = Near(provision.Starts, "")?.InWords() ?? provision.Starts;
            provision.Ends = ToCome(provision.Ends, "")?.InWords() ?? provision.Ends;
        }
    }

    /// <param name="form">Without empty lines.</param>
    public PlanContent Read(PlanForm form, PlanKind kind) => new PlanContent
    {
        Layer = form.Layer,
        Strengths = form.Strengths,
        Matters = form.Matters,
        ChildView = form.ChildView,
        FamilyView = form.FamilyView,
        Needs = SenNeeds.InOrder(form.Needs.Where(SenNeeds.Codes.Contains)),
        Barriers = form.Barriers,
        Outcomes = [.. form.Outcomes.Index().Select(Outcome)],
        Provisions = [.. form.Provisions.Index().Select(Provision)],
        Strategies = (form.Strategies ?? "").ReplaceLineEndings("\n").Split('\n'),
        Lead = Leads.FirstOrDefault(o => o.Owner.PersonId.ToString() == form.Lead) is { } lead ? new PlanLead(lead.Owner.PersonId, lead.Owner.Name) : null,
        FamilyPart = form.FamilyPart,
        ChildPart = form.ChildPart,
        AssessedOn = Gone(form.AssessedOn, nameof(form.AssessedOn)),
        From = Near(form.From, nameof(form.From)),
        ReviewOn = ToCome(form.ReviewOn, nameof(form.ReviewOn)),
        Ehcp = new EhcpSummary
        {
            Authority = form.Authority,
            IssuedOn = Gone(form.IssuedOn, nameof(form.IssuedOn)),
            LastReviewOn = Gone(form.LastReviewOn, nameof(form.LastReviewOn)),
            MeetingOn = Near(form.MeetingOn, nameof(form.MeetingOn)),
            Sections = [.. form.Sections.Select(s => new EhcpSection(s.Letter, s.Words ?? ""))]
        }
    }.Tidied(kind);

    public static PlanForm Write(PlanContent content) => new()
    {
        Layer = content.Layer,
        Strengths = content.Strengths,
        Matters = content.Matters,
        ChildView = content.ChildView,
        FamilyView = content.FamilyView,
        Needs = [.. content.Needs],
        Barriers = content.Barriers,
        Outcomes = [.. content.Outcomes.Select(o => new OutcomeLine { Id = o.Id.Value, Term = o.Term, What = o.What, By = o.By?.InWords() })],
        Provisions = [.. content.Provisions.Select(Line)],
        Strategies = string.Join('\n', content.Strategies),
        Lead = content.Lead?.Id.ToString(),
        FamilyPart = content.FamilyPart,
        ChildPart = content.ChildPart,
        AssessedOn = content.AssessedOn?.InWords(),
        From = content.From?.InWords(),
        ReviewOn = content.ReviewOn?.InWords(),
        Authority = content.Ehcp?.Authority,
        IssuedOn = content.Ehcp?.IssuedOn?.InWords(),
        LastReviewOn = content.Ehcp?.LastReviewOn?.InWords(),
        MeetingOn = content.Ehcp?.MeetingOn?.InWords(),
        Sections = [.. EhcpSections.All.Select(title => new SectionLine { Letter = title.Letter, Words = content.Ehcp?.Of(title.Letter) })]
    };

    private static ProvisionLine Line(PlanProvision provision) => new()
    {
        Id = provision.Id.Value,
        What = provision.What,
        Who = provision.Who,
        HowOften = provision.HowOften,
        HowLong = provision.HowLong,
        GroupSize = provision.GroupSize,
        Starts = provision.Starts?.InWords(),
        Ends = provision.Ends?.InWords()
    };

    private PlanOutcome Outcome((int At, OutcomeLine Line) typed) => new(
        new(typed.Line.Id),
        typed.Line.Term,
        typed.Line.What ?? "",
        ToCome(typed.Line.By, $"Outcomes[{typed.At}].By"));

    private PlanProvision Provision((int At, ProvisionLine Line) typed) => new(
        new(typed.Line.Id),
        typed.Line.What ?? "",
        typed.Line.Who ?? "",
        typed.Line.HowOften ?? "",
        typed.Line.HowLong,
        typed.Line.GroupSize,
        Near(typed.Line.Starts, $"Provisions[{typed.At}].Starts"),
        ToCome(typed.Line.Ends, $"Provisions[{typed.At}].Ends"));

    private LocalDate? ToCome(string? typed, string field) => Day(TypedDay.ToCome(typed, day.Today, day.Calendar), field);

    private LocalDate? Gone(string? typed, string field) => Day(TypedDay.Gone(typed, day.Today, day.Calendar), field);

    /// <summary>Without a year it is the nearest such day, gone by or to come: a plan is often written down a little late.</summary>
    private LocalDate? Near(string? typed, string field)
    {
        var (next, last) = (ToCome(typed, field), TypedDay.Gone(typed, day.Today, day.Calendar).Allowed(out var gone, out _) ? gone : null);
        return next is { } coming && last is { } past && Period.DaysBetween(past, day.Today) < Period.DaysBetween(day.Today, coming) && past <= day.Today ? past : next;
    }

    private LocalDate? Day(Result<LocalDate?> read, string field)
    {
        if (read.Allowed(out var on, out var refused))
        {
            return on;
        }

        unread.Add(refused.About(field));
        return null;
    }
}
