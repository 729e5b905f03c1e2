using System.Globalization;

namespace Kept.Web.Tests.World;

/// <summary>
/// Years of a large school, put straight into the tables: so many that the database must choose well how to find anything. Past the
/// ledger and the rules, so only for asking how statements are answered.
/// </summary>
internal static class ManyRows
{
    private const int Pupils = 1000;

    public static IEnumerable<string> Sql(string school, int rows)
    {
        var id = TestDatabase.IsPostgres ? $"'{school}'::uuid" : $"'{school.ToUpperInvariant()}'";
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {{0}}), staff AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS k FROM people WHERE school_id = {id} AND kind = 'Staff')";
        yield return string.Format(CultureInfo.InvariantCulture, numbers, Pupils - 1) + $"""
             INSERT INTO pupils (id, school_id, upn, given_name, family_name, year_group, class_name, provision, needs, name_key)
            SELECT {Id("10000000", "i")}, {id}, 'Z' || (100000000000 + i), 'Given' || i, 'Family' || i, CAST(i % 7 AS text), (i % 7) || 'A', 'Support', '', 'given' || i || ' family' || i FROM n
            """;
        yield return string.Format(CultureInfo.InvariantCulture, numbers, rows - 1) + $"""
             INSERT INTO log_entries (id, school_id, pupil_id, logged_by_id, logged_at, happened_on, channel, issue, visibility, review_on, version)
            SELECT {Id("20000000", "i")}, {id}, {Id("10000000", $"(i % {Pupils})")}, staff.id, {Moment("-(i % 1500)")}, {Day("-(i % 1500)")}, 'Phone', 'Said ' || i,
              CASE WHEN i % 50 = 0 THEN 'Safeguarding' WHEN i % 10 = 0 THEN 'SendTeam' ELSE 'Family' END, CASE WHEN i % 40 = 0 THEN {Day("20 - (i % 100)")} END, 1
            FROM n JOIN staff ON staff.k = i % 15
            """;
        yield return string.Format(CultureInfo.InvariantCulture, numbers, rows - 1) + $"""
             INSERT INTO actions (id, school_id, pupil_id, entry_id, what, visibility, agreed_on, created_at, owner_id, due_on, status, touched_at, done_on, version)
            SELECT {Id("30000000", "i")}, {id}, {Id("10000000", $"(i % {Pupils})")}, {Id("20000000", "i")}, 'Do ' || i, 'Family', {Day("-(i % 1500)")}, {Moment("-(i % 1500)")}, staff.id,
              {Day("7 - (i % 1500)")}, CASE WHEN i % 100 = 1 THEN 'Open' WHEN i % 300 = 2 THEN 'Parked' ELSE 'Done' END, {Moment("-(i % 1500)")}, {Day("7 - (i % 1500)")}, 1
            FROM n JOIN staff ON staff.k = i % 15
            """;
        yield return string.Format(CultureInfo.InvariantCulture, numbers, (rows / 20) - 1) + $"""
             INSERT INTO enquiries (id, school_id, pupil_id, entry_id, visibility, arrived_on, arrived_at, answered_at, version)
            SELECT {Id("40000000", "i")}, {id}, {Id("10000000", $"(i % {Pupils})")}, {Id("20000000", "i")}, 'Family', {Day("-(i % 1500)")}, '09:00:00', CASE WHEN i % 100 > 0 THEN {Moment("-(i % 1500)")} END, 1
            FROM n
            """;
        yield return "ANALYZE";
    }

    private static string Id(string prefix, string number) => TestDatabase.IsPostgres
        ? $"('{prefix}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid"
        : $"'{prefix}-0000-7000-8000-' || printf('%012X', {number})";

    private static string Day(string days) => TestDatabase.IsPostgres ? $"(date '2026-05-05' + ({days})::int)" : $"date('2026-05-05', ({days}) || ' days')";

    private static string Moment(string days) => TestDatabase.IsPostgres
        ? $"(timestamptz '2026-05-05 08:00Z' + ({days}) * interval '1 day')"
        : $"datetime('2026-05-05 08:00:00', ({days}) || ' days')";
}
