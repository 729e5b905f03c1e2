using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>
/// The enquiries that nobody has answered, in the order in which they came, without the answered ones among them: PostgreSQL does not take “answered is
/// null” for one value after which the rest of an index is in order, and read every entry of the school for Today.
/// </summary>
[DbContext(typeof(KeptDb))]
[Migration("0039_EnquiriesThatWait")]
internal sealed class EnquiriesThatWait : Migration
{
    private const string Before = "ix_enquiries_school_id_answered_at_arrived_on";
    private const string After = "ix_enquiries_school_id_arrived_on_id";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(Before, "enquiries");
        migrationBuilder.CreateIndex(After, "enquiries", ["school_id", "arrived_on", "id"], filter: "answered_at IS NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(After, "enquiries");
        migrationBuilder.CreateIndex(Before, "enquiries", ["school_id", "answered_at", "arrived_on"]);
    }
}
