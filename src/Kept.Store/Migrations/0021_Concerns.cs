using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0021_Concerns")]
internal sealed class Concerns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "concerns",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                ActionId = t.Column<Guid>(name: "action_id", nullable: true),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: true),
                About = t.Column<string>(name: "about", maxLength: 40, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 1000, nullable: true),
                At = t.Column<DateTime>(name: "at", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_concerns", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_concerns_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_concerns_school_id_action_id", x => new { x.SchoolId, x.ActionId }, "actions", ["school_id", "id"]);
                t.ForeignKey("fk_concerns_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_concerns_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_concerns_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_concerns_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_concerns_school_id_pupil_id_carer_id_at", "concerns", ["school_id", "pupil_id", "carer_id", "at"]);
        migrationBuilder.CreateIndex("ix_concerns_school_id_entry_id", "concerns", ["school_id", "entry_id"], unique: true);
        migrationBuilder.CreateIndex("ix_concerns_school_id_action_id", "concerns", ["school_id", "action_id"]);
        migrationBuilder.CreateIndex("ix_concerns_school_id_meeting_id", "concerns", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_concerns_school_id_carer_id", "concerns", ["school_id", "carer_id"]);
        migrationBuilder.GuardBySchool("concerns");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("concerns");
}
