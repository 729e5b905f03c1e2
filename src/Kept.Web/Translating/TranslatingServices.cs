using Kept.Store.Translating;
using NodaTime;

namespace Kept.Web.Translating;

/// <summary>The engine that this Kept asks; null for none.</summary>
public sealed class Engines(ITranslationEngine? chosen) : IDisposable
{
    public ITranslationEngine? Chosen => chosen;

    /// <summary>Where no engine is chosen, or the chosen one has said that it cannot, a person must. It is not asked now: no page waits for it.</summary>
    public bool NeedsAPerson(string from, string to) => chosen is null || chosen.Knows(from, to) is false;

    public void Dispose() => chosen?.Dispose();
}

internal static class TranslatingServices
{
    public static void AddTranslating(this IServiceCollection services, EngineSettings? engine)
    {
        services.AddSingleton(given => new Engines(engine?.Open(given.GetRequiredService<IClock>())));
        services.AddSingleton<TranslationQueue>();
        services.AddSingleton<Untranslated>();
        services.AddSingleton<Translator>();
        services.AddHostedService(given => given.GetRequiredService<Translator>());
    }
}
