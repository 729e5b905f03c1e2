using Kept.Domain;
using NodaTime;

namespace Kept.Web.Translating;

public enum EngineKind
{
    Apertium,
    LibreTranslate,
    DeepL,
    Azure
}

/// <summary>Which engine whoever runs Kept has chosen, and how to reach it. The key stays in memory: not in the database, in no log.</summary>
public sealed class EngineSettings
{
    private EngineSettings(EngineKind kind, Uri address, string? key, string? region) => (Kind, Address, Key, Region) = (kind, address, key, region);

    public EngineKind Kind { get; }

    public Uri Address { get; }

    /// <summary>Azure alone asks for it.</summary>
    public string? Region { get; }

    internal string? Key { get; }

    /// <summary>
    /// What was chosen on the command line, else in the environment: KEPT_TRANSLATE, KEPT_TRANSLATE_URL, KEPT_TRANSLATE_KEY_FILE or KEPT_TRANSLATE_KEY, and
    /// KEPT_TRANSLATE_REGION. No engine where none is named.
    /// </summary>
    public static Result<EngineSettings?> Find(string? kind, string? address, string? keyFile, string? region)
    {
        kind = Text.Tidy(kind ?? Environment.GetEnvironmentVariable("KEPT_TRANSLATE"));
        if (kind is null or "none")
        {
            return Result<EngineSettings?>.Of(null);
        }

        keyFile ??= Environment.GetEnvironmentVariable("KEPT_TRANSLATE_KEY_FILE");
        string? key;
        try
        {
            key = Text.Tidy(keyFile is null ? Environment.GetEnvironmentVariable("KEPT_TRANSLATE_KEY") : File.ReadAllText(keyFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"The translation engine’s key cannot be read from {keyFile}");
        }

        var chosen = Of(kind, address ?? Environment.GetEnvironmentVariable("KEPT_TRANSLATE_URL"), key, region ?? Environment.GetEnvironmentVariable("KEPT_TRANSLATE_REGION"));
        return chosen.Allowed(out var settings, out var refused) ? Result<EngineSettings?>.Of(settings) : refused;
    }

    public static Result<EngineSettings> Of(string kind, string? address = null, string? key = null, string? region = null)
    {
        EngineKind? known = kind.ToLowerInvariant() switch
        {
            "apertium" => EngineKind.Apertium,
            "libretranslate" => EngineKind.LibreTranslate,
            "deepl" => EngineKind.DeepL,
            "azure" => EngineKind.Azure,
            _ => null
        };
        if (known is not { } engine)
        {
            return new Refusal($"There is no translation engine “{kind}”. Choose apertium, libretranslate, deepl, azure or none");
        }

        if (engine is EngineKind.DeepL or EngineKind.Azure && key is null)
        {
            return new Refusal($"{engine} needs a key: name the file that holds it");
        }

        if (key?.Any(c => c is < '!' or > '~') is true)
        {
            return new Refusal("The translation engine’s key holds characters that no key has");
        }

        if (!Uri.TryCreate(Text.Tidy(address) ?? Usual(engine), UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0)
        {
            return new Refusal("The translation engine’s address must be one that begins with https://");
        }

        // What families and teachers write goes over no network in the open.
        return at.Scheme is "http" && !at.IsLoopback
            ? new Refusal("The translation engine’s address must begin with https://. Only an engine on this machine may do without")
            : new EngineSettings(engine, new Uri($"{at.GetLeftPart(UriPartial.Path).TrimEnd('/')}/"), key, Text.Tidy(region));
    }

    public ITranslationEngine Open(IClock clock) => Kind switch
    {
        EngineKind.Apertium => new ApertiumEngine(this, clock),
        EngineKind.LibreTranslate => new LibreTranslateEngine(this, clock),
        EngineKind.DeepL => new DeepLEngine(this, clock),
        _ => new AzureEngine(this, clock)
    };

    private static string? Usual(EngineKind kind) => kind switch
    {
        EngineKind.Apertium => "http://127.0.0.1:2737",
        EngineKind.LibreTranslate => "http://127.0.0.1:5000",
        EngineKind.DeepL => "https://api.deepl.com",
        _ => "https://api.cognitive.microsofttranslator.com"
    };
}
