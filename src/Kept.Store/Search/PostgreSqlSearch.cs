using Kept.Domain.Access;
using Kept.Domain.Search;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Search;

/// <summary>
/// Full text whose every word begins with the school's number, read through functions that take the school from the connection.
/// See Migrations/SearchOnPostgreSql.cs.
/// </summary>
internal sealed class PostgreSqlSearch(KeptDb db, Viewer viewer) : IRecordSearch
{
    public IQueryable<PupilHit> Pupils(SearchWords words)
    {
        string[] grams = [.. NameGrams.ToLookFor(words)];
        return db.Set<PupilHit>().FromSql($"""SELECT id, place FROM kept_search_pupils({grams})""");
    }

    // The bound is said twice: the function stops early, and the planner, which cannot look inside, expects few rows to join.
    public IQueryable<EntryHit> Entries(SearchWords words, int? most = null)
    {
        var sought = Sought(words);
        return db.Set<EntryHit>().FromSql($"""SELECT id, place FROM kept_search_entries({sought}, {Seen()}, {most}) LIMIT {most}""");
    }

    public IQueryable<ActionHit> Actions(SearchWords words, int? most = null)
    {
        var sought = Sought(words);
        return db.Set<ActionHit>().FromSql($"""SELECT id, place FROM kept_search_actions({sought}, {Seen()}, {most}) LIMIT {most}""");
    }

    public IQueryable<DocumentHit> Documents(SearchWords words, int? most = null)
    {
        var sought = Sought(words);
        return db.Set<DocumentHit>().FromSql($"""SELECT id, place FROM kept_search_documents({sought}, {Seen()}, {most}) LIMIT {most}""");
    }

    public IQueryable<PlanViewHit> PlanViews(SearchWords words, int? most = null)
    {
        var sought = Sought(words);
        return db.Set<PlanViewHit>().FromSql($"""SELECT id, place FROM kept_search_plan_views({sought}, {Seen()}, {most}) LIMIT {most}""");
    }

    /// <summary>For each word its forms, with spaces between; a star says that a word may go on.</summary>
    private static string[] Sought(SearchWords words) =>
        [.. words.Forms.Select((forms, at) => string.Join(' ', forms) + (at == words.Forms.Count - 1 && words.Beginning is { } beginning ? $" {beginning}*" : ""))];

    /// <summary>Only to find less: who may see what is decided by the guarded door, to which the hits are joined.</summary>
    private string[] Seen() =>
        [.. Enum.GetValues<Visibility>().Where(v => viewer is not StaffViewer staff || staff.MaySee(v)).Select(Words.Of)];
}
