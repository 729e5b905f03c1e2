using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Accounts;
using Kept.Store.Families;
using Kept.Store.Ledger;
using Kept.Store.People;
using Kept.Store.Schools;
using Kept.Store.Telling;
using Kept.Store.Views;
using Kept.Store.Transfers;
using Kept.Web.Access;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Kept.Web.Hosting;

/// <summary>What the application is made of, by part.</summary>
internal static class Services
{
    public static void SpeakLittle(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
    }

    /// <summary>The database, and the doors to it for whoever is signed in.</summary>
    public static void AddRecord(this IServiceCollection services, Database database)
    {
        services.AddSingleton(database);
        services.AddSingleton<SchoolCalendars>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<Reads>();
        services.AddHostedService(given => given.GetRequiredService<Reads>());
        services.AddHostedService<Upkeep>();
        services.AddProof();
        services.AddScoped<Tenancy>();
        services.AddScoped(given => database.Open(given.GetRequiredService<Tenancy>()));
        services.AddScoped<CurrentVisit>();
        services.AddScoped(given => given.GetRequiredService<CurrentVisit>().SignedIn.Viewer);
        services.AddScoped(given => given.GetRequiredService<CurrentVisit>().Day);
        services.AddScoped(given => new VisibleRecord(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped(given =>
        {
            var visit = given.GetRequiredService<FamilyVisit>();
            var carer = visit.Place.Viewer;
            return new SharedWith(new VisibleRecord(given.GetRequiredService<KeptDb>(), carer, given.GetRequiredService<IClock>()), carer.PersonId, visit.Child.Id);
        });
        services.AddScoped(given => new SchoolRegister(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped(given => new TellingRegister(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped(given => new LettersToPost(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped(given => new ToldOf(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<FamilyVisit>().Place.Viewer, given.GetRequiredService<IClock>()));
        services.AddScoped(given => new PackageWriter(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>(), given.GetRequiredService<BlobStore>()));
        services.AddScoped(given => new TakingIn(
            given.GetRequiredService<KeptDb>(), given.GetRequiredService<CurrentVisit>().SignedIn.Viewer, given.GetRequiredService<IClock>()));

        services.AddDataProtection().SetApplicationName("Kept");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(given =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new DataProtectionKeys(given)));
    }

    /// <summary>What proves that the record is intact, and the day's checkpoint.</summary>
    private static void AddProof(this IServiceCollection services)
    {
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<RecordVerifier>();
        services.AddSingleton<ReceiptChecks>();
        services.AddScoped<SchoolProofs>();
        services.AddHostedService<DailyCheckpoint>();
    }

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            pages.Conventions.AddFolderApplicationModelConvention("/", Audience.Guard);
        }).AddMvcOptions(pages =>
        {
            pages.Filters.Add(new ReadableAddress());
            pages.Filters.Add(new StoppedBeforeSharing());
        });
        // As they are: in any other script each letter would else take eight.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped<FamilyLanguage>();
        services.AddScoped<FamilyFormats>();
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "kept-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(notices =>
        {
            notices.Cookie.Name = "kept-notice";
            notices.Cookie.IsEssential = true;
            notices.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));

        // Meeting mode sends the words of every row with every button, and a long meeting has 240 rows.
        services.Configure<FormOptions>(forms => forms.ValueCountLimit = 4096);

        // From a proxy on this machine, and no other, we believe who asked and that it was over https.
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddResponseCompression(compression =>
        {
            // Safe over TLS here: no page reflects a secret beside attacker-chosen text, and form tokens are masked anew each time.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }
}
