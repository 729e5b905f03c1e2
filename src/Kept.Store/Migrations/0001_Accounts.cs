using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0001_Accounts")]
internal sealed class Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "data_protection_keys",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                Xml = t.Column<string>(name: "xml", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_data_protection_keys", x => x.Id);
            });

        migrationBuilder.CreateTable(
            "users",
            t => new
            {
                Id = t.Column<Guid>(name: "id", nullable: false),
                MustChoosePassword = t.Column<bool>(name: "must_choose_password", nullable: false),
                UserName = t.Column<string>(name: "user_name", maxLength: 256, nullable: true),
                NormalizedUserName = t.Column<string>(name: "normalized_user_name", maxLength: 256, nullable: true),
                Email = t.Column<string>(name: "email", maxLength: 256, nullable: true),
                NormalizedEmail = t.Column<string>(name: "normalized_email", maxLength: 256, nullable: true),
                EmailConfirmed = t.Column<bool>(name: "email_confirmed", nullable: false),
                PasswordHash = t.Column<string>(name: "password_hash", nullable: true),
                SecurityStamp = t.Column<string>(name: "security_stamp", nullable: true),
                ConcurrencyStamp = t.Column<string>(name: "concurrency_stamp", nullable: true),
                PhoneNumber = t.Column<string>(name: "phone_number", maxLength: 256, nullable: true),
                PhoneNumberConfirmed = t.Column<bool>(name: "phone_number_confirmed", nullable: false),
                TwoFactorEnabled = t.Column<bool>(name: "two_factor_enabled", nullable: false),
                LockoutEnd = t.Column<DateTimeOffset>(name: "lockout_end", nullable: true),
                LockoutEnabled = t.Column<bool>(name: "lockout_enabled", nullable: false),
                AccessFailedCount = t.Column<int>(name: "access_failed_count", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_users", x => x.Id);
            });

        migrationBuilder.CreateIndex("ix_users_normalized_email", "users", ["normalized_email"]);
        migrationBuilder.CreateIndex("ix_users_normalized_user_name", "users", ["normalized_user_name"], unique: true);

        migrationBuilder.CreateTable(
            "user_claims",
            t => new
            {
                Id = t.Column<int>(name: "id", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                UserId = t.Column<Guid>(name: "user_id", nullable: false),
                ClaimType = t.Column<string>(name: "claim_type", nullable: true),
                ClaimValue = t.Column<string>(name: "claim_value", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_user_claims", x => x.Id);
                t.ForeignKey("fk_user_claims_user_id", x => x.UserId, "users", "id");
            });

        migrationBuilder.CreateIndex("ix_user_claims_user_id", "user_claims", ["user_id"]);

        migrationBuilder.CreateTable(
            "user_logins",
            t => new
            {
                LoginProvider = t.Column<string>(name: "login_provider", maxLength: 128, nullable: false),
                ProviderKey = t.Column<string>(name: "provider_key", maxLength: 128, nullable: false),
                ProviderDisplayName = t.Column<string>(name: "provider_display_name", nullable: true),
                UserId = t.Column<Guid>(name: "user_id", nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_user_logins", x => new { x.LoginProvider, x.ProviderKey });
                t.ForeignKey("fk_user_logins_user_id", x => x.UserId, "users", "id");
            });

        migrationBuilder.CreateIndex("ix_user_logins_user_id", "user_logins", ["user_id"]);

        migrationBuilder.CreateTable(
            "user_passkeys",
            t => new
            {
                CredentialId = t.Column<byte[]>(name: "credential_id", maxLength: 1024, nullable: false),
                UserId = t.Column<Guid>(name: "user_id", nullable: false),
                Data = t.Column<string>(name: "Data", type: migrationBuilder.IsNpgsql() ? "jsonb" : null, nullable: false)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_user_passkeys", x => x.CredentialId);
                t.ForeignKey("fk_user_passkeys_user_id", x => x.UserId, "users", "id");
            });

        migrationBuilder.CreateIndex("ix_user_passkeys_user_id", "user_passkeys", ["user_id"]);

        migrationBuilder.CreateTable(
            "user_tokens",
            t => new
            {
                UserId = t.Column<Guid>(name: "user_id", nullable: false),
                LoginProvider = t.Column<string>(name: "login_provider", maxLength: 128, nullable: false),
                Name = t.Column<string>(name: "name", maxLength: 128, nullable: false),
                Value = t.Column<string>(name: "value", nullable: true)
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_user_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                t.ForeignKey("fk_user_tokens_user_id", x => x.UserId, "users", "id");
            });
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("user_tokens");
        migrationBuilder.DropTable("user_passkeys");
        migrationBuilder.DropTable("user_logins");
        migrationBuilder.DropTable("user_claims");
        migrationBuilder.DropTable("users");
        migrationBuilder.DropTable("data_protection_keys");
    }
}
