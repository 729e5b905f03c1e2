using System.CommandLine;
using System.Text;
using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Schools;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Commands;

/// <summary>
/// <c>kept coach</c>: reads lines from standard input and writes what the coach makes of each, one JSON object
/// a line, as they come.
/// </summary>
public static class CoachCommand
{
    /// <summary>The command was understood and cannot be done: a file or an option is wrong.</summary>
    private const int Wrong = 2;

    /// <param name="clock">Says what "today" is where <c>--on</c> is not given.</param>
    /// <param name="school">
    /// The school's own people and calendar, by its slug; null where there is no such school. Its date and
    /// class are replaced by those of the command.
    /// </param>
    /// <param name="input">Standard input where not given.</param>
    /// <param name="output">Standard output where not given.</param>
    public static Command Create(
        IClock clock,
        Func<ParseResult, string, CancellationToken, Task<CoachContext?>> school,
        Stream? input = null,
        Stream? output = null)
    {
        var options = new CoachOptions();
        var command = new Command("coach", "Check lines as the entry coach would: one line in, one JSON object out.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (context, refusal) = await ContextAsync(options.Read(parsed), clock, (slug, stop) => school(parsed, slug, stop), cancel);
            if (context is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(refusal!.Sentence.AsMemory(), cancel);
                return Wrong;
            }

            await using var from = input ?? Console.OpenStandardInput();
            await using var to = output ?? Console.OpenStandardOutput();
            await ReadAsync(from, to, options.Read(parsed).Kind, context, cancel);
            return 0;
        });
        return command;
    }

    private static async Task<(CoachContext? Context, Refusal? Refusal)> ContextAsync(
        CoachChoices chosen,
        IClock clock,
        Func<string, CancellationToken, Task<CoachContext?>> school,
        CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
        var on = chosen.On is null ? today : LocalDatePattern.Iso.Parse(chosen.On) is { Success: true } said ? said.Value : (LocalDate?)null;
        if (on is null)
        {
            return (null, new Refusal($"--on \"{chosen.On}\" is not a date. Write it as 2026-04-23."));
        }

        var context = chosen.School is null ? FromFiles(chosen) : await FromSchoolAsync(chosen.School, school, cancel);
        return context.Allowed(out var found, out var refusal)
            ? (found with { On = on.Value, PupilClass = chosen.Class ?? found.PupilClass, SpeakerReference = Speaker(chosen, found) }, null)
            : (null, refusal);
    }

    private static Result<CoachContext> FromFiles(CoachChoices chosen)
    {
        List<RosterPerson> people = [];
        var calendar = SchoolCalendar.Empty;
        if (chosen.People is { } roster && !CoachFiles.People(roster).Allowed(out people!, out var noPeople))
        {
            return noPeople;
        }

        if (chosen.Calendar is { } days && !CoachFiles.Calendar(days).Allowed(out calendar!, out var noCalendar))
        {
            return noCalendar;
        }

        return new CoachContext(default, calendar, people);
    }

    private static async Task<Result<CoachContext>> FromSchoolAsync(
        string slug,
        Func<string, CancellationToken, Task<CoachContext?>> school,
        CancellationToken cancel) =>
        await school(slug, cancel) is { } found ? found : new Refusal($"There is no school called \"{slug}\" here.");

    private static string? Speaker(CoachChoices chosen, CoachContext found) =>
        chosen.Speaker is null ? found.SpeakerReference : Owners.Resolve(chosen.Speaker, found).Owner?.Reference;

    private static async Task ReadAsync(Stream from, Stream to, LineKind kind, CoachContext context, CancellationToken cancel)
    {
        using var lines = new StreamReader(from, Encoding.UTF8);
        await using var answers = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            await answers.WriteLineAsync(CoachJson.Write(EntryCoach.Read(line, kind, context)).AsMemory(), cancel);

            // Whoever pipes lines in one by one waits for each answer.
            await answers.FlushAsync(cancel);
        }
    }
}
