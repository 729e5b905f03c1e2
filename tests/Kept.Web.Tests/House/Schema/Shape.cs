using System.Data.Common;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.House.Schema;

/// <summary>What a database's tables are made of, a line for each part, so that two can be compared.</summary>
internal static class Shape
{
    public static async Task<IReadOnlySet<string>> OfAsync(KeptDb db, IReadOnlyCollection<string> tables)
    {
        var lines = TestDatabase.IsPostgres ? await OfPostgresAsync(db) : await OfSqliteAsync(db, tables);
        return lines.Where(line => tables.Contains(line.Split(' ')[0])).ToHashSet(StringComparer.Ordinal);
    }

    public static async Task<IReadOnlyList<string>> TablesAsync(KeptDb db) => await QueryAsync(db, TestDatabase.IsPostgres
        ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");

    /// <summary>Every table that has a column school_id, with the first columns of its keys and indexes.</summary>
    public static async Task<ILookup<string, string>> LeadersOfSchoolTablesAsync(KeptDb db)
    {
        var rows = await QueryAsync(db, TestDatabase.IsPostgres
            ? """
              SELECT t.relname || ' ' || coalesce((SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                  WHERE i.indrelid = t.oid AND a.attname = 'school_id' LIMIT 1), '-')
              FROM pg_class t JOIN pg_attribute s ON s.attrelid = t.oid AND s.attname = 'school_id' AND t.relkind = 'r'
              """
            : """
              SELECT m.name || ' ' || coalesce((SELECT 'school_id' FROM pragma_index_list(m.name) l JOIN pragma_index_info(l.name) c ON c.seqno = 0 AND c.name = 'school_id' LIMIT 1), '-')
              FROM sqlite_master m JOIN pragma_table_info(m.name) t ON t.name = 'school_id' WHERE m.type = 'table'
              """);
        return rows.Select(r => r.Split(' ')).ToLookup(r => r[0], r => r[1]);
    }

    public static async Task<IReadOnlyList<string>> QueryAsync(KeptDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return await ReadAsync(reader);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbDataReader reader)
    {
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<string>> OfSqliteAsync(KeptDb db, IEnumerable<string> tables)
    {
        var lines = new List<string>();
        foreach (var table in tables)
        {
            lines.AddRange(await QueryAsync(db, $"""SELECT '{table} column ' || name || ' ' || type || ' required ' || "notnull" || ' key ' || pk FROM pragma_table_info('{table}')"""));
            lines.AddRange(await QueryAsync(db,
                $"""
                SELECT '{table} index ' || CASE WHEN l.origin = 'pk' THEN 'key' ELSE l.name END || ' unique ' || l."unique" || ' partial ' || l.partial || ' on '
                    || (SELECT group_concat(name, ',') FROM pragma_index_info(l.name)) FROM pragma_index_list('{table}') l
                """));
            lines.AddRange(await QueryAsync(db,
                $"""SELECT '{table} refers (' || group_concat("from", ',') || ') to ' || "table" || '(' || group_concat("to", ',') || ') ' || on_delete FROM pragma_foreign_key_list('{table}') GROUP BY id, "table", on_delete"""));
        }

        return lines;
    }

    private static async Task<IReadOnlyList<string>> OfPostgresAsync(KeptDb db) =>
    [
        .. await QueryAsync(db,
            """
            SELECT table_name || ' column ' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' null ' || is_nullable
                || ' identity ' || coalesce(identity_generation, '') FROM information_schema.columns WHERE table_schema = 'public'
            """),
        .. await QueryAsync(db, "SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'"),
        .. await QueryAsync(db, "SELECT conrelid::regclass::text || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace")
    ];
}
