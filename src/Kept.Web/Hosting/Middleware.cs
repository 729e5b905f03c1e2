using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Hosting;

/// <summary>What every answer passes through.</summary>
internal static class Middleware
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this WebApplication app, KeptAppOptions options)
    {
        if (!options.IsDemo)
        {
            app.UseHsts();
        }

        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (!http.Request.Path.StartsWithSegments("/built", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
            }

            return next();
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
    }

    /// <summary>For whatever watches the service: 200 when the database answers.</summary>
    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health", async (KeptDb db, CancellationToken cancel) =>
            await db.Database.CanConnectAsync(cancel) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable))
            .AllowAnonymous();
}
