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
        command.Options.Add(fresh);
        command.SetAction(async (parsed, cancel) =>
        {
            var place = where.Of(parsed);
            if (parsed.GetValue(fresh) && !await StartOverAsync(place, cancel))
            {
                return 1;
            }

            await Migrations.BringUpToDateAsync(place, cancel);
            await MakeOnceAsync(place, cancel);
            await using var app = KeptApp.Create(new KeptAppOptions(place, IsDemo: true, parsed.GetValue(urls)!));
            await app.StartAsync(cancel);
            Console.WriteLine($"Kept is ready: open {parsed.GetValue(urls)}");
            Console.WriteLine("Choose who to be: Mrs Khan, the SENCO, is a good start. No password is needed in the demo.");
            Console.WriteLine("What you do is kept. Start over with --fresh; stop with Ctrl+C.");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }

    private static async Task MakeOnceAsync(Place place, CancellationToken cancel)
    {
        await using var db = place.Database.Open(new Tenancy());
        if (!await db.Schools.AnyAsync(cancel))
        {
            Console.WriteLine("Making two schools: Hillview Primary and Riverside Academy, both of Oakmoor Learning Trust…");
            await DemoWorld.MakeAsync(place.Database, MillisecondClock.System, cancel);
        }
    }

    /// <summary>Only ever removes a database that holds the made-up schools and no others.</summary>
    private static async Task<bool> StartOverAsync(Place place, CancellationToken cancel)
    {
        await Migrations.BringUpToDateAsync(place, cancel);
        await using var db = place.Database.Open(new Tenancy());
        var schools = await db.Schools.Select(s => s.Slug).Take(10).ToListAsync(cancel);
        if (schools.Exists(slug => slug is not ("hillview" or "riverside")))
        {
            await Console.Error.WriteLineAsync("This database holds a school that is not of the demo, so nothing was removed.");
            return false;
        }

        await db.Database.EnsureDeletedAsync(cancel);
        return true;
    }
}
