using System.Collections.Concurrent;
using System.Data.Common;
using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Translating;
using Kept.Web.Background;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Translating;

/// <summary>
/// Translates what waits, one text at a time on each node, when an engine is configured. What was written is long kept and shown by then: an engine that is away
/// delays its translation alone.
/// </summary>
public sealed class Translator(TranslationQueue queue, Untranslated texts, Engines engines, ILogger<Translator> log) : PeriodicWork(BetweenLooks)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(Id<School> School, Id<Pupil> Pupil), bool> missed = [];

    /// <summary>Somebody read a child’s page and found texts that are not translated: an import, or a new engine, asked for nothing. In memory, since the next reader says so again.</summary>
    public void Missed(Id<School> school, Id<Pupil> pupil)
    {
        const int most = 1000;
        if (engines.Chosen is not null && missed.Count < most)
        {
            missed.TryAdd((school, pupil), true);
        }
    }

    /// <summary>All that may be done now. Tests call it; a node does so by itself.</summary>
    public async Task TryAllAsync(CancellationToken stopping)
    {
        if (engines.Chosen is not { } engine)
        {
            return;
        }

        try
        {
            foreach (var (school, pupil) in missed.Keys)
            {
                missed.TryRemove((school, pupil), out _);
                await queue.WantAsync(school, pupil, stopping);
            }

            // While the engine is away there is nothing to be had from it for another child.
            while (await queue.TakeAsync(stopping) is { } round && await TranslateAsync(round, engine, stopping))
            {
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            log.LogWarning("What waits for translation could not be looked after, and will be again: {Reason}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake of ours, or of an engine, must not take the pages down with it.
            log.LogError(e, "Translating has failed, and is tried again");
        }
    }

    /// <summary>Where there is no engine, nothing can be done until the next start.</summary>
    protected override Task LookAgainAsync(CancellationToken stopping) => engines.Chosen is null ? Task.CompletedTask : TryAllAsync(stopping);

    /// <summary>False where the engine is away.</summary>
    private async Task<bool> TranslateAsync(HeldRound round, ITranslationEngine engine, CancellationToken stopping)
    {
        try
        {
            var (isThere, isSettled) = await LookThroughAsync(round, engine, stopping);
            await (isSettled ? queue.FinishAsync(round, stopping) : queue.PutOffAsync(round, stopping));
            return isThere;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await queue.LetGoAsync(round);
            throw;
        }
        catch (Exception e) when (e is not (DbException or DbUpdateException or OperationCanceledException))
        {
            log.LogError(e, "A child’s texts could not be translated, and are put off");
            await queue.PutOffAsync(round, stopping);
            return false;
        }
    }

    private async Task<(bool IsThere, bool IsSettled)> LookThroughAsync(HeldRound round, ITranslationEngine engine, CancellationToken stopping)
    {
        var interpreter = new Interpreter(engine);
        var passed = new HashSet<WantedText>();
        IReadOnlyList<string>? names = null;
        var isSettled = true;
        while (await texts.NextAsync(round, engine.Name, passed, stopping) is { } wanted)
        {
            passed.Add(wanted);
            switch (await engine.CanAsync(wanted.Text.Language, wanted.To, stopping))
            {
                case null:
                    log.LogWarning("{Engine} is away; what waits for it is tried again", engine.Name);
                    return (false, false);
                case false:
                    continue;
            }

            names ??= await texts.NamesAsync(round, stopping);
            var answer = await interpreter.TranslateAsync(wanted.Text, wanted.To, names, stopping);
            if (answer is EngineAnswer.Away away)
            {
                log.LogWarning("{Engine} is away; what waits for it is tried again: {Reason}", engine.Name, away.Why);
                return (false, false);
            }

            isSettled &= await texts.KeepAsync(round, wanted, (answer as EngineAnswer.Translated)?.Words, engine.Name, stopping);
            if (!await queue.KeepAsync(round, stopping))
            {
                // Another has it by now, and goes on from here.
                return (true, true);
            }
        }

        return (true, isSettled);
    }
}
