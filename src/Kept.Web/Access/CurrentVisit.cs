using System.Security.Claims;
using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.People;
using Kept.Store.Schools;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Access;

/// <summary>The school's present moment: what "today" and "now" mean on a page.</summary>
public sealed record SchoolDay(School School, SchoolCalendar Calendar, Instant Now)
{
    public LocalDateTime Local { get; } = Now.InZone(School.Zone).LocalDateTime;

    public LocalDate Today => Local.Date;
}

/// <summary>Who is visiting in this request, read afresh each time.</summary>
public sealed class CurrentVisit
{
    private SignedIn? signedIn;
    private SchoolDay? day;

    public bool IsSignedIn => signedIn is not null;

    public SignedIn SignedIn => signedIn ?? throw new InvalidOperationException("Nobody is signed in; the page must ask for staff.");

    public SchoolDay Day => day ?? throw new InvalidOperationException("Nobody is signed in; the page must ask for staff.");

    public Guid AccountId { get; private set; }

    public void Begin(Guid account, SignedIn visitor, SchoolDay today)
    {
        AccountId = account;
        signedIn = visitor;
        day = today;
    }
}

internal static class Visiting
{
    /// <summary>
    /// After authentication and before authorisation: finds the person behind the account at the school they chose, or on a page for
    /// families the carer. Never both: a request is of one school.
    /// </summary>
    public static void UseTheViewer(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.IsForFamilies())
        {
            await http.FindTheFamilyAsync();
        }
        else if (VisitingFamilies.ProvesToFamilies(http.Request.Path))
        {
            http.SpeakToFamilies();
        }
        else if (!http.RequestServices.GetRequiredService<FamilyVisit>().IsSignedIn)
        {
            await FindTheStaffAsync(http);
        }

        await next();
    });

    private static async Task FindTheStaffAsync(HttpContext http)
    {
        if (http.User.IsStronglySignedIn(out var account, out var school, out var stamp))
        {
            http.RequestServices.GetRequiredService<Tenancy>().Enter(school);
            var db = http.RequestServices.GetRequiredService<KeptDb>();

            // One connection for the whole request, told once which school it is for.
            await db.Database.OpenConnectionAsync(http.RequestAborted);
            var viewers = http.RequestServices.GetRequiredService<Viewers>();
            if (await viewers.FindAsync(db, account, http.RequestAborted, stamp) is { } visitor)
            {
                var calendars = http.RequestServices.GetRequiredService<SchoolCalendars>();
                var calendar = await calendars.OfAsync(db, visitor.School, http.RequestAborted);
                var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
                http.RequestServices.GetRequiredService<CurrentVisit>().Begin(account, visitor, new SchoolDay(visitor.School, calendar, now));
            }
            else
            {
                // Signed out elsewhere, or no longer at this school: nobody, who may sign in again.
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
    }

    private static bool IsStronglySignedIn(this ClaimsPrincipal user, out Guid account, out Id<School> school, out string stamp)
    {
        school = default;
        stamp = user.FindFirstValue("AspNet.Identity.SecurityStamp") ?? "";
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out account)
            && user.HasClaim(claim => claim.Type == SignInClaims.Strength)
            && Id<School>.TryParse(user.FindFirstValue(SignInClaims.School), null, out school);
    }
}
