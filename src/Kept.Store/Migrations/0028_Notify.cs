using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Which service has what was sent, when it is asked what became of it, and what failed before it. And who has a mobile number.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0028_Notify")]
internal sealed class Notify : Migration
{
    private const string Dialled = "replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', '')";

    /// <summary>Those of the United Kingdom, as "07700 900 123", "+44 (0)7700 900123" and "0044 7700 900123". What is written otherwise has its key when it is next written.</summary>
    private const string BritishMobiles =
        $"""
        UPDATE people SET mobile_key = '+44' || substr({Dialled}, CASE WHEN {Dialled} LIKE '07%' THEN 2 WHEN {Dialled} LIKE '+447%' THEN 4 ELSE 5 END)
        WHERE ({Dialled} LIKE '07_________' AND {Dialled} NOT LIKE '070%' AND {Dialled} NOT LIKE '076%')
           OR ({Dialled} LIKE '+447_________' AND {Dialled} NOT LIKE '+4470%' AND {Dialled} NOT LIKE '+4476%')
           OR ({Dialled} LIKE '+4407_________' AND {Dialled} NOT LIKE '+44070%' AND {Dialled} NOT LIKE '+44076%')
           OR ({Dialled} LIKE '00447_________' AND {Dialled} NOT LIKE '004470%' AND {Dialled} NOT LIKE '004476%')
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("service", "dispatches", maxLength: 100, nullable: true);
        migrationBuilder.AddColumn<DateTime>("ask_at", "dispatches", nullable: true);
        migrationBuilder.AddColumn<string>("earlier", "dispatches", maxLength: 500, nullable: true);
        migrationBuilder.CreateIndex("ix_dispatches_ask_at", "dispatches", ["ask_at"]);

        migrationBuilder.AddColumn<string>("mobile_key", "people", maxLength: 40, nullable: true);
        migrationBuilder.CreateIndex("ix_people_mobile_key", "people", ["mobile_key"]);
        migrationBuilder.Sql(BritishMobiles);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_dispatches_ask_at", "dispatches");
        migrationBuilder.DropIndex("ix_people_mobile_key", "people");
        migrationBuilder.Sql("ALTER TABLE people DROP COLUMN mobile_key");
        foreach (var column in new[] { "service", "ask_at", "earlier" })
        {
            // Both databases do; Entity Framework does not believe it of SQLite.
            migrationBuilder.Sql($"ALTER TABLE dispatches DROP COLUMN {column}");
        }
    }
}
