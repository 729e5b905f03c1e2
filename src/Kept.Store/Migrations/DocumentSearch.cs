namespace Kept.Store.Migrations;

/// <summary>
/// Documents beside entries and actions in the search tables, kept up to date by triggers. A document is found by its title, tags,
/// author and the words of its current version; when those are read, or a version is replaced, the document is put in anew.
/// </summary>
internal static class DocumentSearch
{
    private const string CurrentText = """
        (SELECT t.text FROM document_versions AS v JOIN document_texts AS t ON t.school_id = v.school_id AND t.version_id = v.id
         WHERE v.school_id = new.school_id AND v.document_id = new.id AND v.number = new.current_number)
        """;

    private static readonly string[] Columns = ["title", "tags", "author", "dated_on", "visibility", "current_number"];

    public static IReadOnlyList<string> UpOnSqlite { get; } =
    [
        $"CREATE VIRTUAL TABLE search_documents USING fts5(words, content='', contentless_delete=1, {SearchOnSqlite.Words})",
        .. SearchOnSqlite.Keep(
            "documents", "search_documents", "dated_on",
            SearchOnSqlite.WithoutApostrophes($"new.title || ' ' || new.tags || ' ' || coalesce(new.author, '') || ' ' || coalesce({CurrentText}, '')"), Columns),
        """
        CREATE TRIGGER document_texts_search AFTER UPDATE OF text ON document_texts BEGIN
            UPDATE documents SET title = title WHERE school_id = new.school_id AND id = new.document_id;
        END
        """
    ];

    public static IReadOnlyList<string> DownOnSqlite { get; } =
    [
        "DROP TRIGGER document_texts_search",
        .. ((string[])["insert", "update", "delete"]).Select(verb => $"DROP TRIGGER documents_search_{verb}"),
        "DELETE FROM search_rows WHERE id IN (SELECT id FROM documents)",
        "DROP TABLE search_documents"
    ];

    public static IReadOnlyList<string> UpOnPostgreSql { get; } =
    [
        SearchOnPostgreSql.Table("search_documents"),
        SearchOnPostgreSql.Reader("search_documents", "kept_search_documents"),
        SearchOnPostgreSql.Keeper(
            "documents", "search_documents",
            $"""
            INSERT INTO search_documents(school_id, id, day, visibility, words)
            SELECT new.school_id, new.id, new.dated_on, new.visibility, kept_words_of(number, concat_ws(' ', new.title, new.tags, new.author, {CurrentText}))
            """,
            Columns),
        """
        CREATE FUNCTION kept_search_text_was_read() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN UPDATE documents SET title = title WHERE school_id = new.school_id AND id = new.document_id; RETURN NULL; END $$;
        CREATE TRIGGER document_texts_search AFTER UPDATE OF text ON document_texts FOR EACH ROW EXECUTE FUNCTION kept_search_text_was_read();
        """
    ];

    public static IReadOnlyList<string> DownOnPostgreSql { get; } =
    [
        "DROP TRIGGER document_texts_search ON document_texts",
        "DROP TRIGGER documents_search_keep ON documents; DROP TRIGGER documents_search_forget ON documents",
        "DROP TABLE search_documents",
        "DROP FUNCTION kept_search_text_was_read, kept_search_keep_documents, kept_search_forget_documents, kept_search_documents"
    ];
}
