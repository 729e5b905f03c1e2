using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Documents;
using Kept.Web.Imports;
using Kept.Web.Letters;
using Kept.Web.Packs;
using Kept.Web.Telling;
using Kept.Web.Translating;
using NodaTime;

namespace Kept.Web.Hosting;

/// <param name="Urls">Addresses to listen on.</param>
/// <param name="IsDemo">One-click sign-in and the look page; never on a real school's data.</param>
public sealed record KeptAppOptions(Place Place, bool IsDemo, string Urls)
{
    /// <summary>Where families reach Kept from outside: "https://kept.example". Without it nothing can be sent that leads there.</summary>
    public Uri? Address { get; init; }

    /// <summary>Null where the school sends no mail.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>Null where the school does not send through GOV.UK Notify.</summary>
    public NotifyService? Notify { get; init; }

    /// <summary>What translates what people write; null for nothing.</summary>
    public EngineSettings? Engine { get; init; }
}

/// <summary>The composition root: reads like a contents page.</summary>
public static class KeptApp
{
    /// <param name="options">Where the record is and how it is served.</param>
    /// <param name="adjust">What a test needs otherwise: its server, its clock.</param>
    public static WebApplication Create(KeptAppOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(KeptApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Logging.SpeakLittle();

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<IClock>(MillisecondClock.System);
        builder.Services.AddSingleton<TimeProvider, ClockTime>();
        builder.Services.AddRecord(options.Place.Database);
        builder.Services.AddSignIn();
        builder.Services.AddPages();
        builder.Services.AddImports(options.Place.Directory);
        builder.Services.AddDocuments(options.Place.Directory);
        builder.Services.AddPacks(options.Place.Directory);
        builder.Services.AddLetters();
        builder.Services.AddTelling(options.Mail, options.Notify, options.Address);
        builder.Services.AddTranslating(options.Engine);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseErrorPages();
        app.UseSafeHeaders(options);
        app.UseCarriedForms();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseTheViewer();
        app.UseTheShell(options.IsDemo);
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        return app;
    }
}
