using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Files that come with messages, and documents that are between the school and one carer.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0031_FilesFromFamilies")]
internal sealed class FilesFromFamilies : Migration
{
    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("with_carer_id", "documents", nullable: true);
        CreateMessageFiles(migrationBuilder);
        migrationBuilder.GuardBySchool("message_files");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("message_files");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE documents DROP COLUMN with_carer_id");
    }

    private static void CreateMessageFiles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "message_files",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MessageId = t.Column<Guid>(name: "message_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_message_files", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_message_files_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_message_files_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", Key);
                t.ForeignKey("fk_message_files_school_id_message_id", x => new { x.SchoolId, x.MessageId }, "messages", Key);
                t.ForeignKey("fk_message_files_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", Key);
            });

        migrationBuilder.CreateIndex("ix_message_files_school_id_message_id_number", "message_files", ["school_id", "message_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_message_files_school_id_document_id", "message_files", ["school_id", "document_id"]);
        migrationBuilder.CreateIndex("ix_message_files_school_id_pupil_id", "message_files", ["school_id", "pupil_id"]);
    }
}
