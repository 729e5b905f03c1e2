using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0009_Plans")]
internal sealed class SupportPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plans",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                StartedById = t.Column<Guid>(name: "started_by_id", nullable: false),
                StartedAt = t.Column<DateTime>(name: "started_at", nullable: false),
                Current = t.Column<int>(name: "current", nullable: false),
                ReviewOn = t.Column<DateOnly>(name: "review_on", nullable: true),
                LeadId = t.Column<Guid>(name: "lead_id", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plans", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_plans_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_plans_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_plans_school_id_started_by_id", x => new { x.SchoolId, x.StartedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_plans_school_id_lead_id", x => new { x.SchoolId, x.LeadId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_plans_school_id_pupil_id_kind", "plans", ["school_id", "pupil_id", "kind"], unique: true);
        migrationBuilder.CreateIndex("ix_plans_school_id_review_on", "plans", ["school_id", "review_on"]);
        migrationBuilder.CreateIndex("ix_plans_school_id_started_by_id", "plans", ["school_id", "started_by_id"]);
        migrationBuilder.CreateIndex("ix_plans_school_id_lead_id", "plans", ["school_id", "lead_id"]);

        migrationBuilder.CreateTable(
            "plan_versions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PlanId = t.Column<Guid>(name: "plan_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                Content = t.Column<string>(name: "content", nullable: false),
                KeyOutcome = t.Column<string>(name: "key_outcome", maxLength: 300, nullable: false),
                From = t.Column<DateOnly>(name: "from", nullable: false),
                ReviewOn = t.Column<DateOnly>(name: "review_on", nullable: false),
                PublishedAt = t.Column<DateTime>(name: "published_at", nullable: false),
                PublishedById = t.Column<Guid>(name: "published_by_id", nullable: false),
                Reason = t.Column<string>(name: "reason", maxLength: 500, nullable: true),
                CauseKind = t.Column<string>(name: "cause_kind", maxLength: 40, nullable: true),
                CauseId = t.Column<Guid>(name: "cause_id", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_versions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_plan_versions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_plan_versions_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_plan_versions_school_id_plan_id", x => new { x.SchoolId, x.PlanId }, "plans", ["school_id", "id"]);
                t.ForeignKey("fk_plan_versions_school_id_published_by_id", x => new { x.SchoolId, x.PublishedById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_plan_versions_school_id_plan_id_number", "plan_versions", ["school_id", "plan_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_plan_versions_school_id_pupil_id_from", "plan_versions", ["school_id", "pupil_id", "from"]);
        migrationBuilder.CreateIndex("ix_plan_versions_school_id_published_by_id", "plan_versions", ["school_id", "published_by_id"]);
        migrationBuilder.CreateIndex("ix_plan_versions_school_id_cause_id", "plan_versions", ["school_id", "cause_id"]);

        migrationBuilder.CreateTable(
            "plan_reviews",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PlanId = t.Column<Guid>(name: "plan_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                WasDueOn = t.Column<DateOnly>(name: "was_due_on", nullable: false),
                HeldOn = t.Column<DateOnly>(name: "held_on", nullable: false),
                RecordedAt = t.Column<DateTime>(name: "recorded_at", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                Findings = t.Column<string>(name: "findings", nullable: false),
                NextOn = t.Column<DateOnly>(name: "next_on", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_reviews", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_plan_reviews_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_plan_reviews_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_plan_reviews_school_id_plan_id", x => new { x.SchoolId, x.PlanId }, "plans", ["school_id", "id"]);
                t.ForeignKey("fk_plan_reviews_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_plan_reviews_school_id_plan_id_held_on", "plan_reviews", ["school_id", "plan_id", "held_on"]);
        migrationBuilder.CreateIndex("ix_plan_reviews_school_id_pupil_id", "plan_reviews", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_plan_reviews_school_id_by_id", "plan_reviews", ["school_id", "by_id"]);

        migrationBuilder.CreateTable(
            "plan_drafts",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PlanId = t.Column<Guid>(name: "plan_id", nullable: false),
                Content = t.Column<string>(name: "content", maxLength: 100000, nullable: false),
                SavedById = t.Column<Guid>(name: "saved_by_id", nullable: false),
                SavedAt = t.Column<DateTime>(name: "saved_at", nullable: false),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_drafts", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_plan_drafts_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_plan_drafts_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_plan_drafts_school_id_plan_id", x => new { x.SchoolId, x.PlanId }, "plans", ["school_id", "id"]);
                t.ForeignKey("fk_plan_drafts_school_id_saved_by_id", x => new { x.SchoolId, x.SavedById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_plan_drafts_school_id_plan_id", "plan_drafts", ["school_id", "plan_id"], unique: true);
        migrationBuilder.CreateIndex("ix_plan_drafts_school_id_pupil_id", "plan_drafts", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_plan_drafts_school_id_saved_by_id", "plan_drafts", ["school_id", "saved_by_id"]);

        migrationBuilder.GuardBySchool("plans", "plan_versions", "plan_reviews", "plan_drafts");

        // What was published or found stays as it was, whoever asks.
        migrationBuilder.RefuseChanges("plan_versions");
        migrationBuilder.RefuseChanges("plan_reviews");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("plan_drafts");
        migrationBuilder.DropTable("plan_reviews");
        migrationBuilder.DropTable("plan_versions");
        migrationBuilder.DropTable("plans");
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql("DROP FUNCTION refuse_change_of_plan_versions(), refuse_change_of_plan_reviews()");
        }
    }
}
