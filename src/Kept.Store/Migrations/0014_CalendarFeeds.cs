using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0014_CalendarFeeds")]
internal sealed class CalendarFeeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "calendar_feeds",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                SecretHash = t.Column<byte[]>(name: "secret_hash", nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_calendar_feeds", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_calendar_feeds_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_calendar_feeds_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_calendar_feeds_school_id_person_id", "calendar_feeds", ["school_id", "person_id"], unique: true);
        migrationBuilder.GuardBySchool("calendar_feeds");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("calendar_feeds");
}
