using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0023_Telling")]
internal sealed class Telling : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<TimeOnly>("quiet_from", "schools", nullable: false, defaultValue: new TimeOnly(19, 0));
        migrationBuilder.AddColumn<TimeOnly>("quiet_until", "schools", nullable: false, defaultValue: new TimeOnly(8, 0));
        migrationBuilder.AddColumn<string>("rhythm", "relationships", maxLength: 40, nullable: false, defaultValue: "at-once");

        migrationBuilder.AddColumn<string>("email_key", "people", maxLength: 254, nullable: true);
        migrationBuilder.Sql("UPDATE people SET email_key = lower(trim(email)) WHERE email IS NOT NULL");
        migrationBuilder.CreateIndex("ix_people_email_key", "people", ["email_key"]);

        migrationBuilder.CreateTable(
            "tidings",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: true),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: true),
                Of = t.Column<string>(name: "of", maxLength: 40, nullable: false),
                AboutId = t.Column<Guid>(name: "about_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                After = t.Column<Guid>(name: "after", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_tidings", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_tidings_school_id", x => x.SchoolId, "schools", "id");
            });
        migrationBuilder.CreateIndex("ix_tidings_at", "tidings", ["at"]);

        migrationBuilder.CreateTable(
            "dispatches",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Of = t.Column<string>(name: "of", maxLength: 40, nullable: false),
                Way = t.Column<string>(name: "way", maxLength: 40, nullable: false),
                Address = t.Column<string>(name: "address", maxLength: 254, nullable: true),
                Language = t.Column<string>(name: "language", maxLength: 20, nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false),
                State = t.Column<string>(name: "state", maxLength: 40, nullable: false),
                NextAt = t.Column<DateTime>(name: "next_at", nullable: false),
                Tries = t.Column<int>(name: "tries", nullable: false),
                LeasedUntil = t.Column<DateTime>(name: "leased_until", nullable: true),
                SettledAt = t.Column<DateTime>(name: "settled_at", nullable: true),
                Problem = t.Column<string>(name: "problem", maxLength: 200, nullable: true),
                Reference = t.Column<string>(name: "reference", maxLength: 100, nullable: true),
                SaidById = t.Column<Guid>(name: "said_by_id", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_dispatches", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_dispatches_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_dispatches_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_dispatches_school_id_said_by_id", x => new { x.SchoolId, x.SaidById }, "people", ["school_id", "id"]);
            });
        migrationBuilder.CreateIndex("ix_dispatches_school_id_carer_id", "dispatches", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_dispatches_school_id_said_by_id", "dispatches", ["school_id", "said_by_id"]);
        migrationBuilder.CreateIndex("ix_dispatches_school_id_state_made_at", "dispatches", ["school_id", "state", "made_at"]);
        migrationBuilder.CreateIndex("ix_dispatches_state_next_at", "dispatches", ["state", "next_at"]);

        migrationBuilder.CreateTable(
            "notices",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                TidingId = t.Column<Guid>(name: "tiding_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: true),
                Of = t.Column<string>(name: "of", maxLength: 40, nullable: false),
                AboutId = t.Column<Guid>(name: "about_id", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false),
                TellAt = t.Column<DateTime>(name: "tell_at", nullable: true),
                DispatchId = t.Column<Guid>(name: "dispatch_id", nullable: true),
                WithheldAt = t.Column<DateTime>(name: "withheld_at", nullable: true),
                OpenedAt = t.Column<DateTime>(name: "opened_at", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_notices", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_notices_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_notices_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_notices_school_id_dispatch_id", x => new { x.SchoolId, x.DispatchId }, "dispatches", ["school_id", "id"]);
                t.ForeignKey("fk_notices_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });
        migrationBuilder.CreateIndex("ix_notices_school_id_about_id", "notices", ["school_id", "about_id"]);
        migrationBuilder.CreateIndex("ix_notices_school_id_tiding_id_carer_id", "notices", ["school_id", "tiding_id", "carer_id"], unique: true);
        migrationBuilder.CreateIndex("ix_notices_school_id_carer_id_opened_at", "notices", ["school_id", "carer_id", "opened_at"]);
        migrationBuilder.CreateIndex("ix_notices_school_id_dispatch_id", "notices", ["school_id", "dispatch_id"]);
        migrationBuilder.CreateIndex("ix_notices_school_id_pupil_id", "notices", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_notices_tell_at", "notices", ["tell_at"]);

        migrationBuilder.CreateTable(
            "news",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                Title = t.Column<string>(name: "title", maxLength: 120, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 4000, nullable: false),
                YearGroup = t.Column<string>(name: "year_group", maxLength: 2, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_news", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_news_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_news_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
            });
        migrationBuilder.CreateIndex("ix_news_school_id_at", "news", ["school_id", "at"]);
        migrationBuilder.CreateIndex("ix_news_school_id_by_id", "news", ["school_id", "by_id"]);

        migrationBuilder.GuardBySchool("tidings", "dispatches", "notices", "news");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("news");
        migrationBuilder.DropTable("notices");
        migrationBuilder.DropTable("dispatches");
        migrationBuilder.DropTable("tidings");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.DropIndex("ix_people_email_key", "people");
        migrationBuilder.Sql("ALTER TABLE people DROP COLUMN email_key");
        migrationBuilder.Sql("ALTER TABLE relationships DROP COLUMN rhythm");
        migrationBuilder.Sql("ALTER TABLE schools DROP COLUMN quiet_until");
        migrationBuilder.Sql("ALTER TABLE schools DROP COLUMN quiet_from");
    }
}
