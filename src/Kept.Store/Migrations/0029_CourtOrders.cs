using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Court orders, and who decides about a young person's support from 16.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0029_CourtOrders")]
internal sealed class CourtOrders : Migration
{
    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("restriction_from", "relationships", nullable: true);
        migrationBuilder.AddColumn<bool>("young_person_says_no", "relationships", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<int>("orders_version", "relationships", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<DateOnly>("lead_decided_on", "pupils", nullable: true);
        CreateOrders(migrationBuilder);
        CreateWhoDecides(migrationBuilder);
        migrationBuilder.GuardBySchool("court_orders", "who_decides");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("court_orders");
        migrationBuilder.DropTable("who_decides");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE relationships DROP COLUMN restriction_from");
        migrationBuilder.Sql("ALTER TABLE relationships DROP COLUMN young_person_says_no");
        migrationBuilder.Sql("ALTER TABLE relationships DROP COLUMN orders_version");
        migrationBuilder.Sql("ALTER TABLE pupils DROP COLUMN lead_decided_on");
    }

    private static void CreateOrders(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "court_orders",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                Reference = t.Column<string>(name: "reference", maxLength: 120, nullable: false),
                Says = t.Column<string>(name: "says", maxLength: 500, nullable: false),
                Restriction = t.Column<string>(name: "restriction", maxLength: 40, nullable: false),
                From = t.Column<DateOnly>(name: "from", nullable: false),
                Until = t.Column<DateOnly>(name: "until", nullable: true),
                SeenById = t.Column<Guid>(name: "seen_by_id", nullable: true),
                SeenOn = t.Column<DateOnly>(name: "seen_on", nullable: true),
                EndedOn = t.Column<DateOnly>(name: "ended_on", nullable: true),
                EndedBecause = t.Column<string>(name: "ended_because", maxLength: 500, nullable: true),
                RecordedById = t.Column<Guid>(name: "recorded_by_id", nullable: false),
                RecordedAt = t.Column<DateTime>(name: "recorded_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_court_orders", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_court_orders_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_court_orders_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", Key);
                t.ForeignKey("fk_court_orders_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", Key);
                t.ForeignKey("fk_court_orders_school_id_seen_by_id", x => new { x.SchoolId, x.SeenById }, "people", Key);
                t.ForeignKey("fk_court_orders_school_id_recorded_by_id", x => new { x.SchoolId, x.RecordedById }, "people", Key);
            });

        migrationBuilder.CreateIndex("ix_court_orders_school_id_pupil_id_carer_id", "court_orders", ["school_id", "pupil_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_court_orders_school_id_carer_id", "court_orders", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_court_orders_school_id_seen_by_id", "court_orders", ["school_id", "seen_by_id"]);
        migrationBuilder.CreateIndex("ix_court_orders_school_id_recorded_by_id", "court_orders", ["school_id", "recorded_by_id"]);
    }

    private static void CreateWhoDecides(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "who_decides",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Decider = t.Column<string>(name: "decider", maxLength: 40, nullable: false),
                RepresentativeId = t.Column<Guid>(name: "representative_id", nullable: true),
                Evidence = t.Column<string>(name: "evidence", maxLength: 500, nullable: false),
                DecidedOn = t.Column<DateOnly>(name: "decided_on", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_who_decides", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_who_decides_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_who_decides_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", Key);
                t.ForeignKey("fk_who_decides_school_id_representative_id", x => new { x.SchoolId, x.RepresentativeId }, "people", Key);
                t.ForeignKey("fk_who_decides_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", Key);
            });

        migrationBuilder.CreateIndex("ix_who_decides_school_id_pupil_id_at", "who_decides", ["school_id", "pupil_id", "at"]);
        migrationBuilder.CreateIndex("ix_who_decides_school_id_representative_id", "who_decides", ["school_id", "representative_id"]);
        migrationBuilder.CreateIndex("ix_who_decides_school_id_by_id", "who_decides", ["school_id", "by_id"]);
    }
}
