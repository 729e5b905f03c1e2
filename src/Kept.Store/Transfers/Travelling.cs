using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>A row that is about the pupil, with its stored word and id.</summary>
internal sealed record AboutRow(RecordedRows Noun, Guid Id, object Row);

/// <summary>
/// What of a pupil's record goes along. It knows no noun by name: whatever is recorded about a pupil travels, save what its mapping
/// says stays, what is about safeguarding (which has a package of its own), and what hangs on either.
/// </summary>
internal sealed class Travelling
{
    private readonly HashSet<(string Noun, Guid Id)> open;
    private readonly HashSet<(string Noun, Guid Id)> guarded;
    private bool lastTravelled;
    private LedgerLink? last;

    private Travelling(IReadOnlyList<AboutRow> open, IReadOnlyList<AboutRow> guarded, bool safeguarding)
    {
        Rows = safeguarding ? guarded : open;
        this.open = [.. open.Select(r => (r.Noun.Noun, r.Id))];
        this.guarded = [.. guarded.Select(r => (r.Noun.Noun, r.Id))];
        IsSafeguarding = safeguarding;
    }

    public IReadOnlyList<AboutRow> Rows { get; }

    public bool IsSafeguarding { get; }

    public static async Task<Travelling> OfAsync(KeptDb db, Id<Pupil> pupil, bool safeguarding, CancellationToken cancel)
    {
        List<AboutRow> all = [];
        foreach (var noun in RecordedRows.Of(db).Where(n => n.AreAboutPupils))
        {
            await foreach (var row in noun.InAsync(db, [pupil.Value]).WithCancellation(cancel))
            {
                all.Add(new AboutRow(noun, noun.IdOf(row), row));
            }
        }

        var staying = Closure(all, row => row.Noun.Type.StaysAtTheSchool());
        var going = all.Where(r => !staying.Contains(r.Id)).ToList();
        var theirs = Closure(going, row => IsAboutSafeguarding(row.Noun.Type, row.Row));
        return new Travelling([.. going.Where(r => !theirs.Contains(r.Id))], [.. going.Where(r => theirs.Contains(r.Id))], safeguarding);
    }

    /// <summary>Everybody whom these rows name, by any column that holds a person.</summary>
    public HashSet<Guid> PeopleNamed() =>
    [
        .. from row in Rows
           from property in row.Noun.Type.GetProperties()
           where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Id<Person>)
           let value = property.GetGetter().GetClrValueUsingContainingEntity(row.Row)
           where value is not null
           select ((Id<Person>)value).Value
    ];

    /// <summary>
    /// Whether the words of an event go along. They tell of rows, and go only where every one of these does, and did when it was written:
    /// what once was safeguarding stays among the safeguarding leads. To be asked of one link after the other.
    /// </summary>
    public bool Takes(LedgerLink link, LedgerContent? content)
    {
        var takes = content?.Content is { } words && Takes(link, words);
        (last, lastTravelled) = (link, takes);
        return takes;
    }

    private bool Takes(LedgerLink link, string words)
    {
        using var json = JsonDocument.Parse(words);
        if (!json.RootElement.TryGetProperty("rows", out var rows))
        {
            // What else happened in the same save goes as that save's rows go.
            return lastTravelled && last is not null && last.At == link.At && last.Actor == link.Actor;
        }

        var told = rows.EnumerateArray().ToList();
        var isOpen = told.TrueForAll(row => open.Contains(Key(row)) && !WasAboutSafeguarding(row));
        return IsSafeguarding ? !isOpen && told.TrueForAll(row => open.Contains(Key(row)) || guarded.Contains(Key(row))) : isOpen;
    }

    private static (string Noun, Guid Id) Key(JsonElement row) => (row.GetProperty("noun").GetString()!, row.GetProperty("id").GetGuid());

    private static bool WasAboutSafeguarding(JsonElement row) => ((string[])["before", "after"]).Any(when =>
        row.TryGetProperty(when, out var snapshot) && snapshot.ValueKind is JsonValueKind.Object
        && snapshot.TryGetProperty("visibility", out var seen) && seen.GetString() == Words.Of(Visibility.Safeguarding));

    private static bool IsAboutSafeguarding(IEntityType type, object row) =>
        type.FindProperty(nameof(Visibility)) is { } seen && seen.GetGetter().GetClrValueUsingContainingEntity(row) is Visibility.Safeguarding;

    /// <summary>The ids of the rows that fit, and of every row that refers to one of them.</summary>
    private static HashSet<Guid> Closure(IReadOnlyList<AboutRow> rows, Func<AboutRow, bool> fits)
    {
        HashSet<Guid> found = [.. rows.Where(fits).Select(r => r.Id)];
        while (found.Count > 0)
        {
            var more = rows.Where(r => !found.Contains(r.Id) && References(r).Any(found.Contains)).Select(r => r.Id).ToList();
            if (more.Count == 0)
            {
                break;
            }

            found.UnionWith(more);
        }

        return found;
    }

    private static IEnumerable<Guid> References(AboutRow row) =>
        from foreign in row.Noun.Type.GetForeignKeys()
        where typeof(IAboutPupil).IsAssignableFrom(foreign.PrincipalEntityType.ClrType) && foreign.PrincipalEntityType.ClrType != typeof(Pupil)
        let property = foreign.Properties[^1]
        let value = property.GetGetter().GetClrValueUsingContainingEntity(row.Row)
        where value is not null
        select (Guid)property.FindTypeMapping()!.Converter!.ConvertToProvider(value)!;
}
