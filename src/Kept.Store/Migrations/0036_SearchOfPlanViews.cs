using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What families say of plans, and what they are answered, beside entries and actions in the search tables.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0036_SearchOfPlanViews")]
internal sealed class SearchOfPlanViews : Migration
{
    private static readonly string[] Columns = ["words", "answer", "said_on"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in migrationBuilder.IsNpgsql() ? UpOnPostgreSql : UpOnSqlite)
        {
            migrationBuilder.Sql(statement);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in migrationBuilder.IsNpgsql() ? DownOnPostgreSql : DownOnSqlite)
        {
            migrationBuilder.Sql(statement);
        }
    }

    private static IReadOnlyList<string> UpOnSqlite =>
    [
        $"CREATE VIRTUAL TABLE search_plan_views USING fts5(words, content='', contentless_delete=1, {SearchOnSqlite.Words})",
        .. SearchOnSqlite.Keep("plan_views", "search_plan_views", "said_on", SearchOnSqlite.WithoutApostrophes("coalesce(new.words, '') || ' ' || coalesce(new.answer, '')"), Columns)
    ];

    private static IReadOnlyList<string> DownOnSqlite =>
    [
        .. ((string[])["insert", "update", "delete"]).Select(verb => $"DROP TRIGGER plan_views_search_{verb}"),
        "DELETE FROM search_rows WHERE id IN (SELECT id FROM plan_views)",
        "DROP TABLE search_plan_views"
    ];

    /// <summary>Each is for staff who work with the child.</summary>
    private static IReadOnlyList<string> UpOnPostgreSql =>
    [
        SearchOnPostgreSql.Table("search_plan_views"),
        SearchOnPostgreSql.Reader("search_plan_views", "kept_search_plan_views"),
        SearchOnPostgreSql.Keeper(
            "plan_views", "search_plan_views",
            "INSERT INTO search_plan_views(school_id, id, day, visibility, words) SELECT new.school_id, new.id, new.said_on, 'staff', kept_words_of(number, concat_ws(' ', new.words, new.answer))",
            Columns),
        """
        SELECT set_config('kept.school', '*', true);
        UPDATE plan_views SET words = words;
        """
    ];

    private static IReadOnlyList<string> DownOnPostgreSql =>
    [
        "DROP TRIGGER plan_views_search_keep ON plan_views; DROP TRIGGER plan_views_search_forget ON plan_views",
        "DROP TABLE search_plan_views",
        "DROP FUNCTION kept_search_keep_plan_views, kept_search_forget_plan_views, kept_search_plan_views"
    ];
}
