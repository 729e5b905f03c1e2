using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store.Pupils;

namespace Kept.Web.Features.Staff.Pupils;

/// <summary>Which provision is asked for; none said means those with SEN support or a plan.</summary>
public enum Support
{
    Support,
    Plan,
    None,
    Everybody
}

/// <summary>Which pupils are asked for.</summary>
public sealed record PupilFilter(string? Name, string? Class, string? Year, Support? Provision)
{
    public bool IsSet => this != new PupilFilter(null, null, null, null);

    public IQueryable<Pupil> Of(IQueryable<Pupil> pupils)
    {
        pupils = Provision switch
        {
            Support.Everybody => pupils,
            Support.None => pupils.Where(p => p.Provision == SenProvision.None),
            Support.Support => pupils.Where(p => p.Provision == SenProvision.Support),
            Support.Plan => pupils.Where(p => p.Provision == SenProvision.Plan),
            // Who has a number in hand means that child, whatever support they have.
            _ when UpnBeginning.Read(Name) is not null => pupils,
            _ => pupils.Where(p => p.Provision != SenProvision.None)
        };
        if (Class is not null)
        {
            pupils = pupils.Where(p => p.ClassName == Class);
        }

        if (Year is not null)
        {
            pupils = pupils.Where(p => p.YearGroup == Year);
        }

        if (pupils.WithUpn(Name) is { } numbered)
        {
            return numbered;
        }

        // A letter alone is the family name's first; a word may begin any part of the name.
        var words = Text.Key(Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [{ Length: 1 } letter]
            ? pupils.Where(p => p.NameKey.StartsWith(letter))
            : words.Aggregate(pupils, (found, word) => found.Where(p => p.NameKey.StartsWith(word) || p.NameKey.Contains(" " + word)));
    }
}
