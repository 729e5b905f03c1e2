using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>How far the mailbox has been read to which undelivered mail comes back; and what came back is found by its id alone, as the report names no school.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0038_ReturnedMail")]
internal sealed class ReturnedMail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "returns_mailboxes",
            t => new
            {
                Name = t.Column<string>(name: "name", maxLength: 254, nullable: false),
                Validity = t.Column<long>(name: "validity", nullable: false),
                LastUid = t.Column<long>(name: "last_uid", nullable: false),
                LookAt = t.Column<DateTime>(name: "look_at", nullable: false),
                ReadAt = t.Column<DateTime>(name: "read_at", nullable: true),
                Trouble = t.Column<string>(name: "trouble", maxLength: 200, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_returns_mailboxes", x => x.Name);
            });

        migrationBuilder.CreateIndex("ix_dispatches_id", "dispatches", ["id"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_dispatches_id", "dispatches");
        migrationBuilder.DropTable("returns_mailboxes");
    }
}
