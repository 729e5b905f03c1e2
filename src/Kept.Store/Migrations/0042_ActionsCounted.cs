using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>
/// Who may see each action stands in the indexes of what is open: how many a list holds, and which have been quiet for long, is read from there alone.
/// </summary>
[DbContext(typeof(KeptDb))]
[Migration("0042_ActionsCounted")]
internal sealed class ActionsCounted : Migration
{
    private const string ByDay = "ix_actions_school_id_status_due_on";
    private const string ByDaySeen = "ix_actions_school_id_status_due_on_visibility";
    private const string ByMoment = "ix_actions_school_id_status_touched_at";
    private const string ByMomentSeen = "ix_actions_school_id_status_touched_at_due_on_visibility";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(ByDay, "actions");
        migrationBuilder.DropIndex(ByMoment, "actions");
        migrationBuilder.CreateIndex(ByDaySeen, "actions", ["school_id", "status", "due_on", "visibility"]);
        migrationBuilder.CreateIndex(ByMomentSeen, "actions", ["school_id", "status", "touched_at", "due_on", "visibility"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(ByDaySeen, "actions");
        migrationBuilder.DropIndex(ByMomentSeen, "actions");
        migrationBuilder.CreateIndex(ByDay, "actions", ["school_id", "status", "due_on"]);
        migrationBuilder.CreateIndex(ByMoment, "actions", ["school_id", "status", "touched_at"]);
    }
}
