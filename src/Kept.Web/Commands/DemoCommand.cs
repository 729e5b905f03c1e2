using System.CommandLine;
using Kept.Web.Hosting;

namespace Kept.Web.Commands;

/// <summary>./kept demo: a made-up trust of two schools, with one-click sign-in.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Serve a made-up trust of two schools to try Kept on.");
        var where = Where.On(command, "demo");
        var urls = ServeCommand.Urls();
        command.Options.Add(urls);
        command.SetAction(async (parsed, cancel) =>
        {
            var place = where.Of(parsed);
            await Migrations.BringUpToDateAsync(place, cancel);
            await using var app = KeptApp.Create(new KeptAppOptions(place, IsDemo: true, parsed.GetValue(urls)!));
            Console.WriteLine($"Kept is ready: open {parsed.GetValue(urls)} and choose who to be. No password is needed in the demo.");
            await app.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}
