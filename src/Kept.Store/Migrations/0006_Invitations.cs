using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0006_Invitations")]
internal sealed class Invitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "invitations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                SecretHash = t.Column<byte[]>(name: "secret_hash", nullable: false),
                Until = t.Column<DateTime>(name: "until", nullable: false),
                UsedAt = t.Column<DateTime>(name: "used_at", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_invitations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_invitations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_invitations_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_invitations_school_id_person_id", "invitations", ["school_id", "person_id"]);

        migrationBuilder.CreateTable(
            "set_up_keys",
            t => new
            {
                SecretHash = t.Column<byte[]>(name: "secret_hash", nullable: false),
                Until = t.Column<DateTime>(name: "until", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_set_up_keys", x => x.SecretHash);
            });

        migrationBuilder.GuardBySchool("invitations");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("set_up_keys");
        migrationBuilder.DropTable("invitations");
    }
}
