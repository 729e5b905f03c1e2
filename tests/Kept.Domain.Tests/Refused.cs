namespace Kept.Domain.Tests;

internal static class Refused
{
    /// <summary>Checks that a verb was refused with a sentence that has these words, about this field.</summary>
    public static void With<T>(Result<T> result, string words, string? field = null)
    {
        Assert.True(result.Refused(out var refusal), "This should have been refused.");
        Is(refusal, words, field);
    }

    public static void Is(Refusal? refusal, string words, string? field = null)
    {
        Assert.NotNull(refusal);
        Assert.Contains(words, refusal.Sentence, StringComparison.OrdinalIgnoreCase);
        if (field is not null)
        {
            Assert.Equal(field, refusal.Field);
        }
    }
}
