using System.Globalization;
using System.Net;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.House;

/// <summary>Asks for every address as somebody, and says what was wrongly opened or wrongly closed.</summary>
internal sealed class RouteWalker(KeptHost host, IReadOnlyDictionary<string, string> ids)
{
    /// <summary>
    /// Who may what, written down by hand and not taken from the code that decides it: a slip there must not move this table too.
    /// </summary>
    private static readonly Dictionary<string, StaffRole[]> MayOpen = new()
    {
        ["Staff"] = Enum.GetValues<StaffRole>(),
        ["SeeRecord"] = WhoSeesRecords,
        ["Log"] = WhoSeesRecords,
        ["HandOver"] = [.. WhoSeesRecords.Where(role => role is not StaffRole.Office)],
        ["Messages"] = [.. WhoSeesRecords.Where(role => role is not StaffRole.Office)],
        ["RunSchool"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.Administrator],
        ["ChangeTies"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher],
        ["KeepWishes"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.Office],
        ["Export"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.SeniorLeader, StaffRole.Dsl, StaffRole.DeputyDsl],
        ["TakeIn"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.Dsl, StaffRole.DeputyDsl],
        ["PublishPlans"] = [StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher],
        ["Prove"] =
        [
            StaffRole.Senco, StaffRole.SendLead, StaffRole.HeadTeacher, StaffRole.SeniorLeader, StaffRole.Dsl, StaffRole.DeputyDsl,
            StaffRole.Governor, StaffRole.TrustLead, StaffRole.Administrator
        ]
    };

    private static StaffRole[] WhoSeesRecords =>
    [
        StaffRole.Senco, StaffRole.SendLead, StaffRole.ClassTeacher, StaffRole.FormTutor, StaffRole.TeachingAssistant, StaffRole.PastoralLead,
        StaffRole.AttendanceLead, StaffRole.Office, StaffRole.SeniorLeader, StaffRole.HeadTeacher, StaffRole.Dsl, StaffRole.DeputyDsl
    ];

    /// <summary>Real things of Hillview for the addresses that name one; all about Leo, of whom only the form tutor of another class sees nothing.</summary>
    public static async Task<RouteWalker> AtHillviewAsync(KeptHost host)
    {
        var world = host.World;
        var entry = await world.AddEntryAsync(world.Leo, "Worried about the morning", reviewOn: host.Clock.Now.InZone(School.Zone).Date.PlusDays(7));
        var action = await world.AddActionAsync(world.Leo, "Share a shorter start-of-day plan");
        var (plan, version) = await world.AddPlanAsync(world.Leo);
        var enquiry = await world.AddEnquiryAsync(world.Leo, "Asks who to ring about the bus");
        var meeting = await world.AddMeetingAsync(world.Leo, guests: world.LeosMother);
        var document = await world.AddDocumentAsync(world.Leo, "Report to walk to", visibility: Visibility.Family, kind: FileKind.Pdf);
        var handover = await world.AddHandoverAsync(world.Leo, world.Assistant);
        var thread = await world.AddThreadAsync(world.Leo, world.LeosMother, "To walk to", by: world.Teacher);
        var fileId = await world.AddFileAsync(thread, world.LeosMother, "Note to walk to.txt");
        var recordingId = await world.AddRecordingAsync(world.Leo, meeting, world.LeosMother);
        var news = await world.AddNewsAsync("To walk to");
        var run = await world.AddLetterRunAsync(world.Leo, world.LeosMother, entry.Id.Value);
        var view = await world.AddPlanViewAsync(world.LeosMother, plan, $"outcome {version.Content.Outcomes[0].Id}", "To walk to");
        await using var db = host.OpenDb();
        return new RouteWalker(host, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["pupilId"] = world.Leo.Id.ToString(),
            ["entryId"] = entry.Id.ToString(),
            ["actionId"] = action.Id.ToString(),
            ["enquiryId"] = enquiry.Id.ToString(),
            ["meetingId"] = meeting.Id.ToString(),
            ["planId"] = plan.Id.ToString(),
            ["viewId"] = view.Id.ToString(),
            ["number"] = plan.Current.ToString(CultureInfo.InvariantCulture),
            ["documentId"] = document.Id.ToString(),
            ["threadId"] = thread.Id.ToString(),
            ["fileId"] = fileId.ToString(),
            ["recordingId"] = recordingId.ToString(),
            ["newsId"] = news.Id.ToString(),
            ["runId"] = run.Id.ToString(),
            ["handoverId"] = handover.Id.ToString(),
            ["personId"] = world.Teacher.Id.ToString(),
            ["carerId"] = world.LeosMother.Id.ToString(),
            ["orderId"] = (await world.AddOrderAsync(world.Leo, world.LeosMother)).Id.ToString(),
            ["periodId"] = (await db.CalendarEntries.Select(e => e.Id).FirstAsync()).ToString(),
            ["school"] = world.Hillview.Slug,
            ["token"] = "none",
            ["code"] = "404",
            ["language"] = "ur"
        });
    }

    /// <summary>As somebody in one role, or in the same role at another school, or nobody.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync(IEnumerable<Route> routes, TestPerson? person)
    {
        var visitor = person is null ? host.SignedOut() : host.As(person);
        visitor.FollowsRedirects = false;
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var expected = Expected(route, person);
            var found = await FoundAsync(route, visitor, tries: expected is Answer.NotThere);
            if (found != expected)
            {
                wrong.Add($"{route}: {person?.Roles[0].InWords() ?? "somebody signed out"} {(person?.SchoolId == host.World.Riverside.Id ? "of Riverside " : "")}"
                    + $"should find it {expected} and finds it {found}.");
            }
        }

        return wrong;
    }

    /// <summary>As a carer, who opens what is for families of their own child, and finds the door for staff shut.</summary>
    public async Task<IReadOnlyList<string>> WalkAsCarerAsync(IEnumerable<Route> routes, TestClient carer, bool isTheirChild)
    {
        carer.FollowsRedirects = false;
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var expected = route.IsOpen ? Answer.Open
                : !route.Policies.SequenceEqual(["Family"]) ? Answer.SignInFirst
                : route.HasIds && !isTheirChild ? Answer.NotThere
                : Answer.Open;
            var found = await FoundAsync(route, carer, tries: expected is Answer.NotThere);
            if (found != expected)
            {
                wrong.Add($"{route}: a carer should find it {expected} and finds it {found}.");
            }
        }

        return wrong;
    }

    private enum Answer
    {
        Open,
        Forbidden,
        NotThere,
        SignInFirst,
        Broken
    }

    private Answer Expected(Route route, TestPerson? person)
    {
        if (route.IsOpen)
        {
            return Answer.Open;
        }

        if (person is null)
        {
            return Answer.SignInFirst;
        }

        // Families come in by a door of their own: to a member of staff it is as shut as to a stranger.
        if (route.Policies.Contains("Family"))
        {
            return Answer.SignInFirst;
        }

        if (!route.Policies.All(policy => MayOpen[policy].Contains(person.Roles[0])))
        {
            return Answer.Forbidden;
        }

        return route.HasIds && !SeesWhatIsNamed(route, person) ? Answer.NotThere : Answer.Open;
    }

    private bool SeesWhatIsNamed(Route route, TestPerson person) =>
        person.SchoolId == host.World.Hillview.Id && (person.Roles[0] is not StaffRole.FormTutor || !IsAboutLeo(route));

    private static bool IsAboutLeo(Route route) =>
        ((string[])["pupilId", "entryId", "actionId", "enquiryId", "carerId", "documentId", "handoverId", "meetingId", "runId"]).Any(id => route.Pattern.Contains($"{{{id}", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A post without a form token is refused by the form's own guard, so that walking changes nothing: 400 means that the
    /// visitor came as far as the form. Only where nothing should be found is it truly tried.
    /// </summary>
    private async Task<Answer> FoundAsync(Route route, TestClient visitor, bool tries)
    {
        var url = Address(route);
        if (route.Method is "GET" or "HEAD" or "ANY")
        {
            var shown = await visitor.DownloadAsync(url);
            return Read(shown.StatusCode, shown.Headers.Location, route);
        }

        if (tries)
        {
            var page = await visitor.PostAsync(url);
            return Read(page.Status, page.Answer.Headers.Location, route);
        }

        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(TestClient.Address, url)) { Content = new FormUrlEncodedContent([]) };
        var answer = await visitor.SendAsync(request);
        return answer.StatusCode is HttpStatusCode.BadRequest ? Answer.Open : Read(answer.StatusCode, answer.Headers.Location, route);
    }

    private static Answer Read(HttpStatusCode status, Uri? location, Route route)
    {
        var to = location?.ToString() ?? "";
        return (int)status switch
        {
            403 => Answer.Forbidden,
            >= 300 and < 400 when to.Contains("/problem/403", StringComparison.Ordinal) => Answer.Forbidden,
            >= 300 and < 400 when !route.IsOpen && (to.Contains("/sign-in", StringComparison.Ordinal) || to.EndsWith("/family/enter", StringComparison.Ordinal)) => Answer.SignInFirst,
            401 => Answer.SignInFirst,
            404 => route.IsOpen ? Answer.Open : Answer.NotThere,
            >= 500 => Answer.Broken,
            _ => Answer.Open
        };
    }

    private string Address(Route route)
    {
        var parts = route.Pattern.Split('/').Select(part =>
        {
            if (!part.StartsWith('{'))
            {
                return part;
            }

            var name = part.Trim('{', '}', '*', '?').Split(':', '?')[0];
            return ids.TryGetValue(name, out var id)
                ? id
                : throw new InvalidOperationException($"{route.Pattern}: tell {nameof(RouteWalker)}.{nameof(AtHillviewAsync)} what a {name} may be.");
        });
        return string.Join('/', parts) + (route.Handler is null ? "" : $"?handler={route.Handler}");
    }
}
