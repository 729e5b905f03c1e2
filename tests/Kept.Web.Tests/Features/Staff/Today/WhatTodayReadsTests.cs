using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Tests.House;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Today;

/// <summary>However many wait and have waited, Today reads those that came first.</summary>
public sealed class WhatTodayReadsTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("all")]
    [InlineData("mine")]
    public async Task Who_waits_is_found_in_the_order_in_which_they_came(string whose)
    {
        await AddEnquiriesAsync();
        using var statements = StatementPlans.Of(Host);

        await As(World.Senco).GetAsync($"/today?whose={whose}");

        var plans = await statements.PlansAsync(text => text.Contains("enquiries", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("ix_enquiries_school_id_arrived_on_id", StringComparison.Ordinal));
        Breaches.None(plans.SelectMany(StatementPlans.WholeTables));
    }

    private async Task AddEnquiriesAsync()
    {
        await using var db = Host.OpenDb();
        for (var i = 0; i < 500; i++)
        {
            var content = new EntryContent { HappenedOn = World.Today.PlusDays(-i % 60), Channel = Channel.Email, Issue = $"Question {i}", Visibility = Visibility.Family };
            var entry = LogEntry.Keep(Id<LogEntry>.New(), World.Noah.SchoolId, World.Noah.Id, content, reviewOn: null, agreesSomething: false, World.Senco.Id, Host.Clock.Now).OrThrow();
            db.AddRange(entry, Enquiry.For(entry, new(9, 0)));
        }

        await db.SaveChangesAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancel);
    }
}
