using System.Data.Common;
using System.Net.Mail;
using Kept.Domain;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Background;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Telling;

/// <summary>Looks every few minutes whether mail has come back, on whichever node comes first, and takes what it was about the carer’s next way.</summary>
/// <param name="from">The address that mail comes from.</param>
internal sealed class ReturnsReader(
    ReturnsServer server, string from, ReturnsInbox inbox, ReturnsMailboxes mailboxes, ReturnedMail returned, IPostRoom postRoom, ILogger<ReturnsReader> log)
    : PeriodicWork(BetweenQuestions)
{
    /// <summary>It asks so often whether it is time for a look.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(30);

    private readonly string host = new MailAddress(from).Host;

    /// <summary>One look, if it is time for one and no other node has it.</summary>
    internal async Task LookAsync(CancellationToken cancel)
    {
        if (await mailboxes.TakeAsync(server.Name, cancel) is not { } taken)
        {
            return;
        }

        var look = await inbox.LookAsync(new InboxPlace((uint)taken.Validity, (uint)taken.LastUid), cancel);
        var failed = 0;
        foreach (var report in look.Reports)
        {
            failed += await BelievesAsync(report, cancel);
        }

        // Only once each has been acted on: whoever is stopped before reads them again, and nothing fails twice.
        await mailboxes.LookedAsync(taken, look.Place.Validity, look.Place.LastUid, look.IsMore, look.Trouble, cancel);
        if (failed > 0)
        {
            log.LogInformation("Mail came back, and goes another way: {Count}", failed);
            postRoom.Nudge();
        }

        if (look.Trouble is { } trouble)
        {
            log.LogWarning("Mail that came back could not be read, and will be in a few minutes: {Trouble}", trouble);
        }
    }

    protected override async Task LookAgainAsync(CancellationToken stopping)
    {
        try
        {
            await LookAsync(stopping);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            log.LogWarning("It could not be written down what mail came back, and will be in a few minutes: {Reason}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake of ours must not take the pages down with it.
            log.LogError("Looking for mail that came back has failed, and is tried again ({Kind})", e.GetType().Name);
        }
    }

    /// <summary>How many have failed by it.</summary>
    private async Task<int> BelievesAsync(ReturnReport report, CancellationToken cancel)
    {
        if (report.MessageId.Split('@') is not [var number, var at] || !string.Equals(at, host, StringComparison.OrdinalIgnoreCase)
            || !Guid.TryParseExact(number, "D", out var id))
        {
            return 0;
        }

        var failed = 0;
        foreach (var to in report.Failed)
        {
            try
            {
                failed += await returned.FailAsync(new Id<Dispatch>(id), to.Addresses, to.Problem, postRoom.Ways, cancel) ? 1 : 0;
            }
            catch (Exception e) when (e is not (OperationCanceledException or DbException or DbUpdateException))
            {
                // One that cannot be believed for a mistake of ours must not keep the others from being read.
                log.LogError("A report of mail that came back could not be followed ({Kind})", e.GetType().Name);
            }
        }

        return failed;
    }
}
