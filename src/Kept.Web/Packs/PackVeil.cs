using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;

namespace Kept.Web.Packs;

/// <summary>A carer of the pupil, as a pack must know them.</summary>
internal sealed record PackCarer(Person Person, Relationship Tie);

/// <summary>What is taken out of people’s own words for each audience.</summary>
internal static class PackVeil
{
    /// <summary>As a carer’s own pages say it: where and with whom the other parent is, is not theirs to say.</summary>
    public const string SomebodyElse = "[somebody in your family]";

    public static Veil Of(PackScope scope, Pupil pupil, IReadOnlyList<PackCarer> carers, PackWish wish) => scope.Audience switch
    {
        // Who the other parent is, and how to reach them, is never in what this one reads.
        PackAudience.Family => OfAFamily(pupil, carers, carers.FirstOrDefault(c => c.Person.Id == wish.CarerId)),
        _ when !scope.NamesTheFamily => Reach(carers, [.. carers.SelectMany(Names), .. NamesOf(pupil)]),
        _ => Veil.None
    };

    public static string Initials(Pupil pupil) => $"{(pupil.PreferredName ?? pupil.GivenName)[..1]}.{pupil.FamilyName[..1]}.";

    /// <summary>Names that the child or the reader has as well hide nobody, and stay.</summary>
    private static Veil OfAFamily(Pupil pupil, IReadOnlyList<PackCarer> carers, PackCarer? reader)
    {
        var known = NamesOf(pupil).Select(n => n.Item1).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (reader is not null)
        {
            known.UnionWith([.. Names(reader).Select(n => n.Item1), reader.Person.FamilyName]);
        }

        var others = carers.Where(c => c != reader).ToList();
        return Reach(
            others,
            [.. others.SelectMany(c => Names(c).Select(n => n.Item1).Append(c.Person.FamilyName)).Where(name => !known.Contains(name)).Select(name => (name, SomebodyElse))]);
    }

    private static Veil Reach(IEnumerable<PackCarer> carers, IReadOnlyList<(string, string)> names)
    {
        var all = carers.ToList();
        return new Veil(
            [.. names, .. all.Select(c => c.Person.Email).OfType<string>().Concat(all.SelectMany(c => c.Tie.PrivatePlaces)).Select(place => (place, "[address not shown]"))],
            all.Select(c => c.Person.Phone).OfType<string>());
    }

    private static IEnumerable<(string, string)> Names(PackCarer carer)
    {
        var (person, instead) = (carer.Person, $"[{carer.Tie.Kind}]");
        yield return ($"{person.Name}, {carer.Tie.Kind}", instead);
        yield return (person.Name, instead);
        yield return (person.ShortName, instead);
        yield return ($"{person.GivenName} {person.FamilyName}", instead);
        yield return (person.GivenName, instead);
    }

    private static IEnumerable<(string, string)> NamesOf(Pupil pupil)
    {
        var initials = Initials(pupil);
        foreach (var name in new[] { pupil.PreferredName, pupil.GivenName }.OfType<string>())
        {
            yield return ($"{name} {pupil.FamilyName}", initials);
            yield return (name, initials);
        }

        yield return (pupil.FamilyName, initials);
    }
}
