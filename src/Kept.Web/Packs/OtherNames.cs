using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Packs;

/// <summary>
/// Names of other people that may stand in somebody’s own words: children of the school by their full names, children of the same class
/// and the pupil’s carers by their given names. It marks what a person should look at; it finds no name that is spelt otherwise.
/// </summary>
internal sealed class OtherNames
{
    private const int MostPupils = 5000;
    private const int MostCarers = 50;

    private readonly HashSet<string> given = [];
    private readonly HashSet<(string, string)> full = [];

    public static async Task<OtherNames> AroundAsync(VisibleRecord record, Id<Pupil> pupil, string? className, CancellationToken cancel)
    {
        var names = new OtherNames();
        foreach (var other in await record.Pupils.AsNoTracking().Where(p => p.Id != pupil).OrderBy(p => p.Id).Take(MostPupils)
            .Select(p => new { p.GivenName, p.PreferredName, p.FamilyName, p.ClassName }).ToListAsync(cancel))
        {
            foreach (var name in new[] { other.GivenName, other.PreferredName }.OfType<string>())
            {
                names.full.Add((Text.Key(name), Text.Key(other.FamilyName)));
                if (className is not null && other.ClassName == className)
                {
                    names.given.Add(Text.Key(name));
                }
            }
        }

        names.given.UnionWith((await record.Relationships.Where(t => t.PupilId == pupil).Take(MostCarers)
            .Join(record.People.Where(p => p.Kind == PersonKind.Carer), t => t.CarerId, p => p.Id, (t, p) => p.GivenName).ToListAsync(cancel)).Select(Text.Key));
        var own = await record.Pupils.Where(p => p.Id == pupil).Select(p => new { p.GivenName, p.PreferredName }).FirstAsync(cancel);
        names.given.ExceptWith([Text.Key(own.GivenName), Text.Key(own.PreferredName ?? ""), ""]);
        return names;
    }

    public bool StandIn(IEnumerable<string?> texts) => texts.OfType<string>().Any(StandIn);

    private bool StandIn(string text)
    {
        var words = Text.Key(text).Split(' ');
        return words.Any(given.Contains) || words.Zip(words.Skip(1)).Any(full.Contains);
    }
}
