namespace Kept.Web.Imports;

/// <summary>What is wrong with one cell of a file, for the person who will mend it.</summary>
/// <param name="Line">The physical line of the file, as a text editor counts it.</param>
/// <param name="Column">The heading as the file has it; null when the whole line is meant.</param>
public sealed record Problem(int Line, string? Column, string Reason)
{
    public override string ToString() => Column is null ? $"Line {Line}: {Reason}" : $"Line {Line}, {Column}: {Reason}";
}

/// <summary>A file that cannot be read at all, with a sentence that says what to do about it.</summary>
public sealed class UnusableFileException : Exception
{
    public UnusableFileException(string sentence)
        : base(sentence)
    {
    }

    public UnusableFileException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }

    public UnusableFileException()
    {
    }
}
