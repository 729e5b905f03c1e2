using System.CommandLine;
using Kept.Domain.Coach;

namespace Kept.Web.Commands;

/// <summary>What was asked of <c>kept coach</c>.</summary>
internal sealed record CoachChoices(LineKind Kind, string? On, string? Class, string? Speaker, string? School, string? People, string? Calendar);

/// <summary>The options of <c>kept coach</c>.</summary>
internal sealed class CoachOptions
{
    private readonly Option<string> kind = new Option<string>("--kind")
    {
        Description = "What the lines are: issue or action.",
        DefaultValueFactory = _ => "action"
    }.AcceptOnlyFromAmong("issue", "action");

    private readonly Option<string?> on = new("--on") { Description = "The day the lines are said, such as 2026-04-23. Today if left out." };
    private readonly Option<string?> pupilClass = new("--class") { Description = "The pupil's class, so that \"class teacher\" is known." };
    private readonly Option<string?> speaker = new("--as") { Description = "Who is logging, so that \"I\" is known: a name, initials or a role." };
    private readonly Option<string?> school = new("--school") { Description = "The school whose people and calendar to use." };
    private readonly Option<string?> people = new("--people") { Description = "A CSV file of people: kind,name,initials,role,teaches." };
    private readonly Option<string?> calendar = new("--calendar") { Description = "A CSV file of the school calendar: kind,from,to,title." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { kind, on, pupilClass, speaker, school, people, calendar })
        {
            command.Options.Add(option);
        }
    }

    public CoachChoices Read(ParseResult parsed) => new(
        parsed.GetValue(kind) is "issue" ? LineKind.Issue : LineKind.Action,
        parsed.GetValue(on),
        parsed.GetValue(pupilClass),
        parsed.GetValue(speaker),
        parsed.GetValue(school),
        parsed.GetValue(people),
        parsed.GetValue(calendar));
}
