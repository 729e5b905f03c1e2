using Kept.Domain;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store.Pupils;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>The database and the rule say the same of every pupil, in each nation and on each day.</summary>
public sealed class AskingPupilsTests(KeptHost host) : PageTest(host)
{
    private static readonly LocalDate[] Days = [new(2026, 5, 31), new(2026, 6, 26), new(2026, 6, 27), new(2026, 7, 1), new(2026, 9, 30), new(2026, 11, 27), new(2026, 12, 21)];

    private static readonly (LocalDate? Born, string Year, LocalDate? DecidedOn)[] Pupils =
    [
        (null, "11", null), (null, "12", null), (null, "14", new(2026, 7, 3)),
        (new(2010, 3, 1), "11", null), (new(2010, 5, 3), "12", null), (new(2010, 5, 3), "12", new(2026, 7, 3)), (new(2010, 7, 2), "11", null),
        (new(2010, 8, 31), "11", null), (new(2010, 9, 1), "11", null), (new(2010, 9, 30), "12", null), (new(2010, 10, 1), "11", null), (new(2011, 2, 28), "11", null)
    ];

    [Theory]
    [InlineData(Nation.England)]
    [InlineData(Nation.Wales)]
    [InlineData(Nation.Scotland)]
    [InlineData(Nation.NorthernIreland)]
    public async Task A_database_is_asked_the_same(Nation nation)
    {
        await using var db = Host.OpenDb();
        await db.Schools.Where(s => s.Id == World.Hillview.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Nation, nation), Cancel);
        var pupils = Pupils.Select((given, i) => Enrolled(i, given.Born, given.Year, given.DecidedOn)).ToList();
        db.AddRange(pupils);
        await db.SaveChangesAsync(Cancel);
        try
        {
            foreach (var day in Days)
            {
                var ids = pupils.Select(p => p.Id).ToList();
                var found = await db.Pupils.AskingOn(db.Schools, day).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(Cancel);

                Assert.Equal(pupils.Where(p => p.AsksWhoDecidesOn(day, nation)).Select(p => p.Id).Order(), found.Order());
            }
        }
        finally
        {
            db.RemoveRange(pupils);
            await db.SaveChangesAsync(Cancel);
            await db.Schools.Where(s => s.Id == World.Hillview.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Nation, Nation.England), Cancel);
        }
    }

    private Pupil Enrolled(int number, LocalDate? born, string year, LocalDate? decidedOn)
    {
        var numbers = $"8018018990{number:00}";
        var pupil = Pupil.Enrol(World.Hillview.Id, new PupilDetails($"{Upn.CheckLetter($"-{numbers}")}{numbers}", "Aisha", "Khan", null, born, year, null, SenProvision.None, [])).OrThrow();
        if (decidedOn is { } on)
        {
            pupil.LeadIsDecided(on);
        }

        return pupil;
    }
}
