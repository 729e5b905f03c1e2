using Kept.Domain.People;

namespace Kept.Domain.Access;

/// <summary>
/// What a member of staff's roles let them see and do. The default is nothing. Several roles add up, but none but the
/// safeguarding roles ever opens <see cref="Visibility.Safeguarding"/>.
/// </summary>
public sealed record Sight
{
    public static Sight Nothing { get; } = new();

    /// <summary>A carer's: what is shared with families, and nothing to do.</summary>
    public static Sight OfAFamily { get; } = new() { MaySee = UpTo(Visibility.Family) };

    public IReadOnlySet<Visibility> MaySee { get; private init; } = new HashSet<Visibility>();

    /// <summary>Every pupil of the school, and not only those they teach, are a key adult of or owe an action.</summary>
    public bool AllPupils { get; private init; }

    public bool MayLog { get; private init; }

    /// <summary>People, calendar, import and the school's settings.</summary>
    public bool MayRunSchool { get; private init; }

    /// <summary>Who a carer is to a child, restrictions and key adults: takes both running the school and seeing the record.</summary>
    public bool MayChangeTies => MayRunSchool && MaySee.Count > 0;

    /// <summary>How a carer wants to be told: the office as well, who take the call that says so.</summary>
    public bool MayKeepWishes => MayChangeTies || TakesCalls;

    /// <summary>Take parts of the record out as files.</summary>
    public bool MayExport { get; private init; }

    /// <summary>
    /// Take in a pupil's record from another school, which adds a pupil and so needs whoever runs the school and sees the record; or what is about
    /// safeguarding, which only its leads read.
    /// </summary>
    public bool MayTakeIn => MayTakeInRecords || (MayExport && MaySee.Contains(Visibility.Safeguarding));

    public bool MayTakeInRecords => MayExport && MayRunSchool;

    /// <summary>Publish a version of a support plan, which the family then reads. Whoever logs with a pupil may write the draft.</summary>
    public bool MayPublishPlans { get; private init; }

    /// <summary>See that the record is intact, by counts alone: no child is named.</summary>
    public bool MayProve { get; private init; }

    /// <summary>Answers for everybody's next step, and so begins the day with everybody's; others begin with their own.</summary>
    public bool RunsTheProcess { get; private init; }

    private bool TakesCalls { get; init; }

    public static Sight Of(IEnumerable<StaffRole> roles) => roles.Select(Of).Aggregate(Nothing, Add);

    public Sight HeldTo(IReadOnlySet<Visibility> some) => this with { MaySee = MaySee.Where(some.Contains).ToHashSet() };

    private static Sight Add(Sight one, Sight other) => new()
    {
        MaySee = one.MaySee.Concat(other.MaySee).ToHashSet(),
        AllPupils = one.AllPupils || other.AllPupils,
        MayLog = one.MayLog || other.MayLog,
        MayRunSchool = one.MayRunSchool || other.MayRunSchool,
        MayExport = one.MayExport || other.MayExport,
        MayPublishPlans = one.MayPublishPlans || other.MayPublishPlans,
        MayProve = one.MayProve || other.MayProve,
        RunsTheProcess = one.RunsTheProcess || other.RunsTheProcess,
        TakesCalls = one.TakesCalls || other.TakesCalls
    };

    private static Sight Of(StaffRole role) => role switch
    {
        StaffRole.Senco or StaffRole.SendLead => new()
        {
            MaySee = UpTo(Visibility.SendTeam),
            AllPupils = true,
            MayLog = true,
            MayRunSchool = true,
            MayExport = true,
            MayPublishPlans = true,
            MayProve = true,
            RunsTheProcess = true
        },
        StaffRole.HeadTeacher => new()
        {
            MaySee = UpTo(Visibility.SendTeam),
            AllPupils = true,
            MayLog = true,
            MayRunSchool = true,
            MayExport = true,
            MayPublishPlans = true,
            MayProve = true
        },
        StaffRole.SeniorLeader => new() { MaySee = UpTo(Visibility.SendTeam), AllPupils = true, MayLog = true, MayExport = true, MayProve = true },
        StaffRole.Dsl or StaffRole.DeputyDsl => new()
        {
            MaySee = UpTo(Visibility.Safeguarding),
            AllPupils = true,
            MayLog = true,
            MayExport = true,
            MayProve = true
        },
        StaffRole.PastoralLead or StaffRole.AttendanceLead => new() { MaySee = UpTo(Visibility.Staff), AllPupils = true, MayLog = true },
        StaffRole.ClassTeacher or StaffRole.FormTutor or StaffRole.TeachingAssistant => new() { MaySee = UpTo(Visibility.Staff), MayLog = true },
        StaffRole.Office => new() { MaySee = UpTo(Visibility.Family), AllPupils = true, MayLog = true, TakesCalls = true },
        StaffRole.Governor or StaffRole.TrustLead => new() { MayProve = true },
        StaffRole.Administrator => new() { MayRunSchool = true, MayProve = true },
        _ => Nothing
    };

    private static HashSet<Visibility> UpTo(Visibility narrowest) => [.. Enum.GetValues<Visibility>().Where(v => v <= narrowest)];
}
