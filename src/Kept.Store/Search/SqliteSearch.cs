using Kept.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Search;

/// <summary>
/// FTS5. Each school has a stretch of row numbers of its own, by day within it: a range of them is that school's rows alone, and
/// reading it backwards gives the newest first without sorting. See Migrations/SearchOnSqlite.cs.
/// </summary>
internal sealed class SqliteSearch(KeptDb db) : IRecordSearch
{
    public IQueryable<PupilHit> Pupils(SearchWords words)
    {
        var grams = string.Join(" OR ", NameGrams.ToLookFor(words).Select(Quoted));
        var school = db.CurrentSchool.Value;
        return db.Set<PupilHit>().FromSql($"""
            SELECT r.id AS id, -search_pupils.rank AS place
            FROM search_pupils CROSS JOIN search_rows AS r ON r.place = search_pupils.rowid
            WHERE search_pupils MATCH {grams}
              AND search_pupils.rowid BETWEEN (SELECT number << 47 FROM search_schools WHERE school_id = {school})
                                          AND (SELECT (number + 1) << 47 FROM search_schools WHERE school_id = {school})
            """);
    }

    // The order comes with the rows, and whoever reads stops when the page is full: no bound is needed.
    public IQueryable<EntryHit> Entries(SearchWords words, int? most = null)
    {
        var (match, school) = (Match(words), db.CurrentSchool.Value);
        return db.Set<EntryHit>().FromSql($"""
            SELECT r.id AS id, search_entries.rowid AS place
            FROM search_entries CROSS JOIN search_rows AS r ON r.place = search_entries.rowid
            WHERE search_entries MATCH {match}
              AND search_entries.rowid BETWEEN (SELECT number << 47 FROM search_schools WHERE school_id = {school})
                                           AND (SELECT (number + 1) << 47 FROM search_schools WHERE school_id = {school})
            """);
    }

    public IQueryable<ActionHit> Actions(SearchWords words, int? most = null)
    {
        var (match, school) = (Match(words), db.CurrentSchool.Value);
        return db.Set<ActionHit>().FromSql($"""
            SELECT r.id AS id, search_actions.rowid AS place
            FROM search_actions CROSS JOIN search_rows AS r ON r.place = search_actions.rowid
            WHERE search_actions MATCH {match}
              AND search_actions.rowid BETWEEN (SELECT number << 47 FROM search_schools WHERE school_id = {school})
                                           AND (SELECT (number + 1) << 47 FROM search_schools WHERE school_id = {school})
            """);
    }

    public IQueryable<DocumentHit> Documents(SearchWords words, int? most = null)
    {
        var (match, school) = (Match(words), db.CurrentSchool.Value);
        return db.Set<DocumentHit>().FromSql($"""
            SELECT r.id AS id, search_documents.rowid AS place
            FROM search_documents CROSS JOIN search_rows AS r ON r.place = search_documents.rowid
            WHERE search_documents MATCH {match}
              AND search_documents.rowid BETWEEN (SELECT number << 47 FROM search_schools WHERE school_id = {school})
                                             AND (SELECT (number + 1) << 47 FROM search_schools WHERE school_id = {school})
            """);
    }

    public IQueryable<PlanViewHit> PlanViews(SearchWords words, int? most = null)
    {
        var (match, school) = (Match(words), db.CurrentSchool.Value);
        return db.Set<PlanViewHit>().FromSql($"""
            SELECT r.id AS id, search_plan_views.rowid AS place
            FROM search_plan_views CROSS JOIN search_rows AS r ON r.place = search_plan_views.rowid
            WHERE search_plan_views MATCH {match}
              AND search_plan_views.rowid BETWEEN (SELECT number << 47 FROM search_schools WHERE school_id = {school})
                                              AND (SELECT (number + 1) << 47 FROM search_schools WHERE school_id = {school})
            """);
    }

    private static string Match(SearchWords words)
    {
        var begun = words.Beginning is { } beginning ? $" OR {Quoted(beginning)} *" : "";
        return string.Join(" AND ", words.Forms.Select((forms, at) => $"({string.Join(" OR ", forms.Select(Quoted))}{(at == words.Forms.Count - 1 ? begun : "")})"));
    }

    /// <summary>Words have letters and digits alone, so that nothing in them can be an operator.</summary>
    private static string Quoted(string word) => $"\"{word}\"";
}
