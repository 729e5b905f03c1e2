using System.Diagnostics.CodeAnalysis;

namespace Kept.Domain;

/// <summary>Why something was not done, in a sentence for the person who asked.</summary>
/// <param name="Sentence">Plain English; says what to do next where there is something to do.</param>
/// <param name="Field">The name of the field that it is about, if it is about one.</param>
public sealed record Refusal(string Sentence, string? Field = null)
{
    public Refusal About(string field) => this with { Field = field };
}

/// <summary>What a verb gave, or why it was refused. Exceptions are for bugs; a refusal is expected.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        this.refusal = refusal;
    }

    /// <summary>For types that no implicit conversion reaches: interfaces.</summary>
    public static Result<T> Of(T given) => new(given, null);

    public bool Allowed([MaybeNullWhen(false)] out T given, [NotNullWhen(false)] out Refusal? refused)
    {
        given = value;
        refused = refusal;
        return refusal is null;
    }

    public bool Refused([NotNullWhen(true)] out Refusal? refused)
    {
        refused = refusal;
        return refusal is not null;
    }

    /// <summary>What was given, where a refusal would be a bug.</summary>
    public T OrThrow() => refusal is null ? value! : throw new InvalidOperationException(refusal.Sentence);

    public static implicit operator Result<T>(T given) => new(given, null);

    public static implicit operator Result<T>(Refusal refused) => new(default, refused);
}
