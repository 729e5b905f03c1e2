using Kept.Domain.Telling;

namespace Kept.Web.Telling;

/// <summary>What pages know of what goes out: by which ways, and that something waits.</summary>
public interface IPostRoom
{
    WaysOut Ways { get; }

    /// <summary>Something waits: do not wait for the next look.</summary>
    void Nudge();
}
