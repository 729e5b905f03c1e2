using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Letters that are printed together, and which of them each is.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0033_LetterRuns")]
internal sealed class LetterRuns : Migration
{
    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "letter_runs",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_letter_runs", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_letter_runs_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_letter_runs_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", Key);
            });
        migrationBuilder.CreateIndex("ix_letter_runs_school_id_by_id", "letter_runs", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_letter_runs_school_id_made_at", "letter_runs", ["school_id", "made_at"]);
        migrationBuilder.GuardBySchool("letter_runs");

        migrationBuilder.AddColumn<Guid>("run_id", "dispatches", nullable: true);
        migrationBuilder.AddColumn<int>("run_number", "dispatches", nullable: true);
        migrationBuilder.CreateIndex("ix_dispatches_school_id_run_id", "dispatches", ["school_id", "run_id"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_dispatches_school_id_run_id", "dispatches");
        foreach (var column in new[] { "run_id", "run_number" })
        {
            // Both databases do; Entity Framework does not believe it of SQLite.
            migrationBuilder.Sql($"ALTER TABLE dispatches DROP COLUMN {column}");
        }

        migrationBuilder.DropTable("letter_runs");
    }
}
