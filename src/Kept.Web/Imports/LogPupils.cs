using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Imports;

/// <summary>A pupil that a row of a log may mean.</summary>
internal sealed record LogPupil(Id<Pupil> Id, string Upn, string Name, string NameKey, string? ClassName);

/// <summary>Finds the pupils that a log names, by UPN or by name. One that fits two is asked about, never guessed.</summary>
internal sealed class LogPupils
{
    private const int MostWords = 6;
    private const int MostFound = 20_000;

    private readonly ILookup<string, LogPupil> byName;
    private readonly Dictionary<string, LogPupil> byUpn;

    private LogPupils(IReadOnlyCollection<LogPupil> pupils)
    {
        byName = pupils.ToLookup(pupil => pupil.NameKey, StringComparer.Ordinal);
        byUpn = pupils.ToDictionary(pupil => pupil.Upn, StringComparer.Ordinal);
    }

    public IEnumerable<LogPupil> All => byUpn.Values;

    public static async Task<LogPupils> OfAsync(VisibleRecord record, IReadOnlyCollection<string> cells, CancellationToken cancel)
    {
        var upns = cells.Select(Squeeze).Where(IsUpn).Distinct().ToArray();
        var keys = cells.SelectMany(Keys).Distinct().ToArray();
        var found = await record.Pupils.AsNoTracking()
            .Where(p => upns.Contains(p.Upn) || keys.Contains(p.NameKey))
            .OrderBy(p => p.Upn)
            .Take(MostFound)
            .Select(p => new LogPupil(p.Id, p.Upn, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.NameKey, p.ClassName))
            .ToListAsync(cancel);
        return new LogPupils(found);
    }

    public Result<LogPupil> Find(string? cell)
    {
        if (Text.Tidy(cell) is not { } text)
        {
            return new Refusal("No pupil");
        }

        if (IsUpn(Squeeze(text)))
        {
            return byUpn.TryGetValue(Squeeze(text), out var one) ? one : new Refusal("No pupil has this UPN here");
        }

        var found = Keys(text).SelectMany(key => byName[key]).DistinctBy(pupil => pupil.Id).ToList();
        return found switch
        {
            [var one] => one,
            [] => new Refusal($"No pupil called “{text}” was found. Write the name as it is in Kept, or the UPN"),
            _ => new Refusal($"{found.Count} pupils are called “{text}”. Write the UPN, so that the right one is meant")
        };
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static bool IsUpn(string text) => text.Length == Upn.Length && Upn.Read(text).Allowed(out _, out _);

    /// <summary>"Leo Bennett" and "Bennett, Leo" are one; of three names, any cut between given and family may be the right one.</summary>
    private static IEnumerable<string> Keys(string text)
    {
        var words = Text.Key(text).Split(' ');
        return words.Length is < 2 or > MostWords
            ? []
            : Enumerable.Range(0, words.Length).Select(cut => string.Join(' ', words[cut..].Concat(words[..cut])));
    }
}
