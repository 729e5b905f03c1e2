using System.Globalization;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>
/// Which folder of a ZIP a document lies in: its pupil’s; one of its own where it is about several; none where every document is about the same
/// pupil. Only pupils whom the taker may see count, so that no folder tells that a document is about another too.
/// </summary>
internal sealed class ZipFolders
{
    /// <summary>First in no list of pupils, and no pupil’s name.</summary>
    private const string Several = "Several pupils";

    private const int MostNameLetters = 80;

    private readonly Dictionary<Id<Pupil>, string> names;
    private readonly bool isFlat;

    private ZipFolders(Dictionary<Id<Pupil>, string> names, bool isFlat) => (this.names, this.isFlat) = (names, isFlat);

    /// <summary>Two of one name are told apart by when they were born; twins of one name by a number.</summary>
    public static async Task<ZipFolders> OfAsync(VisibleRecord record, IReadOnlyList<DocumentRow> rows, CancellationToken cancel)
    {
        var pupils = rows.SelectMany(r => r.Pupils).DistinctBy(p => p.Id).OrderBy(p => p.Id).ToList();
        var called = pupils.ToDictionary(p => p.Id, p => SafeName.Of(p.Name, MostNameLetters, otherwise: "Pupil"));
        var alike = called.GroupBy(n => n.Value, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).SelectMany(same => same).Select(n => n.Key).ToArray();
        if (alike.Length > 0)
        {
            var born = await record.Pupils.AsNoTracking().Where(p => alike.Contains(p.Id)).Select(p => new { p.Id, p.DateOfBirth }).Take(alike.Length).ToDictionaryAsync(p => p.Id, p => p.DateOfBirth, cancel);
            var taken = called.Where(n => !alike.Contains(n.Key)).Select(n => n.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var id in alike)
            {
                called[id] = Alone($"{called[id]}{(born.GetValueOrDefault(id) is { } day ? $", born {LocalDatePattern.Iso.Format(day)}" : "")}", taken);
            }
        }

        return new ZipFolders(called, isFlat: rows.Count == 0 || pupils.Exists(p => rows.All(r => r.Pupils.Any(about => about.Id == p.Id))));
    }

    /// <summary>"Leo Bennett/", or nothing.</summary>
    public string For(DocumentRow row) => isFlat || row.Pupils.Count == 0 ? "" : row.Pupils.Count == 1 ? $"{names[row.Pupils[0].Id]}/" : $"{Several}/";

    /// <summary>Whom it is about, as their folders are called.</summary>
    public string NamesOf(DocumentRow row) => string.Join(", ", row.Pupils.Select(p => names[p.Id]));

    private static string Alone(string name, HashSet<string> taken)
    {
        var alone = name;
        for (var number = 2; !taken.Add(alone); number++)
        {
            alone = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        }

        return alone;
    }
}
