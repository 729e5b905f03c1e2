using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>How many actions a list holds is read from the index alone: who may see each stands in it.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0042_ActionsCounted")]
internal sealed class ActionsCounted : Migration
{
    private const string Was = "ix_actions_school_id_status_due_on";
    private const string Is = "ix_actions_school_id_status_due_on_visibility";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(Was, "actions");
        migrationBuilder.CreateIndex(Is, "actions", ["school_id", "status", "due_on", "visibility"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(Is, "actions");
        migrationBuilder.CreateIndex(Was, "actions", ["school_id", "status", "due_on"]);
    }
}
