using System.Reflection;
using Kept.Domain;
using Kept.Store;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Tests.House;

/// <summary>Arrows point one way: Web, Store, Domain; and inside each, no two folders lean on each other.</summary>
public sealed class LayersTests
{
    private static readonly Assembly Domain = typeof(Refusal).Assembly;
    private static readonly Assembly Store = typeof(KeptDb).Assembly;
    private static readonly Assembly Web = typeof(KeptApp).Assembly;

    /// <summary>Circles that wait to be undone. One leaves this list and none joins it.</summary>
    private static readonly string[] Knots = ["Access → People", "People → Access"];

    [Fact]
    public void The_domain_needs_nothing_but_NodaTime()
    {
        Breaches.None(Strangers(Domain));
        Assert.Equal(["NodaTime"], Packages("src/Kept.Domain/Kept.Domain.csproj"));
    }

    [Fact]
    public void A_domain_that_needed_more_would_be_noticed() => Assert.Contains("Microsoft.EntityFrameworkCore", Strangers(Store));

    [Fact]
    public void No_page_takes_the_database()
    {
        var takers = Pages(Web).Where(TakesTheDatabase).Select(p => p.FullName);

        Breaches.None(takers.OfType<string>());
    }

    [Fact]
    public void A_page_that_took_the_database_would_be_noticed()
    {
        Assert.True(TakesTheDatabase(typeof(PlantedPage)));
        Assert.True(TakesTheDatabase(typeof(PlantedPageWithHandler)));
    }

    [Fact]
    public void No_feature_leans_on_another()
    {
        var leaning = Arrows(Web.GetTypes(), Feature).Where(arrow => arrow.To != arrow.From);

        Breaches.None(leaning.Select(a => $"{a.From} uses {a.To}: {a.Why}. What two features need moves down, or into Components."));
    }

    [Fact]
    public void No_view_takes_a_part_of_another_feature()
    {
        var strangers =
            from file in Source.Under("src/Kept.Web/Features", ".cshtml")
            from part in file.Text.Split('"', '\'').Where(p => p.StartsWith("/Features/", StringComparison.Ordinal) && p.EndsWith(".cshtml", StringComparison.Ordinal))
            where !part.StartsWith("/Features/Shared/", StringComparison.Ordinal) && Path.GetDirectoryName(part) != "/" + Path.GetDirectoryName(file.Path["src/Kept.Web/".Length..])
            select $"{file.Path} takes {part}: move it to Features/Shared.";

        Breaches.None(strangers);
    }

    [Fact]
    public void No_two_folders_lean_on_each_other()
    {
        // In the store all nouns meet in one context anyway; words and pages have no such excuse.
        var circles = new[] { Domain, Web }.SelectMany(a => Circles(a.GetTypes())).Where(c => !Array.Exists(Knots, c.StartsWith));

        Breaches.None(circles);
    }

    [Fact]
    public void Two_folders_that_leaned_on_each_other_would_be_noticed() =>
        Assert.NotEmpty(Circles([typeof(Planted.Left.Hand), typeof(Planted.Right.Hand)]));

    [Fact]
    public void A_feature_that_leaned_on_another_would_be_noticed() =>
        Assert.Contains(Arrows([typeof(Planted.Left.Hand), typeof(Planted.Right.Hand)], Folder), arrow => arrow is { From: "Left", To: "Right" });

    /// <summary>Assemblies other than NodaTime and .NET itself.</summary>
    private static IEnumerable<string> Strangers(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name is not "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Packages(string project) =>
        Source.Files.Single(f => f.Path == project).Text.Split('"').Zip(Source.Files.Single(f => f.Path == project).Text.Split('"').Skip(1))
            .Where(pair => pair.First.EndsWith("<PackageReference Include=", StringComparison.Ordinal)).Select(pair => pair.Second);

    private static IEnumerable<Type> Pages(Assembly assembly) => assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)));

    private static bool TakesTheDatabase(Type page) =>
        page.GetConstructors().SelectMany(c => c.GetParameters())
            .Concat(page.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).SelectMany(m => m.GetParameters()))
            .Select(p => p.ParameterType)
            .Concat(page.GetProperties().Select(p => p.PropertyType))
            .Any(t => t == typeof(KeptDb) || t == typeof(Database) || t == typeof(IServiceProvider));

    private static IEnumerable<(string From, string To, string Why)> Arrows(IEnumerable<Type> types, Func<Type, string?> place)
    {
        foreach (var type in types.Where(t => place(Dependencies.Outermost(t)) is not null))
        {
            var from = place(Dependencies.Outermost(type))!;
            foreach (var leaned in Dependencies.Of(type).Where(t => t.Assembly == type.Assembly && place(t) is { } to && to != from))
            {
                yield return (from, place(leaned)!, $"{Dependencies.Outermost(type).Name} uses {leaned.Name}");
            }
        }
    }

    private static List<string> Circles(IReadOnlyCollection<Type> types)
    {
        var arrows = Arrows(types, Folder).ToList();
        var towards = arrows.ToLookup(a => a.From, a => a.To);
        return [.. arrows.Where(a => Reaches(towards, a.To, a.From, [])).Select(a => $"{a.From} → {a.To}: {a.Why}").Distinct().Order()];
    }

    private static bool Reaches(ILookup<string, string> towards, string from, string goal, HashSet<string> seen) =>
        from == goal || (seen.Add(from) && towards[from].Any(next => Reaches(towards, next, goal, seen)));

    /// <summary>The folder of a project that a type lives in; null for what lies at its root.</summary>
    private static string? Folder(Type type) => type.Namespace?.Split('.') switch
    {
        ["Kept", "Domain" or "Store" or "Web", "Tests", "House", "Planted", var planted] => planted,
        ["Kept", "Domain" or "Store" or "Web", var folder, ..] => folder,
        _ => null
    };

    private static string? Feature(Type type) =>
        type.Namespace?.Split('.') is ["Kept", "Web", "Features", var audience, var feature, ..] ? $"{audience}/{feature}" : null;

    private sealed class PlantedPage(KeptDb db) : PageModel
    {
        public KeptDb Db => db;
    }

    private sealed class PlantedPageWithHandler : PageModel
    {
        public void OnGet(Database database) => ViewData["database"] = database;
    }
}
