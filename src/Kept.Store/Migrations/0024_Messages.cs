using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0024_Messages")]
internal sealed class MessageThreads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "message_threads",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Subject = t.Column<string>(name: "subject", maxLength: 120, nullable: false),
                StartedAt = t.Column<DateTime>(name: "started_at", nullable: false),
                WithId = t.Column<Guid>(name: "with_id", nullable: true),
                Count = t.Column<int>(name: "count", nullable: false),
                ClosedAt = t.Column<DateTime>(name: "closed_at", nullable: true),
                Version = t.Column<int>(name: "version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_message_threads", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_message_threads_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_message_threads_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_message_threads_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_message_threads_school_id_with_id", x => new { x.SchoolId, x.WithId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_message_threads_school_id_closed_at_started_at", "message_threads", ["school_id", "closed_at", "started_at"]);
        migrationBuilder.CreateIndex("ix_message_threads_school_id_pupil_id_carer_id", "message_threads", ["school_id", "pupil_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_message_threads_school_id_carer_id", "message_threads", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_message_threads_school_id_with_id", "message_threads", ["school_id", "with_id"]);
        migrationBuilder.GuardBySchool("message_threads");

        migrationBuilder.CreateTable(
            "messages",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                ThreadId = t.Column<Guid>(name: "thread_id", nullable: false),
                Number = t.Column<int>(name: "number", nullable: false),
                FromId = t.Column<Guid>(name: "from_id", nullable: false),
                IsFromFamily = t.Column<bool>(name: "is_from_family", nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 4000, nullable: false),
                Language = t.Column<string>(name: "language", maxLength: 35, nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false),
                Closes = t.Column<bool>(name: "closes", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_messages", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_messages_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_messages_school_id_from_id", x => new { x.SchoolId, x.FromId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_messages_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_messages_school_id_thread_id", x => new { x.SchoolId, x.ThreadId }, "message_threads", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_messages_school_id_thread_id_number", "messages", ["school_id", "thread_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_messages_school_id_pupil_id", "messages", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_messages_school_id_from_id", "messages", ["school_id", "from_id"]);
        migrationBuilder.GuardBySchool("messages");

        migrationBuilder.CreateTable(
            "thread_handovers",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                ThreadId = t.Column<Guid>(name: "thread_id", nullable: false),
                FromId = t.Column<Guid>(name: "from_id", nullable: true),
                ToId = t.Column<Guid>(name: "to_id", nullable: false),
                Reason = t.Column<string>(name: "reason", maxLength: 300, nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_thread_handovers", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_thread_handovers_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_thread_handovers_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_thread_handovers_school_id_from_id", x => new { x.SchoolId, x.FromId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_thread_handovers_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_thread_handovers_school_id_thread_id", x => new { x.SchoolId, x.ThreadId }, "message_threads", ["school_id", "id"]);
                t.ForeignKey("fk_thread_handovers_school_id_to_id", x => new { x.SchoolId, x.ToId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_thread_handovers_school_id_thread_id_at", "thread_handovers", ["school_id", "thread_id", "at"]);
        migrationBuilder.CreateIndex("ix_thread_handovers_school_id_pupil_id", "thread_handovers", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_thread_handovers_school_id_from_id", "thread_handovers", ["school_id", "from_id"]);
        migrationBuilder.CreateIndex("ix_thread_handovers_school_id_to_id", "thread_handovers", ["school_id", "to_id"]);
        migrationBuilder.CreateIndex("ix_thread_handovers_school_id_by_id", "thread_handovers", ["school_id", "by_id"]);
        migrationBuilder.GuardBySchool("thread_handovers");

        migrationBuilder.CreateTable(
            "message_entries",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MessageId = t.Column<Guid>(name: "message_id", nullable: false),
                EntryId = t.Column<Guid>(name: "entry_id", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_message_entries", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_message_entries_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_message_entries_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_message_entries_school_id_entry_id", x => new { x.SchoolId, x.EntryId }, "log_entries", ["school_id", "id"]);
                t.ForeignKey("fk_message_entries_school_id_message_id", x => new { x.SchoolId, x.MessageId }, "messages", ["school_id", "id"]);
                t.ForeignKey("fk_message_entries_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_message_entries_school_id_entry_id", "message_entries", ["school_id", "entry_id"], unique: true);
        migrationBuilder.CreateIndex("ix_message_entries_school_id_message_id", "message_entries", ["school_id", "message_id"]);
        migrationBuilder.CreateIndex("ix_message_entries_school_id_pupil_id", "message_entries", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_message_entries_school_id_by_id", "message_entries", ["school_id", "by_id"]);
        migrationBuilder.GuardBySchool("message_entries");

        migrationBuilder.CreateTable(
            "message_openings",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                ThreadId = t.Column<Guid>(name: "thread_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                UpTo = t.Column<int>(name: "up_to", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_message_openings", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_message_openings_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_message_openings_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_message_openings_school_id_thread_id", x => new { x.SchoolId, x.ThreadId }, "message_threads", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_message_openings_school_id_thread_id_at", "message_openings", ["school_id", "thread_id", "at"]);
        migrationBuilder.CreateIndex("ix_message_openings_school_id_person_id", "message_openings", ["school_id", "person_id"]);
        migrationBuilder.GuardBySchool("message_openings");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["message_openings", "message_entries", "thread_handovers", "messages", "message_threads"])
        {
            migrationBuilder.DropTable(table);
        }
    }
}
