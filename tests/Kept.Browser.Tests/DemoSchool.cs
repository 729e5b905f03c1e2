using System.Collections.Concurrent;
using Kept.Browser.Tests;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Web.Hosting;
using Kept.Web.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using IClock = NodaTime.IClock;

[assembly: AssemblyFixture(typeof(DemoSchool))]

namespace Kept.Browser.Tests;

/// <summary>
/// The demo, served on a free port and seen through one real browser. It is Monday 27 April 2026, a quarter past nine in London,
/// and stays so.
/// </summary>
public sealed class DemoSchool : IAsyncLifetime
{
    public const string Senco = "Mrs Amina Khan";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-browser-tests-");
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> pages = new();
    private Place? place;
    private WebApplication? app;
    private IPlaywright? playwright;

    public static string Chromium { get; } = Environment.GetEnvironmentVariable("KEPT_CHROMIUM") ?? "/usr/bin/chromium";

    public static LocalDate Today { get; } = new(2026, 4, 27);

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        var clock = new StoppedClock();
        place = new Place(folder.FullName, Database.OfFile(Path.Combine(folder.FullName, "kept.db")));
        await Migrations.BringUpToDateAsync(place, CancellationToken.None);
        await DemoWorld.MakeAsync(place.Database, clock, CancellationToken.None, blobs: new BlobStore(Path.Combine(place.Directory, "files")));
        app = KeptApp.Create(new KeptAppOptions(place, IsDemo: true, "http://127.0.0.1:0"), builder => builder.Services.AddSingleton<IClock>(clock));
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>An address for each page that this visitor can come to; walked once for each visitor.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync(Window window)
    {
        var who = window.SignedInAs ?? "nobody";
        if (!pages.TryGetValue(who, out var found))
        {
            if (window.SignedInAs is Senco)
            {
                await BeginADraftAsync(window);
                await Begun.BeginAsync(window.Page);
            }

            pages[who] = found = await SiteMap.WalkAsync(Services, window);
        }

        return found;
    }

    /// <summary>Day, month and year of a child's birth: what the family knows and no page says.</summary>
    public async Task<string[]> BirthdayAsync(string pupil)
    {
        var id = Guid.Parse(pupil);
        foreach (var school in await SchoolsAsync())
        {
            await using var db = place!.Database.Open(Tenancy.Of(school));
            if (await db.Pupils.Where(p => p.Id == new Id<Pupil>(id)).Select(p => p.DateOfBirth).SingleOrDefaultAsync() is { } born)
            {
                return [$"{born.Day}", $"{born.Month}", $"{born.Year}"];
            }
        }

        throw new InvalidOperationException("There is no such child, or nobody knows the birthday.");
    }

    /// <summary>Those who look after this child look after another of the school as well.</summary>
    public async Task AddSiblingAsync(string pupil)
    {
        var id = new Id<Pupil>(Guid.Parse(pupil));
        foreach (var school in await SchoolsAsync())
        {
            await using var db = place!.Database.Open(Tenancy.Of(school));
            var record = new VisibleRecord(db, new OperatorViewer(school), Services.GetRequiredService<IClock>());
            foreach (var tie in await record.Relationships.AsNoTracking().Where(t => t.PupilId == id).ToListAsync())
            {
                var sibling = await record.Pupils.AsNoTracking().Where(p => p.Id != id).OrderBy(p => p.Id).FirstAsync();
                var also = new Relationship { Id = Id<Relationship>.New(), SchoolId = school, PupilId = sibling.Id, CarerId = tie.CarerId, Kind = tie.Kind, Priority = 9 };
                record.Add(also);
                Assert.Null(await record.SaveAsync(new RelationshipChanged(sibling.Id, tie.CarerId)));
            }
        }
    }

    private async Task<IReadOnlyList<Id<School>>> SchoolsAsync()
    {
        await using var db = place!.Database.Open(new Tenancy());
        return await db.Schools.Select(s => s.Id).ToListAsync();
    }

    /// <summary>The page on which a plan is published is there once the next version is begun.</summary>
    private static async Task BeginADraftAsync(Window window)
    {
        await window.Page.GotoAsync("/pupils");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Bennett, Leo" }).First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Plan", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await window.Page.WaitForLoadStateAsync();
    }

    /// <summary>A fresh browser window with nobody signed in. Passkeys are for a name, not for a number: they need “localhost”.</summary>
    public async Task<Window> OpenAsync(bool javaScript = true, int width = 1280, int height = 900, string? host = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = new UriBuilder(Address) { Host = host ?? Address.Host }.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce
        });
        context.SetDefaultTimeout(30_000);
        return new Window(context, await context.NewPageAsync());
    }

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 4, 27, 8, 15);
    }
}
