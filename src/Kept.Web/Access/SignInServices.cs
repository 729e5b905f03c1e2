using Kept.Store;
using Kept.Store.Accounts;
using Kept.Store.Families;
using Kept.Store.Joining;
using Kept.Store.Schools;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NodaTime;

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
    /// <summary>As OWASP advised for PBKDF2 with SHA-512 in 2023; older hashes are made anew at the next sign-in.</summary>
    private const int HashIterations = 210_000;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, StaffMayHandler>();
        services.AddScoped<IAuthorizationHandler, FamilyMayHandler>();
        services.AddScoped<FamilyVisit>();
        services.AddSingleton<FamilyPlaces>();
        services.AddSingleton<ReadingElsewhere>();
        services.AddSingleton<ComingIn>();
        services.AddScoped<Entry>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddScoped<LastUse>();
        services.AddScoped<FamilyPhones>();
        services.AddScoped(given => new Invitations(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped<TakingUp>();
        services.AddScoped<FirstRun>();
        services.AddSingleton<CarriedForms>();
        services.AddSingleton<SealedSecret>();
        services.AddSingleton<StrangersPassword>();
        services.AddSingleton<Tries>();
        services.AddRateLimiter(Tries.Limit);
        services.AddAuthorization(Policies.Add);
        services.AddAccounts();
        services.AddCookies();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        // In place of Identity’s own, which asks each account for an email address.
        services.AddScoped<IUserValidator<Account>, AccountRule>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;

            // An address may hold what Identity would not take in a name: o’brien@, zoë@.
            identity.User.AllowedUserNameCharacters = "";
            identity.Password.RequiredLength = Domain.Accounts.Password.MinLength;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequireDigit = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireLowercase = false;
            identity.Lockout.MaxFailedAccessAttempts = Tries.BeforeLockout;
            identity.Lockout.DefaultLockoutTimeSpan = Tries.Lockout;
        })
            .AddEntityFrameworkStores<KeptDb>()
            .AddPasswordValidator<PasswordRule>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey is both factors only when the device has asked for a finger, a face or a PIN.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    private static void AddCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthentication().AddCookie(HalfSignIn.Scheme, cookie =>
        {
            Guard(cookie, HalfSignIn.Scheme);
            cookie.ExpireTimeSpan = HalfSignIn.Lasts;
            cookie.SlidingExpiration = false;
        });

        services.AddAuthentication().AddCookie(FamilySignIn.Scheme, cookie =>
        {
            Guard(cookie, FamilySignIn.Scheme);
            FamilySignIn.Configure(cookie);
        });

        // Identity keeps the challenge of a passkey here, and nothing else.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie => Guard(cookie, "kept-passkey"));
        services.ConfigureApplicationCookie(cookie =>
        {
            Guard(cookie, "kept");
            cookie.ExpireTimeSpan = TimeSpan.FromHours(4);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = SignedOut.AskToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = RefuseOldAsync;
            cookie.Events.OnSigningIn = entering =>
            {
                Entry.Begin(entering.Properties, Now(entering.HttpContext));
                return Task.CompletedTask;
            };
        });
    }

    private static void Guard(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>That the account’s stamp still holds is asked with the viewer, on every request; here only how old the visit is.</summary>
    private static Task RefuseOldAsync(CookieValidatePrincipalContext cookie)
    {
        if (Entry.IsTooOld(cookie.Properties, Now(cookie.HttpContext)))
        {
            cookie.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private static Instant Now(HttpContext http) => http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
}
