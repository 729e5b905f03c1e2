using System.CommandLine;
using Kept.Domain;
using Kept.Web.Translating;

namespace Kept.Web.Commands;

/// <summary>The options by which whoever runs Kept chooses an engine that translates. Each may be in the environment instead; the key is never typed on the line.</summary>
internal sealed class TranslateOptions
{
    private readonly Option<string?> kind = new("--translate")
    {
        Description = "The engine that translates what people write: apertium, libretranslate, deepl, azure or none",
        HelpName = "ENGINE"
    };

    private readonly Option<string?> address = new("--translate-url") { Description = "Where the engine is", HelpName = "URL" };
    private readonly Option<string?> keyFile = new("--translate-key-file") { Description = "File that holds the engine’s key", HelpName = "FILE" };
    private readonly Option<string?> region = new("--translate-region") { Description = "Azure’s region", HelpName = "REGION" };

    private TranslateOptions()
    {
    }

    public static TranslateOptions On(Command command)
    {
        var options = new TranslateOptions();
        command.Options.Add(options.kind);
        command.Options.Add(options.address);
        command.Options.Add(options.keyFile);
        command.Options.Add(options.region);
        return options;
    }

    public Result<EngineSettings?> Of(ParseResult parsed) =>
        EngineSettings.Find(parsed.GetValue(kind), parsed.GetValue(address), parsed.GetValue(keyFile), parsed.GetValue(region));
}
