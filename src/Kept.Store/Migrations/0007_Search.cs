using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What search reads; kept up to date by triggers, so that rows which come by another way are found too.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0007_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in migrationBuilder.IsNpgsql() ? SearchOnPostgreSql.Up : SearchOnSqlite.Up)
        {
            migrationBuilder.Sql(statement);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in migrationBuilder.IsNpgsql() ? SearchOnPostgreSql.Down : SearchOnSqlite.Down)
        {
            migrationBuilder.Sql(statement);
        }
    }
}
