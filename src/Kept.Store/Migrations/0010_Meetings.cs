using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0010_Meetings")]
internal sealed class Meetings : Migration
{
    private static readonly string[] Tables =
        ["meetings", "attendees", "contributions", "agenda_points", "meeting_lines", "rows_gone_through", "review_steps"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meetings",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                BookedById = t.Column<Guid>(name: "booked_by_id", nullable: false),
                BookedAt = t.Column<DateTime>(name: "booked_at", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                On = t.Column<DateOnly>(name: "on", nullable: false),
                At = t.Column<TimeOnly>(name: "at", nullable: false),
                Minutes = t.Column<int>(name: "minutes", nullable: false),
                Place = t.Column<string>(name: "place", maxLength: 120, nullable: true),
                About = t.Column<string>(name: "about", maxLength: 300, nullable: true),
                LeadId = t.Column<Guid>(name: "lead_id", nullable: false),
                Visibility = t.Column<string>(name: "visibility", maxLength: 40, nullable: false),
                IsSensitive = t.Column<bool>(name: "is_sensitive", nullable: false),
                Status = t.Column<string>(name: "status", maxLength: 40, nullable: false),
                StartedAt = t.Column<TimeOnly>(name: "started_at", nullable: true),
                EndedAt = t.Column<TimeOnly>(name: "ended_at", nullable: true),
                Issue = t.Column<string>(name: "issue", maxLength: 500, nullable: true),
                Said = t.Column<string>(name: "said", maxLength: 1000, nullable: true),
                Note = t.Column<string>(name: "note", maxLength: 8000, nullable: true),
                ReviewOn = t.Column<DateOnly>(name: "review_on", nullable: true),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: true),
                CalledOffBy = t.Column<string>(name: "called_off_by", maxLength: 40, nullable: true),
                CalledOffWhy = t.Column<string>(name: "called_off_why", maxLength: 500, nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_meetings", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_meetings_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_meetings_school_id_booked_by_id", x => new { x.SchoolId, x.BookedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_meetings_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_meetings_school_id_lead_id", x => new { x.SchoolId, x.LeadId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_meetings_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_meetings_school_id_booked_by_id", "meetings", ["school_id", "booked_by_id"]);
        migrationBuilder.CreateIndex("ix_meetings_school_id_entry_id", "meetings", ["school_id", "entry_id"]);
        migrationBuilder.CreateIndex("ix_meetings_school_id_lead_id", "meetings", ["school_id", "lead_id"]);
        migrationBuilder.CreateIndex("ix_meetings_school_id_pupil_id_on", "meetings", ["school_id", "pupil_id", "on"]);
        migrationBuilder.CreateIndex("ix_meetings_school_id_status_on", "meetings", ["school_id", "status", "on"]);
        migrationBuilder.CreateIndex("ix_meetings_school_id_on", "meetings", ["school_id", "on"]);

        migrationBuilder.CreateTable(
            "attendees",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                Part = t.Column<string>(name: "part", maxLength: 40, nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: true),
                InvitedAt = t.Column<DateTime>(name: "invited_at", nullable: false),
                Attendance = t.Column<string>(name: "attendance", maxLength: 40, nullable: false),
                IsWithdrawn = t.Column<bool>(name: "is_withdrawn", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_attendees", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_attendees_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_attendees_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_attendees_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_attendees_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_attendees_school_id_person_id", "attendees", ["school_id", "person_id"]);
        migrationBuilder.CreateIndex("ix_attendees_school_id_meeting_id", "attendees", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_attendees_school_id_pupil_id", "attendees", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "contributions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                Voice = t.Column<string>(name: "voice", maxLength: 40, nullable: false),
                FromId = t.Column<Guid>(name: "from_id", nullable: true),
                How = t.Column<string>(name: "how", maxLength: 200, nullable: true),
                Words = t.Column<string>(name: "words", maxLength: 4000, nullable: false),
                ReceivedOn = t.Column<DateOnly>(name: "received_on", nullable: false),
                TakenById = t.Column<Guid>(name: "taken_by_id", nullable: false),
                TakenAt = t.Column<DateTime>(name: "taken_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_contributions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_contributions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_contributions_school_id_from_id", x => new { x.SchoolId, x.FromId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_contributions_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_contributions_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_contributions_school_id_taken_by_id", x => new { x.SchoolId, x.TakenById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_contributions_school_id_from_id", "contributions", ["school_id", "from_id"]);
        migrationBuilder.CreateIndex("ix_contributions_school_id_taken_by_id", "contributions", ["school_id", "taken_by_id"]);
        migrationBuilder.CreateIndex("ix_contributions_school_id_meeting_id", "contributions", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_contributions_school_id_pupil_id", "contributions", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "agenda_points",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 300, nullable: false),
                AddedById = t.Column<Guid>(name: "added_by_id", nullable: false),
                AddedAt = t.Column<DateTime>(name: "added_at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_agenda_points", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_agenda_points_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_agenda_points_school_id_added_by_id", x => new { x.SchoolId, x.AddedById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_agenda_points_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_agenda_points_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_agenda_points_school_id_added_by_id", "agenda_points", ["school_id", "added_by_id"]);
        migrationBuilder.CreateIndex("ix_agenda_points_school_id_meeting_id", "agenda_points", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_agenda_points_school_id_pupil_id", "agenda_points", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "meeting_lines",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                What = t.Column<string>(name: "what", maxLength: 300, nullable: false),
                OwnerId = t.Column<Guid>(name: "owner_id", nullable: false),
                DueOn = t.Column<DateOnly>(name: "due_on", nullable: true),
                WrittenById = t.Column<Guid>(name: "written_by_id", nullable: false),
                WrittenAt = t.Column<DateTime>(name: "written_at", nullable: false),
                IsDropped = t.Column<bool>(name: "is_dropped", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_meeting_lines", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_meeting_lines_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_meeting_lines_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_meeting_lines_school_id_owner_id", x => new { x.SchoolId, x.OwnerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_meeting_lines_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_meeting_lines_school_id_written_by_id", x => new { x.SchoolId, x.WrittenById }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_meeting_lines_school_id_owner_id", "meeting_lines", ["school_id", "owner_id"]);
        migrationBuilder.CreateIndex("ix_meeting_lines_school_id_written_by_id", "meeting_lines", ["school_id", "written_by_id"]);
        migrationBuilder.CreateIndex("ix_meeting_lines_school_id_meeting_id", "meeting_lines", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_meeting_lines_school_id_pupil_id", "meeting_lines", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "rows_gone_through",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                ActionId = t.Column<Guid>(name: "action_id", nullable: false),
                Outcome = t.Column<string>(name: "outcome", maxLength: 40, nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_rows_gone_through", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_rows_gone_through_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_rows_gone_through_school_id_action_id", x => new { x.SchoolId, x.ActionId }, "actions", ["school_id", "id"]);
                t.ForeignKey("fk_rows_gone_through_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_rows_gone_through_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_rows_gone_through_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_rows_gone_through_school_id_action_id", "rows_gone_through", ["school_id", "action_id"]);
        migrationBuilder.CreateIndex("ix_rows_gone_through_school_id_by_id", "rows_gone_through", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_rows_gone_through_school_id_meeting_id", "rows_gone_through", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_rows_gone_through_school_id_pupil_id", "rows_gone_through", ["school_id", "pupil_id"]);

        migrationBuilder.CreateTable(
            "review_steps",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                On = t.Column<DateOnly>(name: "on", nullable: false),
                Note = t.Column<string>(name: "note", maxLength: 500, nullable: true),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_review_steps", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_review_steps_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_review_steps_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_review_steps_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_review_steps_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_review_steps_school_id_by_id", "review_steps", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_review_steps_school_id_meeting_id", "review_steps", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_review_steps_school_id_pupil_id", "review_steps", ["school_id", "pupil_id"]);

        migrationBuilder.GuardBySchool(Tables);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables.Reverse())
        {
            migrationBuilder.DropTable(table);
        }
    }
}
