using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What carers say of the parts of a plan, and what the school answers; and in which language a carer's own copy of the record is.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0026_PlanViews")]
internal sealed class PlanViews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plan_views",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PlanId = t.Column<Guid>(name: "plan_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                Part = t.Column<string>(name: "part", maxLength: 60, nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Turn = t.Column<int>(name: "turn", nullable: false),
                Agrees = t.Column<bool>(name: "agrees", nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 1000, nullable: true),
                Language = t.Column<string>(name: "language", maxLength: 20, nullable: true),
                At = t.Column<DateTime>(name: "at", nullable: false),
                SaidOn = t.Column<DateOnly>(name: "said_on", nullable: false),
                ReplacedAt = t.Column<DateTime>(name: "replaced_at", nullable: true),
                Answer = t.Column<string>(name: "answer", maxLength: 1000, nullable: true),
                AnsweredById = t.Column<Guid>(name: "answered_by_id", nullable: true),
                AnsweredAt = t.Column<DateTime>(name: "answered_at", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_views", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_plan_views_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_plan_views_school_id_answered_by_id", x => new { x.SchoolId, x.AnsweredById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_plan_views_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_plan_views_school_id_plan_id", x => new { x.SchoolId, x.PlanId }, "plans", ["school_id", "id"]);
                t.ForeignKey("fk_plan_views_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_plan_views_school_id_plan_id_carer_id_part_turn", "plan_views", ["school_id", "plan_id", "carer_id", "part", "turn"], unique: true);
        migrationBuilder.CreateIndex("ix_plan_views_school_id_pupil_id_at", "plan_views", ["school_id", "pupil_id", "at"]);
        migrationBuilder.CreateIndex("ix_plan_views_school_id_said_on", "plan_views", ["school_id", "said_on"], filter: "answered_at IS NULL AND replaced_at IS NULL AND words IS NOT NULL");
        migrationBuilder.CreateIndex("ix_plan_views_school_id_answered_by_id", "plan_views", ["school_id", "answered_by_id"]);
        migrationBuilder.CreateIndex("ix_plan_views_school_id_carer_id", "plan_views", ["school_id", "carer_id"]);
        migrationBuilder.GuardBySchool("plan_views");
        migrationBuilder.AddColumn<string>("language", "packs", maxLength: 20, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("plan_views");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE packs DROP COLUMN language");
    }
}
