using System.CommandLine;
using Kept.Store;
using Kept.Web.Hosting;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Commands;

/// <summary>./kept demo: a made-up trust of two schools, with one-click sign-in.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Serve a made-up trust of two schools to try Kept on.");
        var where = Where.On(command, "demo");
        var urls = ServeCommand.Urls();
        var fresh = new Option<bool>("--fresh") { Description = "Throw away what was done in the demo and start over" };
        command.Options.Add(urls);
        var sending = Sending.On(command);
        command.Options.Add(fresh);
        var translate = TranslateOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!translate.Of(parsed).Allowed(out var engine, out var refused))
            {
                await Console.Error.WriteLineAsync(refused.Sentence);
                return 1;
            }

            var place = where.Of(parsed);
            if (parsed.GetValue(fresh) && await DemoPlace.EmptyAsync(place, cancel) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal.Sentence);
                return 1;
            }

            await DemoPlace.MakeOnceAsync(place, cancel);
            await using var app = KeptApp.Create(sending.Into(new KeptAppOptions(place, IsDemo: true, parsed.GetValue(urls)!) { Engine = engine }, parsed));
            await app.StartAsync(cancel);
            Console.WriteLine($"Kept is ready: open {app.Urls.First()}/demo/sign-in and choose who to be.");
            Console.WriteLine("Mrs Khan, the SENCO of Hillview, is a good start. No password is needed in the demo.");
            Console.WriteLine("What you do is kept; --fresh starts over. Stop with Ctrl+C.");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }
}
