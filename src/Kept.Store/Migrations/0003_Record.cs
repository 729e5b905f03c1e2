using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0003_Record")]
internal sealed class Record : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "log_entries",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                LoggedById = t.Column<Guid>(name: "logged_by_id", nullable: false),
                LoggedAt = t.Column<DateTime>(name: "logged_at", nullable: false),
                HappenedOn = t.Column<DateOnly>(name: "happened_on", nullable: false),
                HappenedAt = t.Column<TimeOnly>(name: "happened_at", nullable: true),
                Channel = t.Column<string>(name: "channel", maxLength: 40, nullable: false),
                SpokeWithId = t.Column<Guid>(name: "spoke_with_id", nullable: true),
                SpokeWith = t.Column<string>(name: "spoke_with", maxLength: 120, nullable: true),
                Issue = t.Column<string>(name: "issue", maxLength: 500, nullable: false),
                Said = t.Column<string>(name: "said", maxLength: 1000, nullable: true),
                Note = t.Column<string>(name: "note", maxLength: 8000, nullable: true),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                ReviewOn = t.Column<DateOnly>(name: "review_on", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_log_entries", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_log_entries_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_log_entries_school_id_logged_by_id", x => new { x.SchoolId, x.LoggedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_log_entries_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_log_entries_school_id_spoke_with_id", x => new { x.SchoolId, x.SpokeWithId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_log_entries_school_id_happened_on", "log_entries", ["school_id", "happened_on"]);
        migrationBuilder.CreateIndex("ix_log_entries_school_id_logged_by_id", "log_entries", ["school_id", "logged_by_id"]);
        migrationBuilder.CreateIndex("ix_log_entries_school_id_pupil_id_happened_on", "log_entries", ["school_id", "pupil_id", "happened_on"]);
        migrationBuilder.CreateIndex("ix_log_entries_school_id_review_on", "log_entries", ["school_id", "review_on"]);
        migrationBuilder.CreateIndex("ix_log_entries_school_id_spoke_with_id", "log_entries", ["school_id", "spoke_with_id"]);

        migrationBuilder.CreateTable(
            "entry_versions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                HappenedOn = t.Column<DateOnly>(name: "happened_on", nullable: false),
                HappenedAt = t.Column<TimeOnly>(name: "happened_at", nullable: true),
                Channel = t.Column<string>(name: "channel", maxLength: 40, nullable: false),
                SpokeWithId = t.Column<Guid>(name: "spoke_with_id", nullable: true),
                SpokeWith = t.Column<string>(name: "spoke_with", maxLength: 120, nullable: true),
                Issue = t.Column<string>(name: "issue", maxLength: 500, nullable: false),
                Said = t.Column<string>(name: "said", maxLength: 1000, nullable: true),
                Note = t.Column<string>(name: "note", maxLength: 8000, nullable: true),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                ReplacedAt = t.Column<DateTime>(name: "replaced_at", nullable: false),
                ReplacedById = t.Column<Guid>(name: "replaced_by_id", nullable: false),
                Reason = t.Column<string>(name: "reason", maxLength: 500, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_entry_versions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_entry_versions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_entry_versions_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_entry_versions_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_entry_versions_school_id_replaced_by_id", x => new { x.SchoolId, x.ReplacedById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_entry_versions_school_id_entry_id_number", "entry_versions", ["school_id", "entry_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_entry_versions_school_id_pupil_id", "entry_versions", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_entry_versions_school_id_replaced_by_id", "entry_versions", ["school_id", "replaced_by_id"]);

        migrationBuilder.CreateTable(
            "enquiries",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                ArrivedOn = t.Column<DateOnly>(name: "arrived_on", nullable: false),
                ArrivedAt = t.Column<TimeOnly>(name: "arrived_at", nullable: false),
                AcknowledgedAt = t.Column<DateTime>(name: "acknowledged_at", nullable: true),
                AcknowledgedById = t.Column<Guid>(name: "acknowledged_by_id", nullable: true),
                PromisedBy = t.Column<DateOnly>(name: "promised_by", nullable: true),
                AnsweredAt = t.Column<DateTime>(name: "answered_at", nullable: true),
                Answer = t.Column<string>(name: "answer", maxLength: 1000, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_enquiries", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_enquiries_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_enquiries_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_enquiries_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_enquiries_school_id_answered_at_arrived_on", "enquiries", ["school_id", "answered_at", "arrived_on"]);
        migrationBuilder.CreateIndex("ix_enquiries_school_id_entry_id", "enquiries", ["school_id", "entry_id"]);
        migrationBuilder.CreateIndex("ix_enquiries_school_id_pupil_id", "enquiries", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "reviews",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                WasDueOn = t.Column<DateOnly>(name: "was_due_on", nullable: false),
                HeldAt = t.Column<DateTime>(name: "held_at", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                Happened = t.Column<string>(name: "happened", maxLength: 40, nullable: false),
                WhatChanged = t.Column<string>(name: "what_changed", maxLength: 1000, nullable: false),
                WhatNext = t.Column<string>(name: "what_next", maxLength: 1000, nullable: true),
                NextOn = t.Column<DateOnly>(name: "next_on", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_reviews", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_reviews_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_reviews_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_reviews_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_reviews_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_reviews_school_id_by_id", "reviews", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_reviews_school_id_entry_id", "reviews", ["school_id", "entry_id"]);
        migrationBuilder.CreateIndex("ix_reviews_school_id_pupil_id", "reviews", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "actions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: true),
                Source = t.Column<string>(name: "source", maxLength: 120, nullable: true),
                What = t.Column<string>(name: "what", maxLength: 300, nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                AgreedOn = t.Column<DateOnly>(name: "agreed_on", nullable: false),
                CreatedAt = t.Column<DateTime>(name: "created_at", nullable: false),
                OwnerId = t.Column<Guid>(name: "owner_id", nullable: false),
                DueOn = t.Column<DateOnly>(name: "due_on", nullable: false),
                Status = t.Column<string>(name: "status", maxLength: 40, nullable: false),
                TouchedAt = t.Column<DateTime>(name: "touched_at", nullable: false),
                DoneOn = t.Column<DateOnly>(name: "done_on", nullable: true),
                Evidence = t.Column<string>(name: "evidence", maxLength: 500, nullable: true),
                WhatChanged = t.Column<string>(name: "what_changed", maxLength: 500, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_actions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_actions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_actions_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_actions_school_id_owner_id", x => new { x.SchoolId, x.OwnerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_actions_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_actions_school_id_due_on", "actions", ["school_id", "due_on"]);
        migrationBuilder.CreateIndex("ix_actions_school_id_entry_id", "actions", ["school_id", "entry_id"]);
        migrationBuilder.CreateIndex("ix_actions_school_id_owner_id_status_due_on", "actions", ["school_id", "owner_id", "status", "due_on"]);
        migrationBuilder.CreateIndex("ix_actions_school_id_pupil_id_status", "actions", ["school_id", "pupil_id", "status"]);
        migrationBuilder.CreateIndex("ix_actions_school_id_status_due_on", "actions", ["school_id", "status", "due_on"]);
        migrationBuilder.CreateIndex("ix_actions_school_id_status_touched_at", "actions", ["school_id", "status", "touched_at"]);

        migrationBuilder.CreateTable(
            "action_changes",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                ActionId = t.Column<Guid>(name: "action_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 60, nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                Reason = t.Column<string>(name: "reason", maxLength: 500, nullable: true),
                FromDay = t.Column<DateOnly>(name: "from_day", nullable: true),
                ToDay = t.Column<DateOnly>(name: "to_day", nullable: true),
                FromOwnerId = t.Column<Guid>(name: "from_owner_id", nullable: true),
                ToOwnerId = t.Column<Guid>(name: "to_owner_id", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_action_changes", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_action_changes_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_action_changes_school_id_action_id", x => new { x.SchoolId, x.ActionId }, "actions", ["school_id", "id"]);
                t.ForeignKey("fk_action_changes_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_action_changes_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_action_changes_school_id_action_id_at", "action_changes", ["school_id", "action_id", "at"]);
        migrationBuilder.CreateIndex("ix_action_changes_school_id_by_id", "action_changes", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_action_changes_school_id_pupil_id", "action_changes", ["school_id", "pupil_id"]);

        migrationBuilder.GuardBySchool("log_entries", "entry_versions", "enquiries", "reviews", "actions", "action_changes");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("action_changes");
        migrationBuilder.DropTable("actions");
        migrationBuilder.DropTable("reviews");
        migrationBuilder.DropTable("enquiries");
        migrationBuilder.DropTable("entry_versions");
        migrationBuilder.DropTable("log_entries");
    }
}
