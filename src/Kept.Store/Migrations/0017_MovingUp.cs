using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0017_MovingUp")]
internal sealed class MovingUp : Migration
{
    private static readonly string[] Tables = ["year_moves", "class_moves", "pupil_moves"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "year_moves",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Into = t.Column<int>(name: "into", nullable: false),
                PlannedById = t.Column<Guid>(name: "planned_by_id", nullable: false),
                PlannedAt = t.Column<DateTime>(name: "planned_at", nullable: false),
                TopYear = t.Column<string>(name: "top_year", maxLength: 10, nullable: true),
                LastDay = t.Column<DateOnly>(name: "last_day", nullable: false),
                StartedById = t.Column<Guid>(name: "started_by_id", nullable: true),
                StartedAt = t.Column<DateTime>(name: "started_at", nullable: true),
                FinishedAt = t.Column<DateTime>(name: "finished_at", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_year_moves", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_year_moves_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_year_moves_school_id_planned_by_id", x => new { x.SchoolId, x.PlannedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_year_moves_school_id_started_by_id", x => new { x.SchoolId, x.StartedById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_year_moves_school_id_into", "year_moves", ["school_id", "into"], unique: true);
        migrationBuilder.CreateIndex("ix_year_moves_school_id_planned_by_id", "year_moves", ["school_id", "planned_by_id"]);
        migrationBuilder.CreateIndex("ix_year_moves_school_id_started_by_id", "year_moves", ["school_id", "started_by_id"]);

        migrationBuilder.CreateTable(
            "class_moves",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                YearMoveId = t.Column<Guid>(name: "year_move_id", nullable: false),
                From = t.Column<string>(name: "from", maxLength: 20, nullable: false),
                To = t.Column<string>(name: "to", maxLength: 20, nullable: true),
                TeacherId = t.Column<Guid>(name: "teacher_id", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_class_moves", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_class_moves_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_class_moves_school_id_teacher_id", x => new { x.SchoolId, x.TeacherId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_class_moves_school_id_year_move_id", x => new { x.SchoolId, x.YearMoveId }, "year_moves", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_class_moves_school_id_teacher_id", "class_moves", ["school_id", "teacher_id"]);
        migrationBuilder.CreateIndex("ix_class_moves_school_id_year_move_id_from", "class_moves", ["school_id", "year_move_id", "from"], unique: true);

        migrationBuilder.CreateTable(
            "pupil_moves",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                YearMoveId = t.Column<Guid>(name: "year_move_id", nullable: false),
                FromYear = t.Column<string>(name: "from_year", maxLength: 10, nullable: false),
                FromClass = t.Column<string>(name: "from_class", maxLength: 20, nullable: true),
                ToYear = t.Column<string>(name: "to_year", maxLength: 10, nullable: true),
                ToClass = t.Column<string>(name: "to_class", maxLength: 20, nullable: true),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                HandoverId = t.Column<Guid>(name: "handover_id", nullable: true),
                Trouble = t.Column<string>(name: "trouble", maxLength: 300, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_pupil_moves", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_pupil_moves_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_pupil_moves_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_pupil_moves_school_id_handover_id", x => new { x.SchoolId, x.HandoverId }, "handovers", ["school_id", "id"]);
                t.ForeignKey("fk_pupil_moves_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_pupil_moves_school_id_year_move_id", x => new { x.SchoolId, x.YearMoveId }, "year_moves", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_pupil_moves_school_id_by_id", "pupil_moves", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_pupil_moves_school_id_handover_id", "pupil_moves", ["school_id", "handover_id"]);
        migrationBuilder.CreateIndex("ix_pupil_moves_school_id_pupil_id", "pupil_moves", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_pupil_moves_school_id_year_move_id_pupil_id", "pupil_moves", ["school_id", "year_move_id", "pupil_id"], unique: true);
        migrationBuilder.GuardBySchool(Tables);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables.Reverse())
        {
            migrationBuilder.DropTable(table);
        }
    }
}
