using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0022_SayAndConfirm")]
internal sealed class SayAndConfirm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "confirmations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                EntryVersion = t.Column<int>(name: "entry_version", nullable: false),
                Agrees = t.Column<bool>(name: "agrees", nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 1000, nullable: true),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_confirmations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_confirmations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_confirmations_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_confirmations_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_confirmations_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_confirmations_school_id_carer_id", "confirmations", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_confirmations_school_id_meeting_id", "confirmations", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_confirmations_school_id_meeting_id_carer_id_number", "confirmations", ["school_id", "meeting_id", "carer_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_confirmations_school_id_pupil_id", "confirmations", ["school_id", "pupil_id"]);
        migrationBuilder.GuardBySchool("confirmations");

        migrationBuilder.CreateTable(
            "say_drafts",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Well = t.Column<string>(name: "well", maxLength: 4000, nullable: true),
                Worries = t.Column<string>(name: "worries", maxLength: 4000, nullable: true),
                Want = t.Column<string>(name: "want", maxLength: 4000, nullable: true),
                Child = t.Column<string>(name: "child", maxLength: 4000, nullable: true),
                SavedAt = t.Column<DateTime>(name: "saved_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_say_drafts", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_say_drafts_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_say_drafts_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_say_drafts_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_say_drafts_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_say_drafts_school_id_carer_id_meeting_id", "say_drafts", ["school_id", "carer_id", "meeting_id"], unique: true);
        migrationBuilder.CreateIndex("ix_say_drafts_school_id_meeting_id", "say_drafts", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_say_drafts_school_id_pupil_id", "say_drafts", ["school_id", "pupil_id"]);
        migrationBuilder.GuardBySchool("say_drafts");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("say_drafts");
        migrationBuilder.DropTable("confirmations");
    }
}
