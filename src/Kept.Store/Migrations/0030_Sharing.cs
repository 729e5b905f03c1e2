using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What must not be known to the other carers, and what was shared all the same after a check.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0030_Sharing")]
internal sealed class Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("kept_from_others", "relationships", maxLength: 500, nullable: true);
        migrationBuilder.CreateTable(
            "shared_all_the_same",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Found = t.Column<string>(name: "found", maxLength: 1000, nullable: false),
                Because = t.Column<string>(name: "because", maxLength: 300, nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_shared_all_the_same", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_shared_all_the_same_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_shared_all_the_same_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_shared_all_the_same_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_shared_all_the_same_school_id_pupil_id_at", "shared_all_the_same", ["school_id", "pupil_id", "at"]);
        migrationBuilder.CreateIndex("ix_shared_all_the_same_school_id_by_id", "shared_all_the_same", ["school_id", "by_id"]);
        migrationBuilder.GuardBySchool("shared_all_the_same");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("shared_all_the_same");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE relationships DROP COLUMN kept_from_others");
    }
}
