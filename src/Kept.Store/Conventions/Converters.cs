using System.Text;
using Kept.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Kept.Store.Conventions;

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

/// <summary>SQLite gives moments back without their zone; every stored moment is UTC.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    day => day.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
    time => time.ToTimeOnly(),
    stored => LocalTime.FromTimeOnly(stored));

/// <summary>Stored words are kebab-case: readable in the database, and not the C# name by accident.</summary>
internal sealed class EnumWordConverter<T>() : ValueConverter<T, string>(value => Words.Of(value), word => Words.Read<T>(word))
    where T : struct, Enum;

internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        return Table<T>.Words[value];
    }

    public static T Read<T>(string word)
        where T : struct, Enum
    {
        return Table<T>.Values[word];
    }

    public static bool Knows<T>(string? word)
        where T : struct, Enum => word is not null && Table<T>.Values.ContainsKey(word);

    public static string Kebab(string name) => Break(name, '-');

    public static string Snake(string name) => Break(name, '_');

    private static string Break(string name, char between)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0 && word[^1] != between)
            {
                word.Append(between);
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(value => value, value => Kebab(value.ToString()));
        public static readonly Dictionary<string, T> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}

/// <summary>A short list of codes, kept as one readable column: "SEMH,SLCN".</summary>
internal sealed class CodeListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    codes => string.Join(',', codes),
    stored => stored.Split(',', StringSplitOptions.RemoveEmptyEntries));

internal sealed class CodeListComparer() : ValueComparer<IReadOnlyList<string>>(
    (one, other) => one!.SequenceEqual(other!),
    codes => codes.Aggregate(0, (hash, code) => HashCode.Combine(hash, code)),
    codes => codes.ToArray());
