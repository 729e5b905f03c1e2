using Kept.Domain.Documents;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Pupils;

/// <summary>A pupil’s documents are read from the pupil’s side, however many the school has and however few are the pupil’s.</summary>
public sealed class WhatThePageReadsTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("")]
    [InlineData("/documents")]
    public async Task The_documents_of_the_school_are_not_walked_by_their_date(string page)
    {
        await World.AddDocumentAsync(World.Noah, "Noah’s report");
        using var statements = StatementPlans.Of(Host);

        await As(World.Senco).GetAsync($"/pupils/{World.Leo.Id}{page}");
        await As(World.Teacher).GetAsync($"/pupils/{World.Leo.Id}{page}");

        var plans = await statements.PlansAsync(text => text.Contains("document_pupils", StringComparison.Ordinal), unsorted: true);
        Assert.True(plans.Count > 1, "The page reads documents for each of the two.");
        Assert.All(plans, plan => Assert.DoesNotContain("ix_documents_school_id_dated_on", plan, StringComparison.Ordinal));
    }
}
