using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Schools;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>A carer on a page for families: where they are a carer, and for a page about a child, which child.</summary>
public sealed class FamilyVisit
{
    private (FamilyPlace Place, ChildOf Child)? at;
    private SchoolDay? day;

    public bool IsSignedIn { get; private set; }

    public Guid AccountId { get; private set; }

    public IReadOnlyList<FamilyPlace> Places { get; private set; } = [];

    /// <summary>Whether the address names a child whom this carer may be told of.</summary>
    public bool IsAtAChild => at is not null;

    public FamilyPlace Place => Found.Place;

    public ChildOf Child => Found.Child;

    public SchoolDay Day => day ?? throw new InvalidOperationException("The address names no child.");

    private (FamilyPlace Place, ChildOf Child) Found => at ?? throw new InvalidOperationException("The address names no child.");

    public void Begin(Guid account, IReadOnlyList<FamilyPlace> places) => (IsSignedIn, AccountId, Places) = (true, account, places);

    /// <summary>The child that an address names; null where the child is not theirs to see.</summary>
    public (FamilyPlace Place, ChildOf Child)? Find(string? school, string? child) =>
        Id<Pupil>.TryParse(child, null, out var id) && Places.FirstOrDefault(p => p.School.Slug == school && p.Children.Any(c => c.Id == id)) is { } place
            ? (place, place.Children.First(c => c.Id == id))
            : null;

    public void GoTo(FamilyPlace place, ChildOf child, SchoolDay today) => (at, day) = ((place, child), today);
}

internal sealed record FamilyMay : IAuthorizationRequirement;

internal sealed class FamilyMayHandler(FamilyVisit visit) : AuthorizationHandler<FamilyMay>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FamilyMay requirement)
    {
        if (visit.IsSignedIn)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

internal static class VisitingFamilies
{
    /// <summary>Where all that is for families lies; their cookie goes nowhere else.</summary>
    public const string Path = "/family";

    public static bool IsForFamilies(this HttpContext http) => IsForFamilies(http.Request.Path);

    public static bool IsForFamilies(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Pages that anybody opens without signing in, in the language of a family: what proves a receipt.</summary>
    public static bool ProvesToFamilies(PathString path) =>
        path.StartsWithSegments(FamilyLinks.CheckReceipt, StringComparison.OrdinalIgnoreCase)
        || (path.StartsWithSegments("/proof", StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue && rest.Value!.EndsWith("/checkpoints", StringComparison.OrdinalIgnoreCase));

    /// <summary>Speaks the visitor's language on this page.</summary>
    public static void SpeakToFamilies(this HttpContext http)
    {
        FamilyLanguage.Remember(http);
        FamilyFormats.Remember(http);
        http.Features.Set<Func<FrameWords>>(() => http.RequestServices.GetRequiredService<FamilyLanguage>().Words.Frame());
    }

    /// <summary>Finds the carer behind the cookie, and the child in the address.</summary>
    public static async Task FindTheFamilyAsync(this HttpContext http)
    {
        http.SpeakToFamilies();
        var cookie = await http.AuthenticateAsync(FamilySignIn.Scheme);
        if (cookie.Principal is not { } user || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            return;
        }

        var services = http.RequestServices;
        if (await services.GetRequiredService<FamilyPlaces>().FindAsync(account, user.FindFirstValue(FamilySignIn.Stamp) ?? "", http.RequestAborted) is not { } places)
        {
            return;
        }

        var visit = services.GetRequiredService<FamilyVisit>();
        visit.Begin(account, places);
        var at = visit.Find(http.Request.RouteValues["school"] as string, http.Request.RouteValues["pupilId"] as string);
        var known = at?.Child ?? places.SelectMany(p => p.Children).FirstOrDefault();
        services.GetRequiredService<FamilyLanguage>().Prefer(known?.Language);
        services.GetRequiredService<FamilyFormats>().Prefer(known?.Formats);
        if (at is var (place, child))
        {
            visit.GoTo(place, child, await EnterAsync(services, place, http.RequestAborted));
        }
    }

    /// <summary>From here on this request reads and writes for one school.</summary>
    private static async Task<SchoolDay> EnterAsync(IServiceProvider services, FamilyPlace place, CancellationToken cancel)
    {
        services.GetRequiredService<Tenancy>().Enter(place.School.Id);
        var db = services.GetRequiredService<KeptDb>();
        await db.Database.OpenConnectionAsync(cancel);
        var calendar = await services.GetRequiredService<SchoolCalendars>().OfAsync(db, place.School, cancel);
        return new SchoolDay(place.School, calendar, services.GetRequiredService<IClock>().GetCurrentInstant());
    }
}
