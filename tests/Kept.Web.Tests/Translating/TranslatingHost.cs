using System.Collections.Concurrent;
using Kept.Web.Tests.World;
using Kept.Web.Translating;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Translating;

/// <summary>Kept with the real Apertium. Its translator works when a test says so, and what reaches the engine is written down.</summary>
public sealed class TranslatingHost(Template template) : KeptHost(template), IAsyncLifetime
{
    public RealApertium Apertium { get; } = new();

    /// <summary>Everything that the engine was given, in order.</summary>
    internal ConcurrentQueue<string> Sent { get; } = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await Apertium.InitializeAsync();
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Apertium.DisposeAsync();
    }

    public Task TranslateAsync() => Services.GetRequiredService<Translator>().TryAllAsync(TestContext.Current.CancellationToken);

    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<Translator>();
        builder.Services.AddSingleton(new Engines(new WrittenDown(Apertium.Settings.Open(Clock), Sent)));
    }

    private sealed class WrittenDown(ITranslationEngine engine, ConcurrentQueue<string> sent) : ITranslationEngine
    {
        public string Name => engine.Name;

        public Task<bool?> CanAsync(string from, string to, CancellationToken cancel) => engine.CanAsync(from, to, cancel);

        public bool? Knows(string from, string to) => engine.Knows(from, to);

        public Task<EngineAnswer> TranslateAsync(string words, string from, string to, CancellationToken cancel)
        {
            sent.Enqueue(words);
            return engine.TranslateAsync(words, from, to, cancel);
        }

        public void Dispose() => engine.Dispose();
    }
}
