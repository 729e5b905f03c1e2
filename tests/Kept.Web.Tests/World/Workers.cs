using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kept.Web.Tests.World;

internal static class Workers
{
    /// <summary>Takes out a worker that looks by itself, at the start and now and then: it would do what a test means to do.</summary>
    public static void RemoveWorker<T>(this IServiceCollection services)
        where T : IHostedService =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationType == typeof(T) || s.ImplementationFactory is Func<IServiceProvider, T>)));
}
