using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What stood in the way of a piece of news, and why it was told all the same.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0035_NewsAllTheSame")]
internal sealed class NewsAllTheSame : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("found", "news", maxLength: 1000, nullable: true);
        migrationBuilder.AddColumn<string>("because", "news", maxLength: 300, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE news DROP COLUMN found");
        migrationBuilder.Sql("ALTER TABLE news DROP COLUMN because");
    }
}
