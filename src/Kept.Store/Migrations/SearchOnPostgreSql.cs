namespace Kept.Store.Migrations;

/// <summary>
/// Row-level security would keep PostgreSQL from using a full-text index, since @@ is not leakproof. So the words are kept in
/// tables apart, which nobody reads but through functions that take the school from the connection themselves; and every word
/// begins with the school's number, so that the index begins with the school. See docs/decisions.
/// </summary>
internal static class SearchOnPostgreSql
{
    private const string Definer = "SECURITY DEFINER SET search_path FROM CURRENT";
    private const string Entry = "concat_ws(' ', new.issue, new.said, new.note, new.spoke_with)";
    private const string Action = "concat_ws(' ', new.what, new.source, new.evidence, new.what_changed)";

    public static IReadOnlyList<string> Up { get; } =
    [
        """
        CREATE TABLE search_schools (number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, school_id uuid NOT NULL UNIQUE);
        CREATE TABLE search_pupils (school_id uuid NOT NULL, id uuid NOT NULL, grams text[] NOT NULL, PRIMARY KEY (school_id, id));
        CREATE INDEX ix_search_pupils_grams ON search_pupils USING gin (grams) WITH (gin_pending_list_limit = 256);
        """,
        Table("search_entries"),
        Table("search_actions"),
        """
        CREATE FUNCTION kept_plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT lower(regexp_replace(normalize(translate(replace(replace($1, '''', ''), '’', ''),
            '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~‘“”–—…•', '                                      '), NFD), '[\u0300-\u036F]', '', 'g')) $$;
        """,
        """
        CREATE FUNCTION kept_words_of(school integer, said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS
        $$ SELECT array_to_tsvector(coalesce(array_agg(DISTINCT school || '.' || left(word, 60)), '{}'))
           FROM regexp_split_to_table(kept_plain(said), '\s+') AS word WHERE word <> '' $$;
        CREATE FUNCTION kept_grams_of(school integer, name text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path FROM CURRENT AS
        $$ SELECT coalesce(array_agg(DISTINCT school || '.' || substr(' ' || word || ' ', at, 3)), '{}')
           FROM regexp_split_to_table(kept_plain(name), '\s+') AS word, generate_series(1, length(word)) AS at WHERE word <> '' $$;
        """,
        $$"""
        CREATE FUNCTION kept_school() RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT nullif(nullif(current_setting('kept.school', true), ''), '*')::uuid $$;
        CREATE FUNCTION kept_query(sought text[]) RETURNS tsquery LANGUAGE sql STABLE {{Definer}} AS
        $$ SELECT string_agg('(' || forms || ')', ' & ')::tsquery
           FROM (SELECT string_agg(quote_literal(n.number || '.' || rtrim(form, '*')) || CASE WHEN form LIKE '%*' THEN ':*' ELSE '' END, ' | ') AS forms
                 FROM search_schools AS n, unnest(sought) WITH ORDINALITY AS s(word, at), string_to_table(word, ' ') AS form
                 WHERE n.school_id = kept_school() GROUP BY at) AS words $$;
        """,
        $$"""
        CREATE FUNCTION kept_search_pupils(sought text[]) RETURNS TABLE (id uuid, place double precision) LANGUAGE sql STABLE {{Definer}} AS
        $$ SELECT p.id, (SELECT count(*) FROM unnest(p.grams) AS gram WHERE gram = ANY (q.grams))::double precision
           FROM (SELECT array_agg(n.number || '.' || gram) AS grams FROM unnest(sought) AS gram, search_schools AS n WHERE n.school_id = kept_school()) AS q
           JOIN search_pupils AS p ON p.grams && q.grams AND p.school_id = kept_school() $$;
        """,
        Reader("search_entries", "kept_search_entries"),
        Reader("search_actions", "kept_search_actions"),
        $$"""
        CREATE FUNCTION kept_number_school() RETURNS trigger LANGUAGE plpgsql {{Definer}} AS
        $$ BEGIN INSERT INTO search_schools(school_id) VALUES (new.id) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
        CREATE TRIGGER schools_get_a_number AFTER INSERT ON schools FOR EACH ROW EXECUTE FUNCTION kept_number_school();
        INSERT INTO search_schools(school_id) SELECT id FROM schools;
        """,
        Keeper("pupils", "search_pupils", "INSERT INTO search_pupils(school_id, id, grams) SELECT new.school_id, new.id, kept_grams_of(number, concat_ws(' ', new.name_key, new.given_name, new.upn))",
            ["name_key", "given_name", "upn"]),
        Keeper("log_entries", "search_entries", $"INSERT INTO search_entries(school_id, id, day, visibility, words) SELECT new.school_id, new.id, new.happened_on, new.visibility, kept_words_of(number, {Entry})",
            ["issue", "said", "note", "spoke_with", "happened_on", "visibility"]),
        Keeper("actions", "search_actions", $"INSERT INTO search_actions(school_id, id, day, visibility, words) SELECT new.school_id, new.id, new.agreed_on, new.visibility, kept_words_of(number, {Action})",
            ["what", "source", "evidence", "what_changed", "agreed_on", "visibility"]),
        """
        SELECT set_config('kept.school', '*', true);
        UPDATE pupils SET upn = upn; UPDATE log_entries SET issue = issue; UPDATE actions SET what = what;
        """
    ];

    public static IReadOnlyList<string> Down { get; } =
    [
        .. ((string[])["pupils", "log_entries", "actions"]).Select(t => $"DROP TRIGGER {t}_search_keep ON {t}; DROP TRIGGER {t}_search_forget ON {t}"),
        "DROP TRIGGER schools_get_a_number ON schools",
        "DROP TABLE search_pupils, search_entries, search_actions, search_schools",
        """
        DROP FUNCTION kept_search_keep_pupils, kept_search_forget_pupils, kept_search_keep_log_entries, kept_search_forget_log_entries,
            kept_search_keep_actions, kept_search_forget_actions, kept_number_school, kept_search_entries, kept_search_actions, kept_search_pupils,
            kept_query, kept_school, kept_grams_of, kept_words_of, kept_plain
        """
    ];

    internal static string Table(string search) => $"""
        CREATE TABLE {search} (school_id uuid NOT NULL, id uuid NOT NULL, day date NOT NULL, visibility text NOT NULL, words tsvector NOT NULL, PRIMARY KEY (school_id, id));
        CREATE INDEX ix_{search}_words ON {search} USING gin (words) WITH (gin_pending_list_limit = 256);
        """;

    /// <summary>The newest first; the school is the connection's, and no argument can say another.</summary>
    internal static string Reader(string search, string function) => $"""
        CREATE FUNCTION {function}(sought text[], seen text[], most integer) RETURNS TABLE (id uuid, place bigint) LANGUAGE sql STABLE {Definer} AS
        $$ SELECT s.id, -row_number() OVER (ORDER BY s.day DESC, s.id DESC)
           FROM {search} AS s
           WHERE s.words @@ (SELECT kept_query(sought)) AND s.school_id = kept_school() AND s.visibility = ANY (seen)
           ORDER BY s.day DESC, s.id DESC LIMIT most $$;
        """;

    internal static string Keeper(string table, string search, string insert, string[] columns) => $"""
        CREATE FUNCTION kept_search_forget_{table}() RETURNS trigger LANGUAGE plpgsql {Definer} AS
        $$ BEGIN DELETE FROM {search} AS s WHERE s.school_id = old.school_id AND s.id = old.id; RETURN NULL; END $$;
        CREATE FUNCTION kept_search_keep_{table}() RETURNS trigger LANGUAGE plpgsql {Definer} AS
        $$ BEGIN
            DELETE FROM {search} AS s WHERE s.school_id = new.school_id AND s.id = new.id;
            {insert} FROM search_schools WHERE school_id = new.school_id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER {table}_search_keep AFTER INSERT OR UPDATE OF {string.Join(", ", columns)} ON {table} FOR EACH ROW EXECUTE FUNCTION kept_search_keep_{table}();
        CREATE TRIGGER {table}_search_forget AFTER DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION kept_search_forget_{table}();
        REVOKE ALL ON {search} FROM PUBLIC;
        """;
}
