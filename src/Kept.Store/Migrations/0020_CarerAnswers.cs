using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0020_CarerAnswers")]
internal sealed class CarerAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("family_says", "actions", maxLength: 40, nullable: true);
        migrationBuilder.CreateIndex(
            "ix_actions_school_id_family_says_touched_at", "actions", ["school_id", "family_says", "touched_at"], filter: "family_says IS NOT NULL");

        migrationBuilder.CreateTable(
            "carer_answers",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                ActionId = t.Column<Guid>(name: "action_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Says = t.Column<string>(name: "says", maxLength: 40, nullable: false),
                Missing = t.Column<string>(name: "missing", maxLength: 500, nullable: true),
                At = t.Column<DateTime>(name: "at", nullable: false),
                WrittenById = t.Column<Guid>(name: "written_by_id", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_carer_answers", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_carer_answers_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_carer_answers_school_id_action_id", x => new { x.SchoolId, x.ActionId }, "actions", ["school_id", "id"]);
                t.ForeignKey("fk_carer_answers_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_carer_answers_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_carer_answers_school_id_written_by_id", x => new { x.SchoolId, x.WrittenById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_carer_answers_school_id_action_id_at", "carer_answers", ["school_id", "action_id", "at"]);
        migrationBuilder.CreateIndex("ix_carer_answers_school_id_pupil_id_at", "carer_answers", ["school_id", "pupil_id", "at"]);
        migrationBuilder.CreateIndex("ix_carer_answers_school_id_carer_id", "carer_answers", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_carer_answers_school_id_written_by_id", "carer_answers", ["school_id", "written_by_id"]);
        migrationBuilder.GuardBySchool("carer_answers");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("carer_answers");
        migrationBuilder.DropIndex("ix_actions_school_id_family_says_touched_at", "actions");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE actions DROP COLUMN family_says");
    }
}
