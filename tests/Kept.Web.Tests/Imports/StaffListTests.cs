using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Store.Schools;
using Kept.Web.Imports;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Imports;

public sealed class StaffListTests(KeptHost host) : PageTest(host), IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task Staff_come_with_their_roles_and_classes_and_a_second_time_changes_nothing()
    {
        var first = await TakeAsync(Scratch.Sample("staff.csv"));

        Assert.Empty(first.Bad);
        Assert.Contains("Ms Petra Vogel", first.Added);
        var second = await TakeAsync(Scratch.Sample("staff.csv"));
        Assert.Equal((0, 0, 3), (second.Added.Count, second.Changed.Count, second.Unchanged));
        await using var db = Host.OpenDb();
        var sam = await db.People.SingleAsync(p => p.Email == "sam.onyango@example.org", Cancel);
        Assert.Equal("SO", sam.Initials);
        Assert.Null(sam.AccountId);
        Assert.Equal(["4K", "5E"], await db.RolesHeld.Where(r => r.PersonId == sam.Id && r.Role == StaffRole.TeachingAssistant).Select(r => r.ClassName).OrderBy(c => c).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("Ms,Eve,Stone,not-an-address,class teacher,", "Line 2, Email: “not-an-address” is not an email address")]
    [InlineData("Ms,Eve,,eve@example.org,class teacher,", "Line 2, Surname: No surname")]
    [InlineData("Ms,Eve,Stone,eve@example.org,wizard,", "Line 2, Role: “wizard” is not a role in Kept")]
    public async Task A_bad_row_is_named(string row, string problem)
    {
        var report = await TakeAsync(scratch.File("Title,Forename,Surname,Email,Role,Class\n" + row + "\n"));

        Assert.StartsWith(problem, Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Empty(report.Added);
    }

    [Fact]
    public async Task Nobody_gives_by_a_file_what_they_could_not_give_by_hand()
    {
        var path = scratch.File($"Name,Email,Role\nMr Ian Cole,{World.Administrator.Email},SENCO\nMs New Dsl,new@example.org,DSL\n");

        var report = await TakeAsync(path, World.Administrator.AsViewer);

        Assert.Equal(["Role", "Role"], report.Problems.Select(p => p.Column));
        Assert.Contains("You cannot make somebody SENCO", report.Problems.First().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_that_somebody_signs_in_with_is_not_changed_by_a_file()
    {
        var report = await TakeAsync(scratch.File("Name,Email\nMrs Amina Khan,mine@example.org\n"), World.Administrator.AsViewer);

        await using var db = Host.OpenDb();
        Assert.Equal(World.Senco.Email, await db.People.Where(p => p.Id == World.Senco.Id).Select(p => p.Email).SingleAsync(Cancel));
        Assert.True(report.Bad.Count == 1 || report.Added.Count == 1);
    }

    public void Dispose() => scratch.Dispose();

    private async Task<StaffReport> TakeAsync(string path, Viewer? by = null)
    {
        await using var db = Host.OpenDb();
        return await new StaffList(new SchoolRegister(db, by ?? new OperatorViewer(World.Hillview.Id), Clock)).TakeAsync(StaffTable.Open(path), save: true, Cancel);
    }
}
