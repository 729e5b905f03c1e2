using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>In which form a carer reads, as choices; and the interpreter that is asked for, for each carer at each meeting.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0027_Formats")]
internal sealed class Formats : Migration
{
    private static readonly string[] Choices = ["large_print", "high_contrast", "easy_read", "read_aloud"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var choice in Choices)
        {
            migrationBuilder.AddColumn<bool>(choice, "relationships", nullable: false, defaultValue: false);
        }

        // What was typed stays as it is, since the ledger proves it; where it says the choice plainly, the choice is made.
        var yes = migrationBuilder.IsNpgsql() ? "true" : "1";
        foreach (var (choice, words) in (ReadOnlySpan<(string, string)>)[("large_print", "large print"), ("easy_read", "easy read")])
        {
            migrationBuilder.Sql($"""
                UPDATE relationships SET {choice} = {yes}
                WHERE lower(accessible_format) LIKE '%{words}%' AND lower(accessible_format) NOT LIKE '%no %' AND lower(accessible_format) NOT LIKE '%not %'
                """);
        }

        CreateInterpreters(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("interpreters");
        foreach (var choice in Choices)
        {
            // Both databases do; Entity Framework does not believe it of SQLite.
            migrationBuilder.Sql($"ALTER TABLE relationships DROP COLUMN {choice}");
        }
    }

    private static void CreateInterpreters(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "interpreters",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                AskedById = t.Column<Guid>(name: "asked_by_id", nullable: false),
                AskedAt = t.Column<DateTime>(name: "asked_at", nullable: false),
                Language = t.Column<string>(name: "language", maxLength: 20, nullable: false),
                Mode = t.Column<string>(name: "mode", maxLength: 40, nullable: false),
                Status = t.Column<string>(name: "status", maxLength: 40, nullable: false),
                Who = t.Column<string>(name: "who", maxLength: 120, nullable: true),
                BookedForDay = t.Column<DateOnly>(name: "booked_for_day", nullable: true),
                BookedForTime = t.Column<TimeOnly>(name: "booked_for_time", nullable: true),
                Instead = t.Column<string>(name: "instead", maxLength: 300, nullable: true),
                ChangedById = t.Column<Guid>(name: "changed_by_id", nullable: false),
                ChangedAt = t.Column<DateTime>(name: "changed_at", nullable: false),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_interpreters", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_interpreters_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_interpreters_school_id_asked_by_id", x => new { x.SchoolId, x.AskedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_interpreters_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_interpreters_school_id_changed_by_id", x => new { x.SchoolId, x.ChangedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_interpreters_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_interpreters_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_interpreters_school_id_asked_by_id", "interpreters", ["school_id", "asked_by_id"]);
        migrationBuilder.CreateIndex("ix_interpreters_school_id_carer_id", "interpreters", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_interpreters_school_id_changed_by_id", "interpreters", ["school_id", "changed_by_id"]);
        migrationBuilder.CreateIndex("ix_interpreters_school_id_meeting_id", "interpreters", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_interpreters_school_id_meeting_id_carer_id", "interpreters", ["school_id", "meeting_id", "carer_id"], unique: true);
        migrationBuilder.CreateIndex("ix_interpreters_school_id_pupil_id", "interpreters", ["school_id", "pupil_id"]);
        migrationBuilder.GuardBySchool("interpreters");
    }
}
