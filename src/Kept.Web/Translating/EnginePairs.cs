namespace Kept.Web.Translating;

/// <summary>What an engine calls the two languages of a pair.</summary>
internal sealed record EnginePair(string From, string To);

/// <summary>The pairs that an engine can do, found by our tags.</summary>
/// <param name="CodeOf">What the engine would call the language of a tag, the best first: "pt-BR" may be "por_BR", else "por".</param>
internal sealed record EnginePairs(IReadOnlySet<EnginePair> All, Func<string, IEnumerable<string>> CodeOf)
{
    /// <summary>Null where the engine cannot do it.</summary>
    public EnginePair? Find(string from, string to) =>
        CodeOf(from).SelectMany(source => CodeOf(to).Select(target => new EnginePair(source, target))).FirstOrDefault(All.Contains);
}
