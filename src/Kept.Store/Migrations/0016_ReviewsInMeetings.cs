using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0016_ReviewsInMeetings")]
internal sealed class ReviewsInMeetings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "reviews_gone_through",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                MeetingId = t.Column<Guid>(name: "meeting_id", nullable: false),
                ReviewId = t.Column<Guid>(name: "review_id", nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_reviews_gone_through", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_reviews_gone_through_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_reviews_gone_through_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_reviews_gone_through_school_id_meeting_id", x => new { x.SchoolId, x.MeetingId }, "meetings", ["school_id", "id"]);
                t.ForeignKey("fk_reviews_gone_through_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
                t.ForeignKey("fk_reviews_gone_through_school_id_review_id", x => new { x.SchoolId, x.ReviewId }, "reviews", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_reviews_gone_through_school_id_by_id", "reviews_gone_through", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_reviews_gone_through_school_id_meeting_id", "reviews_gone_through", ["school_id", "meeting_id"]);
        migrationBuilder.CreateIndex("ix_reviews_gone_through_school_id_pupil_id", "reviews_gone_through", ["school_id", "pupil_id"]);
        migrationBuilder.CreateIndex("ix_reviews_gone_through_school_id_review_id", "reviews_gone_through", ["school_id", "review_id"]);
        migrationBuilder.GuardBySchool("reviews_gone_through");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("reviews_gone_through");
}
