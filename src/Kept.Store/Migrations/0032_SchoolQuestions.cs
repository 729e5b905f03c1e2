using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>What a school asks before a meeting, in its own words; and with each answer the question that it was given to.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0032_SchoolQuestions")]
internal sealed class SchoolQuestions : Migration
{
    private static readonly string[] Key = ["school_id", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("questions_version", "schools", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("asked", "contributions", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<string>("question", "contributions", maxLength: 150, nullable: true);
        migrationBuilder.AddColumn<string>("own", "say_drafts", nullable: true);
        migrationBuilder.AddColumn<string>("pictures_asked", "say_drafts", maxLength: 40, nullable: true);
        CreateQuestions(migrationBuilder);
        CreateTranslations(migrationBuilder);
        migrationBuilder.GuardBySchool("school_questions", "question_translations");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("question_translations");
        migrationBuilder.DropTable("school_questions");

        // Both databases do; Entity Framework does not believe it of SQLite.
        migrationBuilder.Sql("ALTER TABLE schools DROP COLUMN questions_version");
        migrationBuilder.Sql("ALTER TABLE contributions DROP COLUMN asked");
        migrationBuilder.Sql("ALTER TABLE contributions DROP COLUMN question");
        migrationBuilder.Sql("ALTER TABLE say_drafts DROP COLUMN own");
        migrationBuilder.Sql("ALTER TABLE say_drafts DROP COLUMN pictures_asked");
    }

    private static void CreateQuestions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "school_questions",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Kepts = t.Column<string>(name: "kepts", maxLength: 40, nullable: true),
                Words = t.Column<string>(name: "words", maxLength: 150, nullable: true),
                IsTheChilds = t.Column<bool>(name: "is_the_childs", nullable: false),
                MadeById = t.Column<Guid>(name: "made_by_id", nullable: false),
                MadeAt = t.Column<DateTime>(name: "made_at", nullable: false),
                Place = t.Column<int>(name: "place", nullable: true),
                IsHidden = t.Column<bool>(name: "is_hidden", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_school_questions", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_school_questions_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_school_questions_school_id_made_by_id", x => new { x.SchoolId, x.MadeById }, "people", Key);
            });

        migrationBuilder.CreateIndex("ix_school_questions_school_id_made_by_id", "school_questions", ["school_id", "made_by_id"]);
        migrationBuilder.CreateIndex("ix_school_questions_school_id_place", "school_questions", ["school_id", "place"]);
    }

    private static void CreateTranslations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "question_translations",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                QuestionId = t.Column<Guid>(name: "question_id", nullable: false),
                To = t.Column<string>(name: "to", maxLength: 20, nullable: false),
                Words = t.Column<string>(name: "words", maxLength: 300, nullable: false),
                Made = t.Column<string>(name: "made", maxLength: 40, nullable: false),
                ById = t.Column<Guid>(name: "by_id", nullable: false),
                At = t.Column<DateTime>(name: "at", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_question_translations", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_question_translations_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_question_translations_school_id_by_id", x => new { x.SchoolId, x.ById }, "people", Key);
                t.ForeignKey("fk_question_translations_school_id_question_id", x => new { x.SchoolId, x.QuestionId }, "school_questions", Key);
            });

        migrationBuilder.CreateIndex("ix_question_translations_school_id_by_id", "question_translations", ["school_id", "by_id"]);
        migrationBuilder.CreateIndex("ix_question_translations_school_id_question_id_to_at", "question_translations", ["school_id", "question_id", "to", "at"]);
    }
}
