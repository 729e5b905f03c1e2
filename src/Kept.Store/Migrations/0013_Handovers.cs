using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0013_Handovers")]
internal sealed class Handovers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "handovers",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                FromId = t.Column<Guid>(name: "from_id", nullable: false),
                ToId = t.Column<Guid>(name: "to_id", nullable: false),
                Why = t.Column<string>(name: "why", maxLength: 120, nullable: false),
                GivenAt = t.Column<DateTime>(name: "given_at", nullable: false),
                ClosedAt = t.Column<DateTime>(name: "closed_at", nullable: true),
                WithdrawnBecause = t.Column<string>(name: "withdrawn_because", maxLength: 120, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_handovers", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_handovers_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_handovers_school_id_from_id", x => new { x.SchoolId, x.FromId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_handovers_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_handovers_school_id_to_id", x => new { x.SchoolId, x.ToId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_handovers_school_id_closed_at_given_at", "handovers", ["school_id", "closed_at", "given_at"]);
        migrationBuilder.CreateIndex("ix_handovers_school_id_from_id_given_at", "handovers", ["school_id", "from_id", "given_at"]);
        migrationBuilder.CreateIndex("ix_handovers_school_id_pupil_id", "handovers", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_handovers_school_id_to_id_closed_at", "handovers", ["school_id", "to_id", "closed_at"]);

        migrationBuilder.CreateTable(
            "handover_lines",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                HandoverId = t.Column<Guid>(name: "handover_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                Part = t.Column<string>(name: "part", maxLength: 40, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 200, nullable: true),
                ActionId = t.Column<Guid>(name: "action_id", nullable: true),
                ProposedOwnerId = t.Column<Guid>(name: "proposed_owner_id", nullable: true),
                EnquiryId = t.Column<Guid>(name: "enquiry_id", nullable: true),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                AcknowledgedAt = t.Column<DateTime>(name: "acknowledged_at", nullable: true),
                Asked = t.Column<string>(name: "asked", maxLength: 500, nullable: true),
                AskedAt = t.Column<DateTime>(name: "asked_at", nullable: true),
                Answer = t.Column<string>(name: "answer", maxLength: 500, nullable: true),
                AnsweredById = t.Column<Guid>(name: "answered_by_id", nullable: true),
                AnsweredAt = t.Column<DateTime>(name: "answered_at", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_handover_lines", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_handover_lines_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_handover_lines_school_id_action_id", x => new { x.SchoolId, x.ActionId }, "actions", ["school_id", "id"]);
                t.ForeignKey("fk_handover_lines_school_id_answered_by_id", x => new { x.SchoolId, x.AnsweredById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_handover_lines_school_id_enquiry_id", x => new { x.SchoolId, x.EnquiryId }, "enquiries", ["school_id", "id"]);
                t.ForeignKey("fk_handover_lines_school_id_handover_id", x => new { x.SchoolId, x.HandoverId }, "handovers", ["school_id", "id"]);
                t.ForeignKey("fk_handover_lines_school_id_proposed_owner_id", x => new { x.SchoolId, x.ProposedOwnerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_handover_lines_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_handover_lines_school_id_action_id", "handover_lines", ["school_id", "action_id"]);
        migrationBuilder.CreateIndex("ix_handover_lines_school_id_answered_by_id", "handover_lines", ["school_id", "answered_by_id"]);
        migrationBuilder.CreateIndex("ix_handover_lines_school_id_enquiry_id", "handover_lines", ["school_id", "enquiry_id"]);
        migrationBuilder.CreateIndex("ix_handover_lines_school_id_handover_id_number", "handover_lines", ["school_id", "handover_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_handover_lines_school_id_proposed_owner_id", "handover_lines", ["school_id", "proposed_owner_id"]);
        migrationBuilder.CreateIndex("ix_handover_lines_school_id_pupil_id", "handover_lines", ["school_id", "pupil_id"]);

        migrationBuilder.GuardBySchool("handovers", "handover_lines");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("handover_lines");
        migrationBuilder.DropTable("handovers");
    }
}
