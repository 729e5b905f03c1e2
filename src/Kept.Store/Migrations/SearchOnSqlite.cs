namespace Kept.Store.Migrations;

/// <summary>
/// FTS5 tables without content. A row's place is the school's number, the day and a count, side by side in one integer
/// (16 + 16 + 31 bits): the rows of a school are one range, and within it the newest come last.
/// </summary>
internal static class SearchOnSqlite
{
    /// <summary>
    /// A beginning that has a list of its own is read like a word; one that has none makes SQLite join the lists of all the words
    /// that begin so, of all schools, before it gives the first row.
    /// </summary>
    internal const string Words = "tokenize='unicode61 remove_diacritics 2', prefix='3 4 5 6 7 8', detail=none";
    private const string Entry = "new.issue || ' ' || coalesce(new.said, '') || ' ' || coalesce(new.note, '') || ' ' || coalesce(new.spoke_with, '')";
    private const string Action = "new.what || ' ' || coalesce(new.source, '') || ' ' || coalesce(new.evidence, '') || ' ' || coalesce(new.what_changed, '')";
    private const string Name = "' ' || new.name_key || ' ' || lower(new.given_name) || ' ' || lower(new.upn) || ' '";

    public static IReadOnlyList<string> Up { get; } =
    [
        "CREATE TABLE search_schools (number INTEGER PRIMARY KEY, school_id TEXT NOT NULL UNIQUE)",
        "CREATE TABLE search_rows (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
        "CREATE VIRTUAL TABLE search_pupils USING fts5(words, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')",
        $"CREATE VIRTUAL TABLE search_entries USING fts5(words, content='', contentless_delete=1, {Words})",
        $"CREATE VIRTUAL TABLE search_actions USING fts5(words, content='', contentless_delete=1, {Words})",
        "CREATE TRIGGER schools_get_a_number AFTER INSERT ON schools BEGIN INSERT OR IGNORE INTO search_schools(school_id) VALUES (new.id); END",
        "INSERT INTO search_schools(school_id) SELECT id FROM schools",
        .. Keep("pupils", "search_pupils", day: null, Name, ["name_key", "given_name", "upn"]),
        .. Keep("log_entries", "search_entries", "happened_on", WithoutApostrophes(Entry), ["issue", "said", "note", "spoke_with", "happened_on"]),
        .. Keep("actions", "search_actions", "agreed_on", WithoutApostrophes(Action), ["what", "source", "evidence", "what_changed", "agreed_on"])
    ];

    public static IReadOnlyList<string> Down { get; } =
    [
        .. ((string[])["pupils", "log_entries", "actions"]).SelectMany(t => ((string[])["insert", "update", "delete"]).Select(verb => $"DROP TRIGGER {t}_search_{verb}")),
        "DROP TRIGGER schools_get_a_number",
        .. ((string[])["search_pupils", "search_entries", "search_actions", "search_rows", "search_schools"]).Select(t => $"DROP TABLE {t}")
    ];

    internal static IEnumerable<string> Keep(string table, string search, string? day, string words, string[] columns)
    {
        yield return $"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN {Insert(search, day, words)} END";
        yield return $"CREATE TRIGGER {table}_search_update AFTER UPDATE OF {string.Join(", ", columns)} ON {table} BEGIN {Delete(search)} {Insert(search, day, words)} END";
        yield return $"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN {Delete(search)} END";

        // What is there already is put in by its own trigger.
        yield return $"UPDATE {table} SET {columns[0]} = {columns[0]}";
    }

    private static string Insert(string search, string? day, string words)
    {
        var date = day is null ? "0" : $"(max(1, CAST(julianday(new.{day}) - 2440587.5 AS INTEGER)) << 31)";
        return $"""
            INSERT INTO search_rows(place, id)
                SELECT coalesce((SELECT max(place) FROM search_rows WHERE place BETWEEN first AND first + (1 << 31) - 1), first) + 1, new.id
                FROM (SELECT (number << 47) + {date} AS first FROM search_schools WHERE school_id = new.school_id);
            INSERT INTO {search}(rowid, words) SELECT place, {words} FROM search_rows WHERE id = new.id;
            """;
    }

    private static string Delete(string search) => $"""
        DELETE FROM {search} WHERE rowid = (SELECT place FROM search_rows WHERE id = old.id);
        DELETE FROM search_rows WHERE id = old.id;
        """;

    /// <summary>"O’Brien" is looked for as "obrien".</summary>
    internal static string WithoutApostrophes(string words) => $"replace(replace({words}, '''', ''), '’', '')";
}
