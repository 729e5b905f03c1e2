using System.CommandLine;
using Kept.Store.Schools;
using Kept.Web.Hosting;

namespace Kept.Web.Commands;

/// <summary>./kept serve: the product, on a real school's data.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve a school. The first run prints a one-time address for setting it up.");
        var where = Where.On(command);
        var urls = Urls();
        command.Options.Add(urls);
        var sending = Sending.On(command);
        var translate = TranslateOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!translate.Of(parsed).Allowed(out var engine, out var refused))
            {
                await Console.Error.WriteLineAsync(refused.Sentence);
                return 1;
            }

            var place = where.Of(parsed);
            await Migrations.BringUpToDateAsync(place, cancel);
            var address = Addresses.First(parsed.GetValue(urls)!);
            if (await SetUpKeys.NewAsync(place.Database, MillisecondClock.System, cancel) is { } token)
            {
                Console.WriteLine($"Kept has no school yet. Set it up, within 24 hours, at {address}/set-up?token={token}");
            }

            await using var app = KeptApp.Create(sending.Into(new KeptAppOptions(place, IsDemo: false, parsed.GetValue(urls)!) { Engine = engine }, parsed));
            await app.RunAsync(cancel);
            return 0;
        });
        return command;
    }

    public static Option<string> Urls()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on",
            HelpName = "URLS",
            DefaultValueFactory = _ => "http://127.0.0.1:5080"
        };
        urls.Validators.Add(typed =>
        {
            if (typed.GetValueOrDefault<string>() is not { } given || !given.Split(';').All(Addresses.CanBeListenedOn))
            {
                typed.AddError("--urls is one address or more with “;” between, such as http://127.0.0.1:5080");
            }
        });
        return urls;
    }
}
