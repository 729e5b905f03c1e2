using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Log;

/// <summary>The pupil that an entry is about, as the form needs it.</summary>
public sealed record LogPupil(Id<Pupil> Id, string GivenName, string FamilyName, string? ClassName, string YearGroup, SenProvision Provision)
{
    public string Name => $"{GivenName} {FamilyName}";

    public string Detail => string.Join(" · ", new[] { ClassName ?? YearGroups.InWords(YearGroup), Provision is SenProvision.None ? null : Provision.InWords() }.OfType<string>());
}

/// <summary>Everything that the form is shown and read with: the pupil, who could own what, and the days it offers.</summary>
public sealed class LogPage(SchoolDay day, LogForm form, LogPupil? pupil, IReadOnlyList<PossibleOwner> owners, Id<Person> speaker)
{
    public LogForm Form => form;

    public LogPupil? Pupil => pupil;

    public SchoolDay Day => day;

    public LineReader Reader { get; } = new(owners, day.Calendar, pupil?.ClassName, speaker);

    public IReadOnlyList<Choice> People =>
        [.. owners.Where(o => o.Owner.Kind is PersonKind.Carer).Select(o => new Choice(o.Owner.PersonId.ToString(), $"{o.Owner.Name}{(o.RoleWords.Count > 0 ? $", {o.RoleWords[0]}" : "")}"))];

    public IReadOnlyList<Choice> Reviews =>
    [
        new("1w", $"In 1 week · {Days.Brief(OpenDay(7), day.Today)}"),
        new("2w", $"2 weeks · {Days.Brief(OpenDay(14), day.Today)}")
    ];

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
    public string? ClosedDayAdvice(LocalDate? chosen) =>
        chosen is { } on && day.Calendar.Knows(on) && day.Calendar.IsClosed(on) && day.Calendar.NextSchoolDay(on) is { } next
            ? $"The school is closed on {Days.Spoken(on)}. The next school day is {Days.Spoken(next)}"
            : null;

    public static async Task<LogPage> OfAsync(VisibleRecord record, SchoolDay day, LogForm form, Id<Pupil>? chosen, CancellationToken cancel)
    {
        var pupil = chosen is null ? null : await Matching(record.Pupils.Where(p => p.Id == chosen)).FirstOrDefaultAsync(cancel);
        var owners = pupil is null ? [] : await record.OwnersAsync(pupil.Id, cancel);
        return new LogPage(day, form, pupil, owners, record.Viewer.PersonId);
    }

    /// <summary>Pupils whose name holds every word that was typed.</summary>
    public static async Task<IReadOnlyList<LogPupil>> NamedAsync(VisibleRecord record, string typed, CancellationToken cancel)
    {
        // What the picker leaves in the box is "Leo Bennett, 5E · SEN support".
        var words = Text.Key(typed.Split(',')[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pupils = record.Pupils.Where(p => p.LeftOn == null);
        foreach (var word in words)
        {
            pupils = pupils.Where(p => p.NameKey.Contains(word));
        }

        return words.Length == 0 ? [] : await Matching(pupils.OrderBy(p => p.NameKey).Take(10)).ToListAsync(cancel);
    }

    private static IQueryable<LogPupil> Matching(IQueryable<Pupil> pupils) => pupils.AsNoTracking()
        .Select(p => new LogPupil(p.Id, p.PreferredName ?? p.GivenName, p.FamilyName, p.ClassName, p.YearGroup, p.Provision));

    private LocalDate OpenDay(int days)
    {
        var wanted = day.Today.PlusDays(days);
        return day.Calendar.IsSchoolDay(wanted) ? wanted : day.Calendar.NextSchoolDay(wanted) ?? wanted;
    }
}
