using System.CommandLine;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Joining;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Commands;

/// <summary>
/// ./kept invite: a way in for a member of staff, from the machine itself. For the first DSL or head teacher, whom nobody inside may
/// invite, and for the day when the last person who could invite has lost their phone.
/// </summary>
internal static class InviteCommand
{
    public static Command Create()
    {
        var command = new Command("invite", "Print a one-time address by which a member of staff can start to sign in, or start again.");
        var email = new Argument<string>("EMAIL") { Description = "The email address that the school has for them" };
        var school = new Option<string>("--school") { Description = "The school’s short name", HelpName = "SLUG", Required = true };
        var where = Where.On(command);
        var urls = ServeCommand.Urls();
        command.Arguments.Add(email);
        command.Options.Add(school);
        command.Options.Add(urls);
        command.SetAction(async (parsed, cancel) =>
        {
            var said = await InviteAsync(where.Of(parsed).Database, parsed.GetValue(school)!, parsed.GetValue(email)!, cancel);
            if (said.Token is not null)
            {
                Console.WriteLine($"{Addresses.First(parsed.GetValue(urls)!)}/invitation?token={said.Token}");
                return 0;
            }

            await Console.Error.WriteLineAsync(said.Trouble);
            return 1;
        });
        return command;
    }

    private static async Task<(string? Token, string? Trouble)> InviteAsync(Database database, string slug, string email, CancellationToken cancel)
    {
        await using var schools = database.Open(new Tenancy());
        if (await schools.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancel) is not { } school)
        {
            return (null, $"There is no school “{slug}”.");
        }

        await using var db = database.Open(Tenancy.Of(school.Id));
        var wanted = email.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Lowered by the database, which is asked in its own words.
        var found = await db.People.Where(p => p.Kind == PersonKind.Staff && p.Email!.ToLower() == wanted).Take(2).ToListAsync(cancel);
#pragma warning restore CA1304, CA1311, CA1862
        if (found is not [var person])
        {
            return (null, found.Count is 0 ? $"No member of staff of {school.Name} has that email address." : "Two members of staff have that email address. Change one first.");
        }

        return (await new Invitations(db, new OperatorViewer(school.Id), MillisecondClock.System).InviteAsync(person.Id, cancel)).Allowed(out var token, out var refusal)
            ? (token, null)
            : (null, refusal.Sentence);
    }
}
