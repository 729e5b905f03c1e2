namespace Kept.Web.Imports;

/// <summary>What a column of an action log may hold.</summary>
public enum LogPart
{
    Agreed,
    Pupil,
    Upn,
    Event,
    Issue,
    What,
    Owner,
    Due,
    Status,
    Done,
    Evidence
}

/// <summary>Which column of a school's own action log holds what: guessed from its headings, and corrected by whoever looks.</summary>
public sealed class LogColumns
{
    /// <summary>In order of preference. A review date stands in for a deadline where there is none.</summary>
    private static readonly Dictionary<LogPart, string[]> Known = new()
    {
        [LogPart.Agreed] = ["dateagreed", "agreedon", "agreed", "date", "dateofmeeting", "meetingdate", "datelogged", "dateraised", "dateopened", "eventdate", "raisedon"],
        [LogPart.Upn] = ["upn", "pupilupn"],
        [LogPart.Pupil] = ["pupil", "pupilname", "student", "studentname", "child", "childname", "childsname", "name", "nameofpupil", "nameofchild"],
        [LogPart.Event] =
        [
            "event", "meeting", "meetingtype", "eventtype", "meetingevent", "meetingoreventtype", "meetingorevent", "eventmeetingtype", "type", "source",
            "context", "contact"
        ],
        [LogPart.What] =
        [
            "action", "actionagreed", "agreedaction", "actions", "actionrequired", "actiontobetaken", "nextstep", "nextsteps", "whatwasagreed", "task",
            "actionpoint", "what", "todo"
        ],
        [LogPart.Issue] =
        [
            "decision", "issue", "issueordecision", "issuedecision", "decisionissue", "decisionorissue", "decisions", "concern", "discussion", "topic",
            "outcome", "point", "summary", "agreement"
        ],
        [LogPart.Owner] =
        [
            "owner", "actionowner", "responsible", "personresponsible", "whoisresponsible", "who", "bywhom", "lead", "assignedto", "responsibility", "staff",
            "allocatedto", "namedowner", "leadperson"
        ],
        [LogPart.Due] =
        [
            "deadline", "due", "duedate", "bywhen", "deadlinereviewdate", "deadlineorreviewdate", "deadlinereview", "targetdate", "datedue", "tobecompletedby",
            "completeby", "when", "timescale", "by", "reviewdate", "review", "reviewon", "dateofreview"
        ],
        [LogPart.Status] = ["status", "progress", "state", "rag", "currentstatus", "complete", "completed", "done", "ragstatus"],
        [LogPart.Done] = ["datecompleted", "completedon", "datedone", "doneon", "completiondate", "dateclosed", "closedon", "actualdate"],
        [LogPart.Evidence] = ["evidence", "evidenceofcompletion", "impact", "proof", "update", "updates", "notes", "comment", "comments", "evidenceimpact"]
    };

    private static readonly HashSet<string> All = [.. Known.Values.SelectMany(headings => headings)];

    private readonly LogPart?[] parts;

    private LogColumns(IReadOnlyList<string> headings, LogPart?[] parts)
    {
        Headings = headings;
        this.parts = parts;
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<LogPart?> Parts => parts;

    public static int Score(IReadOnlyList<string> headings) =>
        headings.Count(heading => All.Contains(Imports.Headings.Key(heading))) is >= 2 and var known ? known : 0;

    public static LogColumns Guess(IReadOnlyList<string> headings)
    {
        var keys = headings.Select(Imports.Headings.Key).ToList();
        var guessed = new LogPart?[headings.Count];
        foreach (var (part, known) in Known)
        {
            if (Imports.Headings.Find(keys, known, column => guessed[column] is null) is >= 0 and var column)
            {
                guessed[column] = part;
            }
        }

        return new LogColumns(headings, guessed);
    }

    /// <summary>As somebody corrected them, a part for each heading. A part chosen twice counts where it stands first.</summary>
    public static LogColumns Chosen(IReadOnlyList<string> headings, IReadOnlyList<LogPart?> chosen) =>
        new(headings, [.. headings.Select((_, column) => column < chosen.Count ? chosen[column] : null)]);

    public static string InWords(LogPart part) => part switch
    {
        LogPart.Agreed => "Date agreed",
        LogPart.Pupil => "Pupil’s name",
        LogPart.Upn => "UPN",
        LogPart.Event => "Meeting or event",
        LogPart.Issue => "Issue or decision",
        LogPart.What => "Action",
        LogPart.Owner => "Owner",
        LogPart.Due => "Deadline or review date",
        LogPart.Status => "Status",
        LogPart.Done => "Date done",
        _ => "Evidence"
    };

    public bool Has(LogPart part) => Array.IndexOf(parts, part) >= 0;

    public string Read(TableRow row, LogPart part) => row[Array.IndexOf(parts, part)];

    public string Heading(LogPart part) => Array.IndexOf(parts, part) is >= 0 and var column ? Headings[column] : InWords(part);

    /// <summary>What is missing without which no row can be taken; null when all is there.</summary>
    public string? Missing(bool pupilGiven)
    {
        var missing = new List<string>();
        if (!pupilGiven && !Has(LogPart.Pupil) && !Has(LogPart.Upn))
        {
            missing.Add("the pupil");
        }

        if (!Has(LogPart.What) && !Has(LogPart.Issue))
        {
            missing.Add("the action or decision");
        }

        if (!Has(LogPart.Owner))
        {
            missing.Add("the owner");
        }

        if (!Has(LogPart.Due))
        {
            missing.Add("the deadline or review date");
        }

        return missing.Count == 0 ? null : $"No column was found for {string.Join(" or ", missing)}";
    }
}
