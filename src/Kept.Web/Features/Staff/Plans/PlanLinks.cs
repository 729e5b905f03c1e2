using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;

namespace Kept.Web.Features.Staff.Plans;

/// <summary>The addresses of a pupil's plans.</summary>
internal static class PlanLinks
{
    public static string Plans(Id<Pupil> pupil) => $"/pupils/{pupil}/plan";

    public static string Start(Id<Pupil> pupil) => $"/pupils/{pupil}/plan/start";

    public static string Edit(Id<Pupil> pupil, Id<SupportPlan> plan) => $"/pupils/{pupil}/plan/{plan}/edit";

    public static string Publish(Id<Pupil> pupil, Id<SupportPlan> plan) => $"/pupils/{pupil}/plan/{plan}/publish";

    public static string Review(Id<Pupil> pupil, Id<SupportPlan> plan) => $"/pupils/{pupil}/plan/{plan}/review";

    public static string View(Id<Pupil> pupil, Id<PlanView> view) => $"/pupils/{pupil}/plan/views/{view}";

    public static string Profile(Id<Pupil> pupil, Id<SupportPlan> plan) => $"/pupils/{pupil}/plan/{plan}/profile";

    public static string Version(Id<Pupil> pupil, Id<SupportPlan> plan, int number) => $"/pupils/{pupil}/plan/{plan}/versions/{number}";

    public static string Compare(Id<Pupil> pupil, Id<SupportPlan> plan, int from, int to) => $"/pupils/{pupil}/plan/{plan}/compare?from={from}&to={to}";
}
