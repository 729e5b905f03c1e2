using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0019_CarerInvitations")]
internal sealed class CarerInvitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "carer_invitations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                MadeById = t.Column<Guid>(name: "made_by_id", nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false),
                CodeHash = t.Column<byte[]>(name: "code_hash", nullable: false),
                Until = t.Column<DateTime>(name: "until", nullable: false),
                Tries = t.Column<int>(name: "tries", nullable: false),
                EndedAt = t.Column<DateTime>(name: "ended_at", nullable: true),
                EndedBecause = t.Column<string>(name: "ended_because", maxLength: 40, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_carer_invitations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_carer_invitations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_carer_invitations_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_carer_invitations_school_id_made_by_id", x => new { x.SchoolId, x.MadeById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_carer_invitations_school_id_code_hash", "carer_invitations", ["school_id", "code_hash"], unique: true);
        migrationBuilder.CreateIndex("ix_carer_invitations_school_id_carer_id_made_at", "carer_invitations", ["school_id", "carer_id", "made_at"]);
        migrationBuilder.CreateIndex("ix_carer_invitations_school_id_made_by_id", "carer_invitations", ["school_id", "made_by_id"]);
        migrationBuilder.GuardBySchool("carer_invitations");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("carer_invitations");
}
