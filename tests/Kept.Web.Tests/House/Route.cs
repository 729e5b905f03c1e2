using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.House;

/// <summary>One thing that can be asked of the application: a method, an address, for a page its handler, and who may.</summary>
/// <param name="Policies">All of them must hold. Empty for what is open to anybody.</param>
internal sealed record Route(string Method, string Pattern, string? Handler, IReadOnlyList<string> Policies, bool SaysWho)
{
    /// <summary>Where it is not published, assets are read from where they were built; the packaged map of assets adds this for them.</summary>
    private const string UnbuiltAssets = "{**path:file}";

    /// <summary>A page that overrides OnPageHandlerExecutionAsync is taken to answer a method called "Page", which does not exist.</summary>
    private const string NoMethod = "Page";

    public bool IsOpen => Policies.Count == 0;

    public bool HasIds => Pattern.Contains('{', StringComparison.Ordinal);

    public override string ToString() =>
        $"{Pattern}{(Handler is null ? "" : $"?handler={Handler}")}  {Method}  {(IsOpen ? "anybody" : string.Join(" and ", Policies))}";

    /// <summary>Everything that the application answers to, but the styles, scripts and pictures.</summary>
    public static async Task<IReadOnlyList<Route>> AllAsync(KeptHost host)
    {
        var routes = new List<Route>();
        var endpoints = host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
        foreach (var endpoint in endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != UnbuiltAssets))
        {
            routes.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? Of(endpoint, await host.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata))
                : Of(endpoint));
        }

        return [.. routes.DistinctBy(r => r.ToString()).OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method).ThenBy(r => r.Handler)];
    }

    private static IEnumerable<Route> Of(RouteEndpoint endpoint, CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Where(h => h.HttpMethod != NoMethod).Select(h => Of(endpoint, h.HttpMethod.ToUpperInvariant(), h.Name?.ToLowerInvariant(), new EndpointMetadataCollection(page.EndpointMetadata ?? [])));

    private static IEnumerable<Route> Of(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => Of(endpoint, method, null, endpoint.Metadata));

    private static Route Of(RouteEndpoint endpoint, string method, string? handler, EndpointMetadataCollection metadata)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var asked = metadata.GetOrderedMetadata<IAuthorizeData>();
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return new Route(method, pattern, handler, [], SaysWho: true);
        }

        var policies = asked.Select(a => a.Policy ?? nameof(Access.Policies.Staff)).DefaultIfEmpty(nameof(Access.Policies.Staff)).Distinct();
        return new Route(method, pattern, handler, [.. policies], SaysWho: asked.Count > 0);
    }
}
