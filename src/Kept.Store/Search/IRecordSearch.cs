using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Search;

namespace Kept.Store.Search;

/// <summary>
/// Finds by words what the current school has, whoever may see it: a caller joins the hits to what the guarded door offers, in
/// one statement, so that what may not be seen is neither counted nor told apart.
/// </summary>
public interface IRecordSearch
{
    /// <summary>Pupils whose name or number is anything like the words; see <see cref="NameLikeness"/> for who is meant.</summary>
    IQueryable<PupilHit> Pupils(SearchWords words);

    /// <summary>Entries that have all the words; the newest has the highest place.</summary>
    /// <param name="words">The last may be the beginning of a word.</param>
    /// <param name="most">A bound for whoever sees every pupil; null for all of them.</param>
    IQueryable<EntryHit> Entries(SearchWords words, int? most = null);

    /// <summary>Actions that have all the words; the newest has the highest place.</summary>
    IQueryable<ActionHit> Actions(SearchWords words, int? most = null);

    /// <summary>Documents whose current version, title, tags or author have all the words; the latest has the highest place.</summary>
    IQueryable<DocumentHit> Documents(SearchWords words, int? most = null);

    /// <summary>What families say of plans, and the answers, that have all the words; the newest has the highest place.</summary>
    IQueryable<PlanViewHit> PlanViews(SearchWords words, int? most = null);
}

public sealed class PupilHit
{
    public Id<Pupil> Id { get; init; }

    /// <summary>Higher for more in common.</summary>
    public double Place { get; init; }
}

public sealed class EntryHit
{
    public Id<LogEntry> Id { get; init; }
    public long Place { get; init; }
}

public sealed class ActionHit
{
    public Id<AgreedAction> Id { get; init; }
    public long Place { get; init; }
}

public sealed class DocumentHit
{
    public Id<Document> Id { get; init; }
    public long Place { get; init; }
}

public sealed class PlanViewHit
{
    public Id<PlanView> Id { get; init; }
    public long Place { get; init; }
}
