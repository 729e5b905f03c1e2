using System.Globalization;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Schools;
using Kept.Web.World;
using NodaTime;

namespace Kept.Web.Bench;

/// <summary>How large a trust to make up, over all its schools.</summary>
internal sealed record TrustSize(int Schools, int Pupils, int Entries, int Seed)
{
    /// <summary>What is asked for, with the rest in the proportions of an ordinary school: twenty entries a pupil, a thousand pupils a school.</summary>
    public static TrustSize Of(int entries, int? pupils, int? schools, int seed)
    {
        var children = Math.Max(pupils ?? entries / 20, 20);
        return new TrustSize(schools ?? Math.Max(1, children / 1000), children, entries, seed);
    }
}

/// <summary>
/// A trust of any size, the same for the same seed but for ids and salts. Every rule of the domain holds for every row, and the
/// ledger can be verified.
/// </summary>
internal static class GeneratedTrust
{
    public static async Task MakeAsync(Database database, IClock clock, TrustSize size, IProgress<string>? progress, CancellationToken cancel)
    {
        var present = clock.GetCurrentInstant();
        var opening = new StoryClock(present - Duration.FromDays(800));
        Id<Trust>? trust = null;
        for (var i = 0; i < size.Schools; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Bench School {i + 1}");
            var slug = string.Create(CultureInfo.InvariantCulture, $"bench-{i + 1}");
            var opened = trust is { } known
                ? await OpenSchool.OpenAsync(database, opening, known, name, slug, Nation.England, cancel)
                : await OpenSchool.OpenAsync(database, opening, "Bench Trust", name, slug, Nation.England, cancel);
            var school = opened.OrThrow();
            trust = school.TrustId;
            await new GeneratedSchool(database, school, new Dice(size.Seed, slug), i).FillAsync(
                opening.Now, present, Share(size.Pupils, size.Schools, i), Share(size.Entries, size.Schools, i), cancel);
            progress?.Report(name);
        }
    }

    private static int Share(int all, int parts, int part) => (all / parts) + (part < all % parts ? 1 : 0);
}
