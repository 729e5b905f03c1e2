using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Files that come with messages, recordings and pictures before a meeting, and documents that are between the school and one carer.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0031_FilesFromFamilies")]
internal sealed class FilesFromFamilies : Migration
{
    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("with_carer_id", "documents", nullable: true);
        CreateMessageFiles(migrationBuilder);
        migrationBuilder.AddColumn<string>("pictures", "contributions", maxLength: 200, nullable: true);
        migrationBuilder.AddColumn<string>("pictures", "say_drafts", maxLength: 200, nullable: true);
        CreateContributionFiles(migrationBuilder);
        CreateDraftRecordings(migrationBuilder);
        migrationBuilder.GuardBySchool("message_files", "contribution_files", "say_draft_recordings");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("message_files");
        migrationBuilder.DropTable("contribution_files");
        migrationBuilder.DropTable("say_draft_recordings");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE documents DROP COLUMN with_carer_id");
        migrationBuilder.Sql("ALTER TABLE contributions DROP COLUMN pictures");
        migrationBuilder.Sql("ALTER TABLE say_drafts DROP COLUMN pictures");
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

    private static void CreateContributionFiles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "contribution_files",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                ContributionId = t.Column<Guid>(name: "contribution_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_contribution_files", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_contribution_files_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_contribution_files_school_id_contribution_id", x => new { x.SchoolId, x.ContributionId }, "contributions", Key);
                t.ForeignKey("fk_contribution_files_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", Key);
                t.ForeignKey("fk_contribution_files_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", Key);
                t.ForeignKey("fk_contribution_files_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", Key);
            });

        migrationBuilder.CreateIndex("ix_contribution_files_school_id_contribution_id", "contribution_files", ["school_id", "contribution_id"]);
        migrationBuilder.CreateIndex("ix_contribution_files_school_id_document_id", "contribution_files", ["school_id", "document_id"]);
        migrationBuilder.CreateIndex("ix_contribution_files_school_id_meeting_id", "contribution_files", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_contribution_files_school_id_pupil_id", "contribution_files", ["school_id", "pupil_id"]);
    }

    private static void CreateDraftRecordings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "say_draft_recordings",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Asked = t.Column<string>(name: "asked", maxLength: 40, nullable: false),
                FileName = t.Column<string>(name: "file_name", maxLength: 200, nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                Bytes = t.Column<long>(name: "bytes", nullable: false),
                Sha256 = t.Column<string>(name: "sha256", maxLength: 64, nullable: false),
                SavedAt = t.Column<DateTime>(name: "saved_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_say_draft_recordings", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_say_draft_recordings_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_say_draft_recordings_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", Key);
                t.ForeignKey("fk_say_draft_recordings_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", Key);
                t.ForeignKey("fk_say_draft_recordings_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", Key);
            });

        migrationBuilder.CreateIndex("ix_say_draft_recordings_school_id_carer_id_meeting_id_asked", "say_draft_recordings", ["school_id", "carer_id", "meeting_id", "asked"], unique: true);
        migrationBuilder.CreateIndex("ix_say_draft_recordings_school_id_meeting_id", "say_draft_recordings", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_say_draft_recordings_school_id_pupil_id", "say_draft_recordings", ["school_id", "pupil_id"]);
    }
}
