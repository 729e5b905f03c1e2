using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>The documents hub: what is in it, whom it is about, the words for search, and who looked.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0011_Documents")]
internal sealed class Documents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "documents",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                AddedById = t.Column<Guid>(name: "added_by_id", nullable: false),
                AddedAt = t.Column<DateTime>(name: "added_at", nullable: false),
                Title = t.Column<string>(name: "title", maxLength: 200, nullable: false),
                Category = t.Column<string>(name: "category", maxLength: 40, nullable: false),
                Tags = t.Column<string>(name: "tags", maxLength: 310, nullable: false),
                DatedOn = t.Column<DateOnly>(name: "dated_on", nullable: false),
                Author = t.Column<string>(name: "author", maxLength: 120, nullable: true),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                ReviewOn = t.Column<DateOnly>(name: "review_on", nullable: true),
                CurrentNumber = t.Column<int>(name: "current_number", nullable: false),
                WithdrawnAt = t.Column<DateTime>(name: "withdrawn_at", nullable: true),
                WithdrawnById = t.Column<Guid>(name: "withdrawn_by_id", nullable: true),
                WithdrawnBecause = t.Column<string>(name: "withdrawn_because", maxLength: 500, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_documents", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_documents_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_documents_school_id_added_by_id", x => new { x.SchoolId, x.AddedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_documents_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_documents_school_id_withdrawn_by_id", x => new { x.SchoolId, x.WithdrawnById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_documents_school_id_added_by_id", "documents", ["school_id", "added_by_id"]);
        migrationBuilder.CreateIndex("ix_documents_school_id_category_dated_on", "documents", ["school_id", "category", "dated_on"]);
        migrationBuilder.CreateIndex("ix_documents_school_id_dated_on", "documents", ["school_id", "dated_on"]);
        migrationBuilder.CreateIndex("ix_documents_school_id_pupil_id", "documents", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_documents_school_id_review_on", "documents", ["school_id", "review_on"]);
        migrationBuilder.CreateIndex("ix_documents_school_id_withdrawn_by_id", "documents", ["school_id", "withdrawn_by_id"]);

        migrationBuilder.CreateTable(
            "document_versions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                FileName = t.Column<string>(name: "file_name", maxLength: 200, nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                Bytes = t.Column<long>(name: "bytes", nullable: false),
                Sha256 = t.Column<string>(name: "sha256", maxLength: 64, nullable: false),
                IsLocked = t.Column<bool>(name: "is_locked", nullable: false),
                Note = t.Column<string>(name: "note", maxLength: 300, nullable: true),
                AddedById = t.Column<Guid>(name: "added_by_id", nullable: false),
                AddedAt = t.Column<DateTime>(name: "added_at", nullable: false),
                SupersededAt = t.Column<DateTime>(name: "superseded_at", nullable: true),
                SupersededById = t.Column<Guid>(name: "superseded_by_id", nullable: true),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_document_versions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_document_versions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_document_versions_school_id_added_by_id", x => new { x.SchoolId, x.AddedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_document_versions_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", ["school_id", "id"]);
                t.ForeignKey("fk_document_versions_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_document_versions_school_id_superseded_by_id", x => new { x.SchoolId, x.SupersededById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_document_versions_school_id_added_by_id", "document_versions", ["school_id", "added_by_id"]);
        migrationBuilder.CreateIndex("ix_document_versions_school_id_document_id_number", "document_versions", ["school_id", "document_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_document_versions_school_id_pupil_id_added_at", "document_versions", ["school_id", "pupil_id", "added_at"]);
        migrationBuilder.CreateIndex("ix_document_versions_school_id_sha256", "document_versions", ["school_id", "sha256"]);
        migrationBuilder.CreateIndex("ix_document_versions_school_id_superseded_by_id", "document_versions", ["school_id", "superseded_by_id"]);

        migrationBuilder.CreateTable(
            "document_pupils",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false),
                AddedById = t.Column<Guid>(name: "added_by_id", nullable: false),
                AddedAt = t.Column<DateTime>(name: "added_at", nullable: false),
                EndedAt = t.Column<DateTime>(name: "ended_at", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_document_pupils", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_document_pupils_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_document_pupils_school_id_added_by_id", x => new { x.SchoolId, x.AddedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_document_pupils_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", ["school_id", "id"]);
                t.ForeignKey("fk_document_pupils_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_document_pupils_school_id_added_by_id", "document_pupils", ["school_id", "added_by_id"]);
        migrationBuilder.CreateIndex("ix_document_pupils_school_id_document_id_pupil_id", "document_pupils", ["school_id", "document_id", "pupil_id"], unique: true);
        migrationBuilder.CreateIndex("ix_document_pupils_school_id_pupil_id_document_id", "document_pupils", ["school_id", "pupil_id", "document_id"]);

        migrationBuilder.CreateTable(
            "document_texts",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false),
                VersionId = t.Column<Guid>(name: "version_id", nullable: false),
                Sha256 = t.Column<string>(name: "sha256", maxLength: 64, nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                State = t.Column<string>(name: "state", maxLength: 40, nullable: false),
                LeasedUntil = t.Column<DateTime>(name: "leased_until", nullable: true),
                Tries = t.Column<int>(name: "tries", nullable: false),
                Problem = t.Column<string>(name: "problem", maxLength: 160, nullable: true),
                Text = t.Column<string>(name: "text", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_document_texts", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_document_texts_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_document_texts_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", ["school_id", "id"]);
                t.ForeignKey("fk_document_texts_school_id_version_id", x => new { x.SchoolId, x.VersionId }, "document_versions", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_document_texts_school_id_document_id", "document_texts", ["school_id", "document_id"]);
        migrationBuilder.CreateIndex("ix_document_texts_school_id_version_id", "document_texts", ["school_id", "version_id"], unique: true);
        migrationBuilder.CreateIndex("ix_document_texts_state_leased_until", "document_texts", ["state", "leased_until"]);

        migrationBuilder.CreateTable(
            "document_openings",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                DocumentId = t.Column<Guid>(name: "document_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                How = t.Column<string>(name: "how", maxLength: 40, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_document_openings", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_document_openings_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_document_openings_school_id_document_id", x => new { x.SchoolId, x.DocumentId }, "documents", ["school_id", "id"]);
                t.ForeignKey("fk_document_openings_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_document_openings_school_id_document_id_at", "document_openings", ["school_id", "document_id", "at"]);
        migrationBuilder.CreateIndex("ix_document_openings_school_id_person_id", "document_openings", ["school_id", "person_id"]);

        migrationBuilder.GuardBySchool("documents", "document_versions", "document_pupils", "document_texts", "document_openings");
        foreach (var statement in migrationBuilder.IsNpgsql() ? DocumentSearch.UpOnPostgreSql : DocumentSearch.UpOnSqlite)
        {
            migrationBuilder.Sql(statement);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in migrationBuilder.IsNpgsql() ? DocumentSearch.DownOnPostgreSql : DocumentSearch.DownOnSqlite)
        {
            migrationBuilder.Sql(statement);
        }

        migrationBuilder.DropTable("document_openings");
        migrationBuilder.DropTable("document_texts");
        migrationBuilder.DropTable("document_pupils");
        migrationBuilder.DropTable("document_versions");
        migrationBuilder.DropTable("documents");
    }
}
