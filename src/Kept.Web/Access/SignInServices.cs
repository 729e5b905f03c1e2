using Kept.Store;
using Kept.Store.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Access;

/// <summary>What a signed-in cookie says beyond the account.</summary>
internal static class SignInClaims
{
    /// <summary>The school chosen at sign-in. A person at two schools signs in at one of them at a time.</summary>
    public const string School = "kept:school";

    /// <summary>How the second factor was met: "passkey", "totp", "recovery" or, in the demo alone, "demo". Without it no staff page opens.</summary>
    public const string Strength = "kept:strength";
}

internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, StaffMayHandler>();
        services.AddAuthorization(Policies.Add);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            identity.Password.RequiredLength = 12;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequireDigit = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireLowercase = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
            .AddEntityFrameworkStores<KeptDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "kept";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/problem/403";
        });
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromMinutes(5);

            // A refreshed cookie keeps the school and the strength it was given.
            stamp.OnRefreshingPrincipal = refresh =>
            {
                var kept = refresh.CurrentPrincipal!.Claims.Where(c => c.Type is SignInClaims.School or SignInClaims.Strength);
                refresh.NewPrincipal!.Identities.First().AddClaims(kept);
                return Task.CompletedTask;
            };
        });
    }
}
