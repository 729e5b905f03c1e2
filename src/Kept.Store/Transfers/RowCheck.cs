using System.Text.Json;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kept.Store.Transfers;

/// <summary>
/// Whether this Kept knows every word of a package that is otherwise whole: one that a later version signed may use a kind of row, a column or
/// a word that is not known here. It is said where, and nothing is taken in by halves.
/// </summary>
internal sealed class RowCheck(StoredRows stored, OpenedPackage package)
{
    private static readonly LocalIds AsTheyAre = new(default, default);

    private readonly HashSet<Guid> people = [.. package.People.Select(p => p.Id)];

    public Refusal? Refusal()
    {
        foreach (var person in package.People)
        {
            if (WrongWith(person) is { } wrong)
            {
                return Say(PackageFiles.People, $"the person {person.Id:D} {wrong}");
            }
        }

        foreach (var row in package.Rows)
        {
            if (WrongWith(row) is { } wrong)
            {
                return Say(PackageFiles.Rows, $"the {row.Noun} {row.Id:D} {wrong}");
            }
        }

        return package.Rows.DistinctBy(r => (r.Noun, r.Id)).Count() == package.Rows.Count ? null : Say(PackageFiles.Rows, "one row stands there twice");
    }

    private static Refusal Say(string file, string what) =>
        new($"This package cannot be taken in: in {file}, {what}. If a later version of Kept made it, bring this Kept up to date first");

    private static string? WrongWith(PackedPerson person)
    {
        if (!Words.Knows<PersonKind>(person.Kind))
        {
            return $"is of the kind “{person.Kind}”, which this Kept does not know";
        }

        if (person.Title?.Length > Person.TitleMaxLength || person.Email?.Length > Person.EmailMaxLength || person.Phone?.Length > Person.PhoneMaxLength)
        {
            return "is too long in a title, an email or a telephone number";
        }

        return Person.Received(new Id<Person>(person.Id), default, Words.Read<PersonKind>(person.Kind), person.Title, person.GivenName, person.FamilyName).Refused(out var refused)
            ? $"has a name that is not taken here ({refused.Sentence})"
            : null;
    }

    private string? WrongWith(PackedRow row)
    {
        if (stored.NounOf(row.Noun) is not { } type)
        {
            return "is of a kind that this Kept does not know";
        }

        if (!typeof(IAboutPupil).IsAssignableFrom(type.ClrType) || type.StaysAtTheSchool())
        {
            return "is no part of a pupil’s record that goes to another school";
        }

        var known = type.GetProperties().ToDictionary(p => Words.Kebab(p.Name), StringComparer.Ordinal);
        if (row.Row.EnumerateObject().Select(column => column.Name).FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
        {
            return $"has “{unknown}”, which this Kept does not know";
        }

        return known.Select(column => WrongWith(row, column.Key, column.Value)).FirstOrDefault(wrong => wrong is not null);
    }

    private string? WrongWith(PackedRow row, string name, IProperty column)
    {
        if (!row.Row.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            // What an earlier version did not have yet is what a new row begins with; what has no beginning must be there.
            return column.IsNullable || (value.ValueKind is JsonValueKind.Undefined && column.ClrType.IsValueType) ? null : $"does not say its “{name}”";
        }

        if (Read(column, value) is not { } read)
        {
            return $"says {Shortly(value)} as its “{name}”, which this Kept does not know";
        }

        return column.GetMaxLength() < (value.ValueKind is JsonValueKind.String ? value.GetString()!.Length : 0) ? $"is too long in its “{name}”"
            : column.Name is "Id" && value.GetGuid() != row.Id ? "has another id within it"
            : column.Name is nameof(IAboutPupil.PupilId) && value.GetGuid() != package.Manifest.Chain ? "is about another pupil"
            : read is Id<Person> person && !people.Contains(person.Value) ? $"names somebody as its “{name}” who is not in {PackageFiles.People}"
            : null;
    }

    /// <summary>Null where it cannot be read, or would not be written again as it was: then it says something that is lost here.</summary>
    private static object? Read(IProperty column, JsonElement value)
    {
        try
        {
            var read = StoredRows.Read(column, value, AsTheyAre);
            var converter = column.FindTypeMapping()?.Converter;
            return value.ValueKind is not JsonValueKind.String || converter?.ConvertToProvider(read) is not string again || again == value.GetString() ? read : null;
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or InvalidOperationException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static string Shortly(JsonElement value)
    {
        var words = value.ToString();
        return words.Length > 60 ? $"“{words[..60]}…”" : $"“{words}”";
    }
}
