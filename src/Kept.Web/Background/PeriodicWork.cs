namespace Kept.Web.Background;

/// <summary>Work that is looked for at the start and again and again, for as long as the service runs. What a look does not get done waits for the next.</summary>
public abstract class PeriodicWork(TimeSpan between) : BackgroundService
{
    /// <summary>One look. What it throws ends all of them: whatever may go wrong is caught within.</summary>
    protected abstract Task LookAgainAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(between);
        try
        {
            do
            {
                await LookAgainAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; its next start goes on.
        }
    }
}
