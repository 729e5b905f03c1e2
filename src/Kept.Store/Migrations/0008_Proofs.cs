using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0008_Proofs")]
internal sealed class Proofs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "proofs",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                Pupils = t.Column<int>(name: "pupils", nullable: false),
                Events = t.Column<long>(name: "events", nullable: false),
                Broken = t.Column<int>(name: "broken", nullable: false),
                Chains = t.Column<string>(name: "chains", nullable: false),
                Wrong = t.Column<string>(name: "wrong", maxLength: 500, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_proofs", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_proofs_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_proofs_school_id_at", "proofs", ["school_id", "at"]);
        migrationBuilder.GuardBySchool("proofs");

        // A checkpoint that could be changed would prove nothing.
        migrationBuilder.RefuseChanges("checkpoints");
        migrationBuilder.RefuseChanges("checkpoint_heads");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("proofs");
}
