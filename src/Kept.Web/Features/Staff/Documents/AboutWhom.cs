using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>A pupil whom a document may be about.</summary>
public sealed record NamedPupil(Id<Pupil> Id, string Name, string? ClassName);

/// <summary>Finds the pupils that were chosen or named, among those whom the viewer may see.</summary>
internal static class AboutWhom
{
    private const int Most = 5;

    public static Task<NamedPupil?> PupilAsync(this VisibleRecord record, Id<Pupil>? id, CancellationToken cancel) =>
        Named(record.Pupils.Where(p => p.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>All whom the form names: the one that was chosen or named, then the others.</summary>
    public static async Task<Result<IReadOnlyList<NamedPupil>>> PupilsAsync(this VisibleRecord record, DocumentForm form, LocalDate today, CancellationToken cancel)
    {
        var chosen = Id<Pupil>.TryParse(form.PupilId, null, out var id) ? await record.PupilAsync(id, cancel) : null;
        if (chosen is null)
        {
            if (Text.Tidy(form.Pupil) is not { } typed)
            {
                return new Refusal("Choose the pupil that this is about", "Pupil");
            }

            if (!(await OneAsync(record, typed, today, cancel)).Allowed(out chosen, out var refused))
            {
                return refused.About("Pupil");
            }
        }

        if (!(await record.OthersAsync(form, today, cancel)).Allowed(out var others, out var unclear))
        {
            return unclear;
        }

        return Result<IReadOnlyList<NamedPupil>>.Of([.. others.Prepend(chosen).DistinctBy(p => p.Id)]);
    }

    public static async Task<Result<IReadOnlyList<NamedPupil>>> OthersAsync(this VisibleRecord record, DocumentForm form, LocalDate today, CancellationToken cancel)
    {
        var others = new List<NamedPupil>();
        foreach (var typed in (form.Others ?? "").Split(',', ';', '\n').Select(Text.Tidy).OfType<string>().Take(Document.MostPupils))
        {
            if (!(await OneAsync(record, typed, today, cancel)).Allowed(out var other, out var refused))
            {
                return refused.About("Others");
            }

            others.Add(other);
        }

        return Result<IReadOnlyList<NamedPupil>>.Of(others);
    }

    private static async Task<Result<NamedPupil>> OneAsync(VisibleRecord record, string typed, LocalDate today, CancellationToken cancel)
    {
        // What the picker leaves in the box is "Leo Bennett, 5E".
        var words = Text.Key(typed.Split(',')[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var here = record.Pupils.Where(p => p.LeftOn == null || p.LeftOn >= today);
        var pupils = here.WithUpn(typed) ?? words.Aggregate(
            here, (fitting, word) => fitting.Where(p => p.NameKey.StartsWith(word) || p.NameKey.Contains(" " + word)));
        var found = words.Length == 0 ? [] : await Named(pupils.OrderBy(p => p.NameKey).Take(Most)).ToListAsync(cancel);
        return found.Count switch
        {
            0 => new Refusal($"No pupil of yours is called “{typed}”. Check the spelling"),
            1 => found[0],
            _ => new Refusal($"“{typed}” fits more than one pupil: {string.Join(", ", found.Select(p => p.ClassName is null ? p.Name : $"{p.Name} ({p.ClassName})"))}. Write the whole name")
        };
    }

    private static IQueryable<NamedPupil> Named(IQueryable<Pupil> pupils) =>
        pupils.AsNoTracking().Select(p => new NamedPupil(p.Id, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.ClassName));
}
