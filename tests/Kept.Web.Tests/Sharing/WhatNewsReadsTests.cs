using Kept.Domain;
using Kept.Domain.People;
using Kept.Web.Tests.House;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Sharing;

/// <summary>However much a school has, the check before news reads the newest that families wrote and the few who keep something from somebody.</summary>
public sealed class WhatNewsReadsTests(KeptHost host) : PageTest(host)
{
    private static readonly string[] Lately =
    [
        "ix_concerns_school_id_at", "ix_messages_school_id_at", "ix_carer_answers_school_id_at", "ix_contributions_school_id_taken_at", "ix_plan_views_school_id_at"
    ];

    [Fact]
    public async Task What_families_wrote_lately_is_found_by_when()
    {
        var plan = Assert.Single(await PlansOfNewsAsync("concerns"));

        Assert.All(Lately, index => Assert.Contains(index, plan, StringComparison.Ordinal));
        Breaches.None(StatementPlans.WholeTables(plan));
    }

    [Fact]
    public async Task What_is_kept_from_somebody_is_found_among_all_ties_by_an_index()
    {
        await AddCarersAsync();

        var plans = await PlansOfNewsAsync("restriction_until", "kept_from_others");

        Assert.Contains(plans, plan => plan.Contains("ix_relationships_school_id_id", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("ix_relationships_school_id_restriction", StringComparison.Ordinal));
        Breaches.None(plans.SelectMany(StatementPlans.WholeTables));
    }

    /// <summary>So many that it matters how they are found.</summary>
    private async Task AddCarersAsync()
    {
        await using var db = Host.OpenDb();
        for (var i = 0; i < 2000; i++)
        {
            var carer = Person.Named(World.Hillview.Id, PersonKind.Carer, null, $"Carer{i}", "Many").OrThrow();
            db.Add(carer);
            db.Add(new Relationship { Id = Id<Relationship>.New(), SchoolId = carer.SchoolId, PupilId = World.Noah.Id, CarerId = carer.Id, Kind = "carer" });
        }

        await db.SaveChangesAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancel);
    }

    private async Task<IReadOnlyList<string>> PlansOfNewsAsync(params string[] naming)
    {
        using var statements = StatementPlans.Of(Host);
        await World.AddNewsAsync("The fair is on Friday");
        return await statements.PlansAsync(text => text.StartsWith("SELECT", StringComparison.Ordinal) && naming.Any(text.Contains));
    }
}
