using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0004_OwnThings")]
internal sealed class OwnThings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "saved_views",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                Name = t.Column<string>(name: "name", maxLength: 60, nullable: false),
                Query = t.Column<string>(name: "query", maxLength: 600, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_saved_views", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_saved_views_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_saved_views_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_saved_views_school_id_person_id_name", "saved_views", ["school_id", "person_id", "name"], unique: true);

        migrationBuilder.CreateTable(
            "drafts",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                Form = t.Column<string>(name: "form", maxLength: 40, nullable: false),
                Content = t.Column<string>(name: "content", maxLength: 40000, nullable: false),
                SavedAt = t.Column<DateTime>(name: "saved_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_drafts", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_drafts_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_drafts_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_drafts_school_id_person_id_form", "drafts", ["school_id", "person_id", "form"], unique: true);

        migrationBuilder.CreateTable(
            "record_reads",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                What = t.Column<string>(name: "what", maxLength: 40, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_record_reads", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_record_reads_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_record_reads_school_id_pupil_id_at", "record_reads", ["school_id", "pupil_id", "at"]);

        migrationBuilder.GuardBySchool("saved_views", "drafts", "record_reads");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("record_reads");
        migrationBuilder.DropTable("drafts");
        migrationBuilder.DropTable("saved_views");
    }
}
