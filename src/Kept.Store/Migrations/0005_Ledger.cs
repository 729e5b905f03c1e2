using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0005_Ledger")]
internal sealed class Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ledger_links",
            t => new
            {
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Chain = t.Column<Guid>(name: "chain", nullable: false),
                Number = t.Column<long>(name: "number", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                Actor = t.Column<Guid>(name: "actor", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 60, nullable: false),
                ContentDigest = t.Column<byte[]>(name: "content_digest", nullable: false),
                Before = t.Column<byte[]>(name: "before", nullable: false),
                Hash = t.Column<byte[]>(name: "hash", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_ledger_links", x => new { x.SchoolId, x.Chain, x.Number });
                t.ForeignKey("fk_ledger_links_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_ledger_links_school_id_at", "ledger_links", ["school_id", "at"]);

        migrationBuilder.CreateTable(
            "ledger_contents",
            t => new
            {
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Chain = t.Column<Guid>(name: "chain", nullable: false),
                Number = t.Column<long>(name: "number", nullable: false),
                Salt = t.Column<byte[]>(name: "salt", nullable: true),
                Content = t.Column<string>(name: "content", nullable: true),
                ErasedBecause = t.Column<string>(name: "erased_because", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_ledger_contents", x => new { x.SchoolId, x.Chain, x.Number });
                t.ForeignKey("fk_ledger_contents_school_id_chain_number", x => new { x.SchoolId, x.Chain, x.Number }, "ledger_links", ["school_id", "chain", "number"]);
            });

        migrationBuilder.CreateTable(
            "checkpoints",
            t => new
            {
                Number = t.Column<long>(name: "number", nullable: false),
                MadeOn = t.Column<DateOnly>(name: "made_on", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                Before = t.Column<byte[]>(name: "before", nullable: false),
                Hash = t.Column<byte[]>(name: "hash", nullable: false),
                Signature = t.Column<byte[]>(name: "signature", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_checkpoints", x => x.Number);
            });

        migrationBuilder.CreateIndex("ix_checkpoints_made_on", "checkpoints", ["made_on"], unique: true);

        migrationBuilder.CreateTable(
            "checkpoint_heads",
            t => new
            {
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Chain = t.Column<Guid>(name: "chain", nullable: false),
                Checkpoint = t.Column<long>(name: "checkpoint", nullable: false),
                Number = t.Column<long>(name: "number", nullable: false),
                Hash = t.Column<byte[]>(name: "hash", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_checkpoint_heads", x => new { x.SchoolId, x.Chain, x.Checkpoint });
                t.ForeignKey("fk_checkpoint_heads_checkpoint", x => x.Checkpoint, "checkpoints", "number");
            });

        migrationBuilder.CreateIndex("ix_checkpoint_heads_checkpoint", "checkpoint_heads", ["checkpoint"]);

        migrationBuilder.GuardBySchool("ledger_links", "ledger_contents", "checkpoint_heads");

        migrationBuilder.RefuseChanges("ledger_links");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("checkpoint_heads");
        migrationBuilder.DropTable("checkpoints");
        migrationBuilder.DropTable("ledger_contents");
        migrationBuilder.DropTable("ledger_links");
    }
}
