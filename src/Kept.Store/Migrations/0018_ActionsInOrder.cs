using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

[DbContext(typeof(KeptDb))]
[Migration("0018_ActionsInOrder")]
internal sealed class ActionsInOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_actions_school_id_pupil_id_agreed_on", "actions");
        migrationBuilder.CreateIndex("ix_actions_school_id_pupil_id_agreed_on_created_at_id", "actions", ["school_id", "pupil_id", "agreed_on", "created_at", "id"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_actions_school_id_pupil_id_agreed_on_created_at_id", "actions");
        migrationBuilder.CreateIndex("ix_actions_school_id_pupil_id_agreed_on", "actions", ["school_id", "pupil_id", "agreed_on"]);
    }
}
