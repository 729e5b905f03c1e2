using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Pupils;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>The pupil that an entry is about, as the form needs it.</summary>
public sealed record LogPupil(Id<Pupil> Id, string GivenName, string FamilyName, string? ClassName, string YearGroup, SenProvision Provision)
{
    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>False when another name is in the box than that of the pupil who was chosen: the form must not guess which is meant.</summary>
    public bool IsNamed(string? typed) =>
        typed is null || LogPage.Words(typed).All(word => Text.Key(Name).Contains(word, StringComparison.Ordinal));

    /// <summary>True when the whole name was typed, in any order. A part of it that fits one pupil may still mean another.</summary>
    public bool IsNamedInFull(string typed) =>
        LogPage.Words(typed).Order(StringComparer.Ordinal).SequenceEqual(Text.Key(Name).Split(' ').Order(StringComparer.Ordinal), StringComparer.Ordinal);

    public string Detail => string.Join(" · ", new[] { ClassName ?? YearGroups.InWords(YearGroup), Provision is SenProvision.None ? null : Provision.InWords() }.OfType<string>());
}

/// <summary>Everything that the form is shown and read with: the pupil, who could own what, and the days it offers.</summary>
public sealed class LogPage(SchoolDay day, LogForm form, LogPupil? pupil, IReadOnlyList<PossibleOwner> owners, Id<Person> speaker)
{
    public LogForm Form => form;

    public LogPupil? Pupil => pupil;

    public SchoolDay Day => day;

    public LineReader Reader { get; } = new(owners, day.Calendar, day.Today, pupil is null ? null : new LineAbout(pupil.ClassName), speaker);

    public IReadOnlyList<Choice> People =>
        [.. owners.Where(o => o.Owner.Kind is PersonKind.Carer).Select(o => new Choice(o.Owner.PersonId.ToString(), $"{o.Owner.Name}{(o.RoleWords.Count > 0 ? $", {o.RoleWords[0]}" : "")}"))];

    public IReadOnlyList<Choice> Reviews =>
    [
        new("1w", $"In 1 week · {Days.Brief(OpenDay(7), day.Today)}"),
        new("2w", $"2 weeks · {Days.Brief(OpenDay(14), day.Today)}")
    ];

    /// <summary>The lines as they are now.</summary>
    public IReadOnlyList<LineOnPage> Lines => [.. form.Lines.Select(line => Reader.Read(line, HappenedOn ?? day.Today, ReviewOn))];

    public LocalDate? HappenedOn => Happened().Allowed(out var gone, out _) ? gone : null;

    public LocalDate? ReviewOn => Review().Allowed(out var review, out _) ? review : null;

    public Result<LocalDate?> Happened() => form.When switch
    {
        "now" or "today" => day.Today,
        "yesterday" => day.Today.PlusDays(-1),
        _ => TypedDay.Gone(form.Day, day.Today, day.Calendar)
    };

    public Result<LocalDate?> Review() => form.Review switch
    {
        "1w" => OpenDay(7),
        "2w" => OpenDay(14),
        "pick" => TypedDay.ToCome(form.ReviewDay, HappenedOn ?? day.Today, day.Calendar),
        _ => (LocalDate?)null
    };

    /// <summary>Says so when a chosen day is one on which nobody is in, and offers the next that is not (rule 2).</summary>
    public string? ClosedDayAdvice(LocalDate? chosen) => ClosedDays.Advice(day.Calendar, chosen);

    /// <summary>What stands beneath the line at this place of the form.</summary>
    public LineReadingView Reading(LineOnPage line, int at) =>
        new(line, day.Today, line.DueIsTheReview && line.Owner is not null ? ClosedDayAdvice(line.Due) : null, $"/log?handler=split&line={at}");

    public static async Task<LogPage> OfAsync(VisibleRecord record, SchoolDay day, LogForm form, Id<Pupil>? chosen, CancellationToken cancel)
    {
        var pupil = chosen is null ? null : await Matching(record.Pupils.Where(p => p.Id == chosen)).FirstOrDefaultAsync(cancel);
        var owners = pupil is null ? [] : await record.OwnersAsync(pupil.Id, cancel);
        return new LogPage(day, form, pupil, owners, record.Viewer.PersonId);
    }

    /// <summary>Pupils whose name holds every word that was typed, or whose UPN begins so.</summary>
    public static async Task<IReadOnlyList<LogPupil>> NamedAsync(VisibleRecord record, string typed, LocalDate today, CancellationToken cancel)
    {
        var words = Words(typed);
        var pupils = record.Pupils.Where(p => p.LeftOn == null || p.LeftOn >= today);
        pupils = pupils.WithUpn(typed) ?? words.Aggregate(pupils, (fitting, word) => fitting.Where(p => p.NameKey.Contains(word)));

        return words.Length == 0 ? [] : await Matching(pupils.OrderBy(p => p.NameKey).Take(10)).ToListAsync(cancel);
    }

    /// <summary>The names of those of these pupils whom the viewer may see.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(VisibleRecord record, IEnumerable<string?> pupils, CancellationToken cancel)
    {
        List<Id<Pupil>> ids = [.. pupils.Select(p => Id<Pupil>.TryParse(p, null, out var id) ? id : (Id<Pupil>?)null).OfType<Id<Pupil>>().Distinct()];
        return ids.Count == 0
            ? new Dictionary<string, string>()
            : await Matching(record.Pupils.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(p => p.Id.ToString(), p => p.Name, cancel);
    }

    /// <summary>What the picker leaves in the box is "Leo Bennett, 5E · SEN support".</summary>
    internal static string[] Words(string typed) => Text.Key(typed.Split(',')[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IQueryable<LogPupil> Matching(IQueryable<Pupil> pupils) => pupils.AsNoTracking()
        .Select(p => new LogPupil(p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName, p.YearGroup, p.Provision));

    private LocalDate OpenDay(int days)
    {
        var wanted = day.Today.PlusDays(days);
        return day.Calendar.IsSchoolDay(wanted) ? wanted : day.Calendar.NextSchoolDay(wanted) ?? wanted;
    }
}
