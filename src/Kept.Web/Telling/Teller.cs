using System.Data.Common;
using System.Diagnostics;
using Kept.Domain.Telling;
using Kept.Store.Families;
using Kept.Store.Telling;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Telling;

/// <summary>
/// Tells families, in the background and one step after the other: works out who is to be told of what, puts together what goes to one carer, and hands it to whoever
/// delivers. All that it knows is in the database, so that any node goes on where another was stopped.
/// </summary>
internal sealed class Teller(
    Spreading spreading, Gathering gathering, DispatchQueue queue, AskingAfter after, WaysIn waysIn, IEnumerable<ISender> senders, OutgoingWords? words, ILogger<Teller> log)
    : BackgroundService, IPostRoom
{
    /// <summary>After each piece of work it rests for as long as that took, and no longer than this: two thousand mails must not take the machine from who waits for a page.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim asked = new(0);
    private readonly IReadOnlyList<ISender> ready = words is null ? [] : [.. senders];

    public WaysOut Ways => new(Has(WayToTell.Email), Has(WayToTell.Text));

    public void Nudge()
    {
        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }
    }

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    /// <summary>Everything that can be done now.</summary>
    internal async Task TellAsync(CancellationToken stopping)
    {
        while (await spreading.SpreadAsync(RestAsync, stopping) > 0)
        {
        }

        while (await gathering.GatherAsync(Ways, RestAsync, stopping) > 0)
        {
        }

        await queue.FindAbandonedAsync(stopping);
        foreach (var way in new[] { WayToTell.Email, WayToTell.Text }.Where(way => !Has(way)))
        {
            await GoAnotherWayAsync(way, stopping);
        }

        foreach (var sender in ready)
        {
            while (await queue.DueAsync(sender.Way, stopping) is { Count: > 0 } due && await RoundAsync(sender, due, stopping))
            {
            }
        }

        await after.GiveUpAsync([.. ready.OfType<IAnswersAfterwards>().Select(s => s.Service)], stopping);
        foreach (var sender in ready.OfType<IAnswersAfterwards>())
        {
            await AskAfterAsync(sender, stopping);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await TellAsync(stoppingToken);
                }
                catch (Exception e) when (e is DbException or DbUpdateException)
                {
                    log.LogWarning("Families could not be told, and will be in a moment: {Reason}", e.Message);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // A mistake of ours must not take the pages down with it.
                    log.LogError(e, "Telling families has failed, and is tried again");
                }

                await asked.WaitAsync(BetweenLooks, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what it had not begun waits for its next start.
        }
    }

    /// <summary>What became of what this service has. Some at a time: whoever waits for a link comes first.</summary>
    private async Task AskAfterAsync(IAnswersAfterwards sender, CancellationToken stopping)
    {
        var due = await after.DueAsync(sender.Service, sender.Way, stopping);
        foreach (var next in due)
        {
            var begun = Stopwatch.GetTimestamp();
            if (await after.TakeAsync(next, stopping))
            {
                var answer = await sender.AskAsync(next.Id.ToString(), next.Number, stopping);
                await AnsweredAsync(next, answer, stopping);
                if (answer is Whereabouts.Unsaid)
                {
                    // The others would only meet the same.
                    return;
                }
            }

            await RestAsync(begun, stopping);
        }

        if (due.Count == AskingAfter.AtOnce)
        {
            Nudge();
        }
    }

    private Task AnsweredAsync(ToAskAfter what, Whereabouts answer, CancellationToken cancel) => answer switch
    {
        Whereabouts.Delivered { Number: var number, At: var at } => after.DeliveredAsync(what, number, at, cancel),
        Whereabouts.Failed { Number: var number, Problem: var problem } => after.FailedAsync(what, number, problem, Ways, cancel),
        Whereabouts.OnItsWay { Number: var number } => after.OnItsWayAsync(what, number, cancel),
        Whereabouts.Gone { Number: var number } => after.GoneAsync(what, number, cancel),
        Whereabouts.NotThere => after.NotThereAsync(what, Ways, cancel),
        _ => after.LaterAsync(what, cancel)
    };

    /// <summary>False where the server is away: the others would only meet the same.</summary>
    private async Task<bool> RoundAsync(ISender sender, IReadOnlyList<ToSend> due, CancellationToken stopping)
    {
        var isAway = false;
        foreach (var next in due)
        {
            var begun = Stopwatch.GetTimestamp();
            if (await queue.TakeAsync(next, (sender as IAnswersAfterwards)?.Service, stopping) is { } taken && IsAway(sender, await SendAsync(sender, taken, stopping)))
            {
                isAway = true;
                break;
            }

            await RestAsync(begun, stopping);
        }

        if (!isAway)
        {
            return true;
        }

        // Only the first of them has met it; those that have waited for too long go another way all the same.
        foreach (var old in due.Where(queue.HasWaitedTooLong))
        {
            if (await queue.TakeAsync(old, service: null, stopping) is { } taken)
            {
                await queue.FailAsync(taken, "It could not be sent for a day", Ways, stopping);
            }
        }

        return false;
    }

    private async Task<SendingEnd> SendAsync(ISender sender, ToSend taken, CancellationToken cancel)
    {
        if (taken.Address is null)
        {
            await queue.FailAsync(taken, "The school has no address of theirs any more", Ways, cancel);
            return SendingEnd.Refused;
        }

        WayInMade? link;
        try
        {
            link = taken.Of is DispatchOf.WayIn ? await waysIn.MakeAsync(taken.SchoolId, taken.CarerId, taken.AskedById ?? taken.CarerId, cancel) : null;
        }
        catch
        {
            // Nothing has left yet.
            await queue.LetGoAsync(taken);
            throw;
        }

        if (taken.Of is DispatchOf.WayIn && link is null)
        {
            await queue.FailAsync(taken, "There is no child of theirs of whom they may be told", Ways, cancel);
            return SendingEnd.Refused;
        }

        // Once it is begun it is seen to its end, even while Kept is being stopped: half-sent is what nobody can undo.
        var sent = await TrySendAsync(sender, link is null ? words!.SomethingWaits(taken) : words!.WayIn(taken, link.Code, link.LastDay));
        if (link is not null)
        {
            await (sent.End is SendingEnd.Taken or SendingEnd.Unclear
                ? waysIn.IsOutAsync(taken.SchoolId, link.Id, CancellationToken.None)
                : waysIn.IsNotOutAsync(taken.SchoolId, link.Id, CancellationToken.None));
        }

        await SettleAsync(sender, taken, sent);
        return sent.End;
    }

    private Task SettleAsync(ISender sender, ToSend taken, Sending sent)
    {
        switch (sent.End)
        {
            case SendingEnd.Taken:
                return queue.SentAsync(taken, sent.Number, CancellationToken.None);
            case SendingEnd.Refused:
                return queue.FailAsync(taken, sent.Problem!, Ways, CancellationToken.None);
            case SendingEnd.Unclear:
                return queue.UnclearAsync(taken, sent.Problem!, sender is IAnswersAfterwards, CancellationToken.None);
            default:
                log.LogWarning("A notice could not go out by {Way}, and will be tried again: {Problem}", sender.Way, sent.Problem);
                return queue.LaterAsync(taken, sent.Problem!, Ways, CancellationToken.None);
        }
    }

    /// <summary>A service that can be asked has taken what it was given, or has a fault of its own.</summary>
    private static bool IsAway(ISender sender, SendingEnd end) => end is SendingEnd.Unreachable || (end is SendingEnd.Unclear && sender is IAnswersAfterwards);

    private static Task RestAsync(long begun, CancellationToken stopping)
    {
        var took = Stopwatch.GetElapsedTime(begun);
        return Task.Delay(took < LongestRest ? took : LongestRest, stopping);
    }

    private async Task<Sending> TrySendAsync(ISender sender, Outgoing outgoing)
    {
        try
        {
            return await sender.SendAsync(outgoing, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A notice may have gone out by {Way}, and may not", sender.Way);
            return new Sending(SendingEnd.Unclear, "Something went wrong in Kept while this was sent");
        }
    }

    /// <summary>What waits for a way that is set up no more goes another.</summary>
    private async Task GoAnotherWayAsync(WayToTell way, CancellationToken stopping)
    {
        while (await queue.DueAsync(way, stopping) is { Count: > 0 } stranded)
        {
            foreach (var next in stranded)
            {
                if (await queue.TakeAsync(next, service: null, stopping) is { } taken)
                {
                    await queue.FailAsync(taken, "Kept does not send in this way any more", Ways, stopping);
                }
            }
        }
    }

    private bool Has(WayToTell way) => ready.Any(s => s.Way == way);
}
