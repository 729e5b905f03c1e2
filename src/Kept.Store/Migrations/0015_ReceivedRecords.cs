using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0015_ReceivedRecords")]
internal sealed class ReceivedRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "received_records",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                FromSchool = t.Column<string>(name: "from_school", maxLength: 120, nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false),
                ReceivedAt = t.Column<DateTime>(name: "received_at", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                Digest = t.Column<string>(name: "digest", maxLength: 64, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_received_records", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_received_records_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_received_records_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_received_records_school_id_pupil_id", "received_records", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "received_packages",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Content = t.Column<byte[]>(name: "content", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_received_packages", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_received_packages_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_received_packages_school_id_id", x => new { x.SchoolId, x.Id }, "received_records", ["school_id", "id"]);
            });

        migrationBuilder.GuardBySchool("received_records", "received_packages");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("received_packages");
        migrationBuilder.DropTable("received_records");
    }
}
