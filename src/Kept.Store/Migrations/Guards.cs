using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What each database itself refuses, whoever asks.</summary>
internal static class Guards
{
    /// <summary>
    /// Row-level security on PostgreSQL, for the tables' owner too: a connection sees the rows of the school it has named and no
    /// others (rule 8). SQLite has no such thing; there the query filter and the foreign keys stand alone.
    /// </summary>
    public static void GuardBySchool(this MigrationBuilder migration, params string[] tables)
    {
        if (!migration.IsNpgsql())
        {
            return;
        }

        foreach (var table in tables.Where(t => t != "schools"))
        {
            // Compared as uuid and not as text, so that the index that begins with the school still serves.
            migration.Sql($"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                CREATE POLICY of_the_school ON {table}
                    USING (school_id = nullif(nullif(current_setting('kept.school', true), ''), '*')::uuid
                           OR current_setting('kept.school', true) = '*');
                """);
        }
    }

    /// <summary>No row of this table is ever changed or removed (rule 5).</summary>
    public static void RefuseChanges(this MigrationBuilder migration, string table)
    {
        if (migration.IsNpgsql())
        {
            migration.Sql($"""
                CREATE FUNCTION refuse_change_of_{table}() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_{table}();
                """);
            return;
        }

        foreach (var verb in (string[])["UPDATE", "DELETE"])
        {
            migration.Sql($"""
                CREATE TRIGGER {table}_refuses_{verb.ToLowerInvariant()} BEFORE {verb} ON {table}
                BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
                """);
        }
    }
}
