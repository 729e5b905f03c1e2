using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Protected time that families book: the surgeries, and with each meeting the one of which it is a slot. No slot is taken twice.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0041_Surgeries")]
internal sealed class Surgeries : Migration
{
    private const string NotTwice = "ix_meetings_school_id_surgery_id_on_at";

    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "surgeries",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                LeadId = t.Column<Guid>(name: "lead_id", nullable: false),
                Weekday = t.Column<int>(name: "weekday", nullable: false),
                From = t.Column<TimeOnly>(name: "from", nullable: false),
                Slots = t.Column<int>(name: "slots", nullable: false),
                Minutes = t.Column<int>(name: "minutes", nullable: false),
                Place = t.Column<string>(name: "place", maxLength: 120, nullable: true),
                OfferedById = t.Column<Guid>(name: "offered_by_id", nullable: false),
                OfferedAt = t.Column<DateTime>(name: "offered_at", nullable: false),
                LastOn = t.Column<DateOnly>(name: "last_on", nullable: true),
                DaysOff = t.Column<string>(name: "days_off", maxLength: 600, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_surgeries", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_surgeries_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_surgeries_school_id_lead_id", x => new { x.SchoolId, x.LeadId }, "people", Key);
                t.ForeignKey("fk_surgeries_school_id_offered_by_id", x => new { x.SchoolId, x.OfferedById }, "people", Key);
            });
        migrationBuilder.CreateIndex("ix_surgeries_school_id_lead_id", "surgeries", ["school_id", "lead_id"]);
        migrationBuilder.CreateIndex("ix_surgeries_school_id_offered_by_id", "surgeries", ["school_id", "offered_by_id"]);
        migrationBuilder.CreateIndex("ix_surgeries_school_id_last_on", "surgeries", ["school_id", "last_on"]);
        migrationBuilder.GuardBySchool("surgeries");
        migrationBuilder.AddColumn<Guid>("surgery_id", "meetings", nullable: true);
        migrationBuilder.CreateIndex(NotTwice, "meetings", ["school_id", "surgery_id", "on", "at"], unique: true, filter: "surgery_id IS NOT NULL AND status IN ('planned', 'running')");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(NotTwice, "meetings");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN surgery_id");
        migrationBuilder.DropTable("surgeries");
    }
}
