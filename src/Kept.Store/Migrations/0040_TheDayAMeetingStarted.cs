using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>The day on which a meeting was started, beside the day for which it is planned: a start by mistake is taken back.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0040_TheDayAMeetingStarted")]
internal sealed class TheDayAMeetingStarted : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("started_on", "meetings", nullable: true);

    // Both databases do; Entity Framework does not believe it of SQLite.
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN started_on");
}
