using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0002_Schools")]
internal sealed class Schools : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "trusts",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                Name = t.Column<string>(name: "name", maxLength: 120, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_trusts", x => x.Id);
            });

        migrationBuilder.CreateTable(
            "schools",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                TrustId = t.Column<Guid>(name: "trust_id", nullable: false),
                Slug = t.Column<string>(name: "slug", maxLength: 40, nullable: false),
                Name = t.Column<string>(name: "name", maxLength: 120, nullable: false),
                Nation = t.Column<string>(name: "nation", maxLength: 40, nullable: false),
                ClosesAt = t.Column<TimeOnly>(name: "closes_at", nullable: false),
                InsetDaysAreWorkingDays = t.Column<bool>(name: "inset_days_are_working_days", nullable: false),
                AcknowledgeWithinWorkingDays = t.Column<int>(name: "acknowledge_within_working_days", nullable: false),
                DeadAfterDays = t.Column<int>(name: "dead_after_days", nullable: false),
                CalendarVersion = t.Column<int>(name: "calendar_version", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_schools", x => x.Id);
                t.ForeignKey("fk_schools_trust_id", x => x.TrustId, "trusts", "id");
            });

        migrationBuilder.CreateIndex("ix_schools_slug", "schools", ["slug"], unique: true);
        migrationBuilder.CreateIndex("ix_schools_trust_id", "schools", ["trust_id"]);

        migrationBuilder.CreateTable(
            "calendar_entries",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                From = t.Column<DateOnly>(name: "from", nullable: false),
                To = t.Column<DateOnly>(name: "to", nullable: false),
                Title = t.Column<string>(name: "title", maxLength: 80, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_calendar_entries", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_calendar_entries_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_calendar_entries_school_id_from", "calendar_entries", ["school_id", "from"]);

        migrationBuilder.CreateTable(
            "people",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                Title = t.Column<string>(name: "title", maxLength: 40, nullable: true),
                GivenName = t.Column<string>(name: "given_name", maxLength: 80, nullable: false),
                FamilyName = t.Column<string>(name: "family_name", maxLength: 80, nullable: false),
                Initials = t.Column<string>(name: "initials", maxLength: 10, nullable: true),
                Email = t.Column<string>(name: "email", maxLength: 254, nullable: true),
                Phone = t.Column<string>(name: "phone", maxLength: 40, nullable: true),
                Job = t.Column<string>(name: "job", maxLength: 120, nullable: true),
                LeftOn = t.Column<DateOnly>(name: "left_on", nullable: true),
                AccountId = t.Column<Guid>(name: "account_id", nullable: true),
                ExternalId = t.Column<string>(name: "external_id", maxLength: 80, nullable: true),
                NameKey = t.Column<string>(name: "name_key", maxLength: 200, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_people", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_people_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_people_account_id", "people", ["account_id"]);
        migrationBuilder.CreateIndex("ix_people_school_id_external_id", "people", ["school_id", "external_id"]);
        migrationBuilder.CreateIndex("ix_people_school_id_kind_name_key", "people", ["school_id", "kind", "name_key"]);

        migrationBuilder.CreateTable(
            "roles_held",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                Role = t.Column<string>(name: "role", maxLength: 40, nullable: false),
                ClassName = t.Column<string>(name: "class_name", maxLength: 20, nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_roles_held", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_roles_held_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_roles_held_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_roles_held_school_id_class_name", "roles_held", ["school_id", "class_name"]);
        migrationBuilder.CreateIndex("ix_roles_held_school_id_person_id", "roles_held", ["school_id", "person_id"]);

        migrationBuilder.CreateTable(
            "pupils",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                Upn = t.Column<string>(name: "upn", maxLength: 13, nullable: false),
                GivenName = t.Column<string>(name: "given_name", maxLength: 80, nullable: false),
                FamilyName = t.Column<string>(name: "family_name", maxLength: 80, nullable: false),
                PreferredName = t.Column<string>(name: "preferred_name", maxLength: 80, nullable: true),
                DateOfBirth = t.Column<DateOnly>(name: "date_of_birth", nullable: true),
                YearGroup = t.Column<string>(name: "year_group", maxLength: 2, nullable: false),
                ClassName = t.Column<string>(name: "class_name", maxLength: 20, nullable: true),
                Provision = t.Column<string>(name: "provision", maxLength: 40, nullable: false),
                Needs = t.Column<string>(name: "needs", maxLength: 80, nullable: false),
                LeftOn = t.Column<DateOnly>(name: "left_on", nullable: true),
                NameKey = t.Column<string>(name: "name_key", maxLength: 250, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_pupils", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_pupils_school_id", x => x.SchoolId, "schools", "id");
            });

        migrationBuilder.CreateIndex("ix_pupils_school_id_class_name", "pupils", ["school_id", "class_name"]);
        migrationBuilder.CreateIndex("ix_pupils_school_id_name_key", "pupils", ["school_id", "name_key"]);
        migrationBuilder.CreateIndex("ix_pupils_school_id_upn", "pupils", ["school_id", "upn"], unique: true);

        migrationBuilder.CreateTable(
            "key_adults",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                PersonId = t.Column<Guid>(name: "person_id", nullable: false),
                Since = t.Column<DateOnly>(name: "since", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_key_adults", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_key_adults_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_key_adults_school_id_person_id", x => new { x.SchoolId, x.PersonId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_key_adults_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_key_adults_school_id_person_id", "key_adults", ["school_id", "person_id"]);
        migrationBuilder.CreateIndex("ix_key_adults_school_id_pupil_id_person_id", "key_adults", ["school_id", "pupil_id", "person_id"], unique: true);

        migrationBuilder.CreateTable(
            "relationships",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                SchoolId = t.Column<Guid>(name: "school_id", nullable: false),
                PupilId = t.Column<Guid>(name: "pupil_id", nullable: false),
                CarerId = t.Column<Guid>(name: "carer_id", nullable: false),
                Kind = t.Column<string>(name: "kind", maxLength: 40, nullable: false),
                ParentalResponsibility = t.Column<string>(name: "parental_responsibility", maxLength: 40, nullable: false),
                Priority = t.Column<int>(name: "priority", nullable: false),
                LivesWith = t.Column<string>(name: "lives_with", maxLength: 40, nullable: false),
                ReceivesCopies = t.Column<bool>(name: "receives_copies", nullable: false),
                PreferredMethod = t.Column<string>(name: "preferred_method", maxLength: 40, nullable: false),
                PreferredTimes = t.Column<string>(name: "preferred_times", maxLength: 120, nullable: true),
                Language = t.Column<string>(name: "language", maxLength: 20, nullable: false),
                InterpreterNeeded = t.Column<bool>(name: "interpreter_needed", nullable: false),
                AccessibleFormat = t.Column<string>(name: "accessible_format", maxLength: 80, nullable: true),
                Restriction = t.Column<string>(name: "restriction", maxLength: 40, nullable: false),
                RestrictionReason = t.Column<string>(name: "restriction_reason", maxLength: 500, nullable: true),
                CourtOrderReference = t.Column<string>(name: "court_order_reference", maxLength: 120, nullable: true),
                RestrictionUntil = t.Column<DateOnly>(name: "restriction_until", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_relationships", x => new { x.SchoolId, x.Id });
                t.ForeignKey("fk_relationships_school_id", x => x.SchoolId, "schools", "id");
                t.ForeignKey("fk_relationships_school_id_carer_id", x => new { x.SchoolId, x.CarerId }, "people", ["school_id", "id"]);
                t.ForeignKey("fk_relationships_school_id_pupil_id", x => new { x.SchoolId, x.PupilId }, "pupils", ["school_id", "id"]);
            });

        migrationBuilder.CreateIndex("ix_relationships_school_id_carer_id", "relationships", ["school_id", "carer_id"]);
        migrationBuilder.CreateIndex("ix_relationships_school_id_pupil_id_carer_id", "relationships", ["school_id", "pupil_id", "carer_id"], unique: true);

        migrationBuilder.GuardBySchool("calendar_entries", "people", "roles_held", "pupils", "key_adults", "relationships");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("relationships");
        migrationBuilder.DropTable("key_adults");
        migrationBuilder.DropTable("pupils");
        migrationBuilder.DropTable("roles_held");
        migrationBuilder.DropTable("people");
        migrationBuilder.DropTable("calendar_entries");
        migrationBuilder.DropTable("schools");
        migrationBuilder.DropTable("trusts");
    }
}
