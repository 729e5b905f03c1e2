using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.House;

/// <summary>An application with breaches that the walker must notice.</summary>
public sealed class PlantedHost(Template template) : KeptHost(template)
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);

        // Somebody has loosened a policy until it asks nothing of anybody.
        builder.Services.PostConfigure<AuthorizationOptions>(options => options.AddPolicy("RunSchool", policy => policy.RequireAssertion(_ => true)));
    }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/planted/silent", () => "says nothing about who may open it");
        routes.MapGet("/planted/wrong", () => "open to all by the loosened policy").RequireAuthorization("RunSchool");
        routes.MapGet("/planted/right", () => "as it should be").RequireAuthorization("Prove");

        // Answer for every school's children alike.
        routes.MapGet("/planted/pupils/{pupilId}", (Guid pupilId) => $"{pupilId}").RequireAuthorization("SeeRecord");
        routes.MapPost("/planted/pupils/{pupilId}", (Guid pupilId) => $"{pupilId}").RequireAuthorization("SeeRecord");
    }
}
