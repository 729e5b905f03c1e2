using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Packs, and the indexes by time from which a chronology is read.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0012_Packs")]
internal sealed class Packs : Migration
{
    /// <summary>An index that begins like one there was takes its place.</summary>
    private static readonly (string Table, string Time)[] InPlace = [("entry_versions", "replaced_at"), ("reviews", "held_at"), ("action_changes", "at")];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, time) in InPlace)
        {
            migrationBuilder.DropIndex($"ix_{table}_school_id_pupil_id", table);
            migrationBuilder.CreateIndex($"ix_{table}_school_id_pupil_id_{time}", table, ["school_id", "pupil_id", time]);
        }

        migrationBuilder.CreateIndex("ix_actions_school_id_pupil_id_agreed_on", "actions", ["school_id", "pupil_id", "agreed_on"]);
        CreatePacks(migrationBuilder);
    }

    private static void CreatePacks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "packs",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                Audience = t.Column<string>(name: "audience", maxLength: 40, nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: true),
                Safeguarding = t.Column<bool>(name: "safeguarding", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                From = t.Column<DateOnly>(name: "from", nullable: true),
                To = t.Column<DateOnly>(name: "to", nullable: true),
                Format = t.Column<string>(name: "format", maxLength: 40, nullable: false),
                LargePrint = t.Column<bool>(name: "large_print", nullable: false),
                AskedAt = t.Column<DateTime>(name: "asked_at", nullable: false),
                State = t.Column<string>(name: "state", maxLength: 40, nullable: false),
                Step = t.Column<string>(name: "step", maxLength: 120, nullable: true),
                Progress = t.Column<int>(name: "progress", nullable: false),
                Tries = t.Column<int>(name: "tries", nullable: false),
                LeasedUntil = t.Column<DateTime>(name: "leased_until", nullable: true),
                FinishedAt = t.Column<DateTime>(name: "finished_at", nullable: true),
                Size = t.Column<long>(name: "size", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_packs", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_packs_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_packs_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_packs_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_packs_school_id_by_id_pupil_id_asked_at", "packs", ["school_id", "by_id", "pupil_id", "asked_at"]);
        migrationBuilder.CreateIndex("ix_packs_school_id_pupil_id", "packs", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_packs_state_asked_at", "packs", ["state", "asked_at"]);
        migrationBuilder.GuardBySchool("packs");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("packs");
        migrationBuilder.DropIndex("ix_actions_school_id_pupil_id_agreed_on", "actions");
        foreach (var (table, time) in InPlace)
        {
            migrationBuilder.DropIndex($"ix_{table}_school_id_pupil_id_{time}", table);
            migrationBuilder.CreateIndex($"ix_{table}_school_id_pupil_id", table, ["school_id", "pupil_id"]);
        }
    }
}
