using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>A row that is about the pupil, with its stored word and id.</summary>
internal sealed record AboutRow(RecordedRows Noun, Guid Id, object Row);

/// <summary>
/// What of a pupil's record goes along: whatever is recorded about a pupil, save what its mapping says stays, what the school has not
/// brought to an end or shares with another child (see <see cref="Stays"/>), what is about safeguarding (which has a package of its own), and
/// what hangs on any of these.
/// </summary>
internal sealed class Travelling
{
    private readonly HashSet<(string Noun, Guid Id)> open;
    private readonly HashSet<(string Noun, Guid Id)> guarded;
    private readonly HashSet<Guid> hidden;
    private readonly Dictionary<(string Noun, Guid Id), (bool Before, bool Last)> told = [];
    private bool lastTravelled;
    private LedgerLink? last;

    private Travelling(IReadOnlyList<AboutRow> open, IReadOnlyList<AboutRow> guarded, HashSet<Guid> staying, bool safeguarding)
    {
        hidden = safeguarding ? staying : [.. staying, .. guarded.Select(r => r.Id)];
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

        var documents = await DocumentsThatGo.OfAsync(db, pupil, cancel);
        var staying = Closure(all, row => row.Noun.Type.StaysAtTheSchool() || Stays(row.Row, documents));
        var going = all.Where(r => !staying.Contains(r.Id)).ToList();
        var theirs = Closure(going, row => IsAboutSafeguarding(row.Noun.Type, row.Row));
        return new Travelling([.. going.Where(r => !theirs.Contains(r.Id))], [.. going.Where(r => theirs.Contains(r.Id))], staying, safeguarding);
    }

    /// <summary>
    /// What a row says of a column, as it goes along: an id that is no reference (what led to a version of a plan) says nothing where what it
    /// names does not go along, so that nobody can infer that there is something.
    /// </summary>
    public object? Says(AboutRow row, IProperty column)
    {
        var value = column.GetGetter().GetClrValueUsingContainingEntity(row.Row);
        return value is Guid named && hidden.Contains(named) ? null : value;
    }

    /// <summary>Whether only the signature speaks for the row as it is, since what last changed it is told of in an event that stays. To be asked after all links.</summary>
    public bool IsChangedSince(AboutRow row) => told.GetValueOrDefault((row.Noun.Noun, row.Id)) is (true, false);

    /// <summary>The documents’ files that go along, each once.</summary>
    public IReadOnlyList<DocumentVersion> Files() => [.. Rows.Select(r => r.Row).OfType<DocumentVersion>().DistinctBy(v => v.Sha256).OrderBy(v => v.Sha256, StringComparer.Ordinal)];

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
        foreach (var row in Told(content?.Content))
        {
            var before = told.GetValueOrDefault(row);
            told[row] = (before.Before || takes, takes);
        }

        return takes;
    }

    private static List<(string Noun, Guid Id)> Told(string? words)
    {
        if (words is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(words);
        return json.RootElement.TryGetProperty("rows", out var rows) ? [.. rows.EnumerateArray().Select(Key)] : [];
    }

    private bool Takes(LedgerLink link, string words)
    {
        using var json = JsonDocument.Parse(words);
        if (!json.RootElement.TryGetProperty("rows", out var rows))
        {
            // What else happened in the same save goes as that save's rows go.
            return lastTravelled && last is not null && last.At == link.At && last.Actor == link.Actor;
        }

        var those = rows.EnumerateArray().ToList();
        var isOpen = those.TrueForAll(row => open.Contains(Key(row)) && !WasAboutSafeguarding(row));
        return !hidden.Any(id => words.Contains(id.ToString("D"), StringComparison.Ordinal))
            && (IsSafeguarding ? !isOpen && those.TrueForAll(row => open.Contains(Key(row)) || guarded.Contains(Key(row))) : isOpen);
    }

    /// <summary>A meeting that is to come is in this school's diary; a plan that was never published is a draft; a document may tell of another child; a family that waits in an open thread waits for this school.</summary>
    private static bool Stays(object row, HashSet<Guid> documents) => row switch
    {
        Meeting meeting => meeting.IsToCome,
        SupportPlan plan => plan.Current == 0,
        MessageThread thread => !thread.IsClosed,
        Document document => !documents.Contains(document.Id.Value),
        DocumentPupil about => !documents.Contains(about.DocumentId.Value),
        _ => false
    };

    private static (string Noun, Guid Id) Key(JsonElement row) => (row.GetProperty("noun").GetString()!, row.GetProperty("id").GetGuid());

    private static bool WasAboutSafeguarding(JsonElement row) => ((string[])["before", "after"]).Any(when =>
        row.TryGetProperty(when, out var snapshot) && snapshot.ValueKind is JsonValueKind.Object
        && snapshot.TryGetProperty("visibility", out var seen) && seen.GetString() == Words.Of(Visibility.Safeguarding));

    /// <summary>A document's current version is seen with the document, whoever could see it when it was filed.</summary>
    private static bool IsAboutSafeguarding(IEntityType type, object row) =>
        row is not DocumentVersion { SupersededAt: null } && type.FindProperty(nameof(Visibility)) is { } seen && seen.GetGetter().GetClrValueUsingContainingEntity(row) is Visibility.Safeguarding;

    /// <summary>The ids of the rows that fit, and of every row that refers to one of them.</summary>
    private static HashSet<Guid> Closure(IReadOnlyList<AboutRow> rows, Func<AboutRow, bool> fits)
    {
        HashSet<Guid> found = [.. rows.Where(fits).Select(r => r.Id)];
        while (found.Count > 0)
        {
            var more = rows.Where(r => !found.Contains(r.Id) && RowLinks.Of(r.Noun.Type, r.Row).Any(link => found.Contains(link.Id))).Select(r => r.Id).ToList();
            if (more.Count == 0)
            {
                break;
            }

            found.UnionWith(more);
        }

        return found;
    }
}
