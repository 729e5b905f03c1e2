namespace Kept.Web.Translating;

/// <summary>A machine that puts words of one language into another. Languages are BCP 47 tags.</summary>
public interface ITranslationEngine : IDisposable
{
    /// <summary>As people read it beside what it made: "Apertium".</summary>
    string Name { get; }

    /// <summary>Whether it can, as it says itself. Null where it is not there to be asked: ask again later.</summary>
    Task<bool?> CanAsync(string from, string to, CancellationToken cancel);

    /// <summary>What it last said of that, without asking it again. Null where it has not been asked yet.</summary>
    bool? Knows(string from, string to);

    /// <param name="words">One line, with nothing in it that must not go to the engine.</param>
    /// <param name="from">The language that they are in.</param>
    /// <param name="to">The language that is wanted.</param>
    /// <param name="cancel">When nobody waits any more. The engine has a time limit of its own.</param>
    Task<EngineAnswer> TranslateAsync(string words, string from, string to, CancellationToken cancel);
}

/// <summary>What came of asking an engine.</summary>
public abstract record EngineAnswer
{
    private EngineAnswer()
    {
    }

    public sealed record Translated(string Words) : EngineAnswer;

    /// <summary>Not there now, too busy, or the key is not taken: ask again later.</summary>
    /// <param name="Why">For whoever runs Kept; never with the words or the key in it.</param>
    public sealed record Away(string Why) : EngineAnswer;

    /// <summary>It was there, and cannot do this.</summary>
    public sealed record Cannot(string Why) : EngineAnswer;
}
