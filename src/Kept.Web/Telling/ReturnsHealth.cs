using Kept.Store.Telling;

namespace Kept.Web.Telling;

/// <summary>What staff must know of the mailbox to which mail comes back: that what they read as “emailed” may have come back unseen.</summary>
/// <param name="server">Null where nobody reads what comes back.</param>
public sealed class ReturnsHealth(ReturnsServer? server, ReturnsMailboxes mailboxes)
{
    /// <summary>Null where all is well, or there is nothing to read.</summary>
    public async Task<ReturnsTrouble?> TroubleAsync(CancellationToken cancel) => server is null ? null : await mailboxes.TroubleAsync(server.Name, cancel);
}
