using System.Diagnostics.CodeAnalysis;

namespace Kept.Domain;

/// <summary>Names one <typeparamref name="T"/>. A pupil's id cannot stand where an action's belongs.</summary>
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>
{
    /// <summary>A new id that sorts by age (UUID version 7).</summary>
    public static Id<T> New() => new(Guid.CreateVersion7());

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Id<T> id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new Id<T>(value);
        return read;
    }

    public static Id<T> Parse(string text) => new(Guid.Parse(text));

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}
