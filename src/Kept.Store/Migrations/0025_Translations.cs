using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Translations of what people write, the queue of those to be made, and in which language a carer wrote.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0025_Translations")]
internal sealed class Translations : Migration
{
    private static readonly string[] InTheirLanguage = ["concerns", "carer_answers", "contributions"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in InTheirLanguage)
        {
            migrationBuilder.AddColumn<string>("language", table, maxLength: 20, nullable: true);
        }

        CreateTranslations(migrationBuilder);
        CreateMachineTranslations(migrationBuilder);
        CreateRounds(migrationBuilder);
        migrationBuilder.GuardBySchool("translations", "machine_translations", "translation_rounds");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("translations");
        migrationBuilder.DropTable("machine_translations");
        migrationBuilder.DropTable("translation_rounds");
        foreach (var table in InTheirLanguage)
        {
            // Both databases do; Entity Framework does not believe it of SQLite.
            migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN language");
        }
    }

    private static void CreateTranslations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "translations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                TextId = t.Column<Guid>(name: "text_id", nullable: false),
                Fingerprint = t.Column<string>(name: "fingerprint", maxLength: 64, nullable: false),
                From = t.Column<string>(name: "from", maxLength: 20, nullable: false),
                To = t.Column<string>(name: "to", maxLength: 20, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 8000, nullable: false),
                Made = t.Column<string>(name: "made", maxLength: 40, nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_translations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_translations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_translations_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_translations_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_translations_school_id_text_id_to_at", "translations", ["school_id", "text_id", "to", "at"]);
        migrationBuilder.CreateIndex("ix_translations_school_id_by_id", "translations", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_translations_school_id_pupil_id", "translations", ["school_id", "pupil_id"]);
    }

    private static void CreateMachineTranslations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "machine_translations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                TextId = t.Column<Guid>(name: "text_id", nullable: false),
                Fingerprint = t.Column<string>(name: "fingerprint", maxLength: 64, nullable: false),
                From = t.Column<string>(name: "from", maxLength: 20, nullable: false),
                To = t.Column<string>(name: "to", maxLength: 20, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 8000, nullable: true),
                Engine = t.Column<string>(name: "engine", maxLength: 60, nullable: false),
                Tries = t.Column<int>(name: "tries", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_machine_translations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_machine_translations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_machine_translations_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex(
            "ix_machine_translations_school_id_text_id_kind_to_fingerprint", "machine_translations", ["school_id", "text_id", "kind", "to", "fingerprint"], unique: true);
        migrationBuilder.CreateIndex("ix_machine_translations_school_id_pupil_id", "machine_translations", ["school_id", "pupil_id"]);
    }

    private static void CreateRounds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "translation_rounds",
            t => new
            {
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Wanted = t.Column<int>(name: "wanted", nullable: false),
                WantedAt = t.Column<DateTime>(name: "wanted_at", nullable: false),
                Tries = t.Column<int>(name: "tries", nullable: false),
                NotBefore = t.Column<DateTime>(name: "not_before", nullable: false),
                HeldBy = t.Column<Guid>(name: "held_by", nullable: true),
                LeasedUntil = t.Column<DateTime>(name: "leased_until", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_translation_rounds", x => new { x.SchoolId, x.PupilId });
                t.ForeignKey("fk_translation_rounds_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_translation_rounds_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_translation_rounds_not_before_wanted_at", "translation_rounds", ["not_before", "wanted_at"]);
    }
}
