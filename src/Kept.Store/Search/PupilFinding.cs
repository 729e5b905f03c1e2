using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Search;

/// <summary>A pupil who may be the one that was meant.</summary>
public sealed record FoundPupil(
    Id<Pupil> Id, string GivenName, string? PreferredName, string FamilyName, string Upn, string YearGroup, string? ClassName, LocalDate? LeftOn)
{
    public string Name => $"{PreferredName ?? GivenName} {FamilyName}";

    /// <summary>What tells two of the same name apart: "Year 5, 5E".</summary>
    public string Detail
    {
        get
        {
            var year = YearGroups.InWords(YearGroup);
            return ClassName is null ? year : $"{year}, {ClassName}";
        }
    }
}

public static class PupilFinding
{
    /// <summary>Those with most runs of letters in common; among them the likeness decides.</summary>
    private const int Candidates = 60;

    private const double SurelyMeant = 0.6;

    /// <summary>One statement, then a closer look: the best first. A word that fits nobody's name does not hide a word that does.</summary>
    public static async Task<IReadOnlyList<FoundPupil>> FindPupilsAsync(this VisibleRecord record, SearchWords words, int most, CancellationToken cancel)
    {
        var candidates = await (
            from hit in record.Search.Pupils(words)
            join p in record.Pupils on hit.Id equals p.Id
            orderby hit.Place descending, p.NameKey
            select new FoundPupil(p.Id, p.GivenName, p.PreferredName, p.FamilyName, p.Upn, p.YearGroup, p.ClassName, p.LeftOn))
            .AsNoTracking().Take(Candidates).ToListAsync(cancel);
        var fitting = Rank(candidates, pupil => NameLikeness.Of(words.All, Parts(pupil)));
        return [.. (fitting.Count > 0 ? fitting : Rank(candidates, pupil => BestOfOne(words, Parts(pupil)))).Take(most)];
    }

    private static List<FoundPupil> Rank(List<FoundPupil> candidates, Func<FoundPupil, double> likeness) =>
        [.. candidates
            .Select(pupil => (Pupil: pupil, Likeness: likeness(pupil)))
            .Where(both => both.Likeness > 0)
            .OrderByDescending(both => both.Likeness).ThenBy(both => both.Pupil.LeftOn is not null).ThenBy(both => both.Pupil.FamilyName).ThenBy(both => both.Pupil.GivenName)
            .Select(both => both.Pupil)];

    private static double BestOfOne(SearchWords words, IReadOnlyList<string> parts)
    {
        var best = words.All.Where(word => word.Length > 2).Select(word => NameLikeness.Of([word], parts)).DefaultIfEmpty().Max();
        return best >= SurelyMeant ? best : 0;
    }

    private static string[] Parts(FoundPupil pupil) =>
        Text.Key($"{pupil.FamilyName} {pupil.PreferredName} {pupil.GivenName} {pupil.Upn}").Split(' ');
}
