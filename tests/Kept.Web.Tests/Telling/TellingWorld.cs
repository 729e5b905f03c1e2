using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Telling;

/// <summary>Who is there to be told.</summary>
internal static class TellingWorld
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Leo’s parents may both be told and have come in, nothing is left from before, and it is a Tuesday morning.</summary>
    public static async Task BothParentsAsync(this TellingHost host)
    {
        var world = host.World;
        await world.RestrictAsync(world.Leo, world.LeosFather, ContactRestriction.None);
        await using var db = host.OpenDb();
        foreach (var carer in new[] { world.LeosMother, world.LeosFather })
        {
            await host.GiveAWayInAsync(db, carer.Id);
        }

        await db.Tidings.ExecuteDeleteAsync(Cancel);
        await db.Notices.ExecuteDeleteAsync(Cancel);
        await db.Dispatches.ExecuteDeleteAsync(Cancel);
        host.Clock.Now = FixedClock.Start;
    }

    /// <summary>Carers of Leo with a sign-in, by their addresses. Each has a mobile number too: +4477009010 and two digits.</summary>
    public static async Task<IReadOnlyDictionary<Id<Person>, string>> ManyAsync(this TellingHost host, int many)
    {
        var world = host.World;
        Dictionary<Id<Person>, string> carers = [];
        await using var db = host.OpenDb();
        var before = await db.People.CountAsync(p => p.GivenName == "Aunt", Cancel);
        for (var n = before; n < before + many; n++)
        {
            var person = Person.Named(world.Hillview.Id, PersonKind.Carer, "Mx", "Aunt", $"Number{n}").OrThrow();
            var described = person.Describe(null, $"aunt{n:00}@home.example", $"07700 9010{n:00}", null);
            var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = world.Hillview.Id, PupilId = world.Leo.Id, CarerId = person.Id, Kind = "aunt" };
            db.AddRange(person, tie);
            await new LedgerWriter(db, new OperatorViewer(world.Hillview.Id), host.Clock).SaveAsync([described, new RelationshipChanged(world.Leo.Id, person.Id)], Cancel);
            await host.GiveAWayInAsync(db, person.Id);
            carers.Add(person.Id, person.Email!);
        }

        return carers;
    }

    private static async Task GiveAWayInAsync(this TellingHost host, KeptDb db, Id<Person> carer)
    {
        var person = await db.People.SingleAsync(p => p.Id == carer, Cancel);
        if (person.AccountId is null)
        {
            var account = Guid.CreateVersion7();
            db.Users.Add(Store.Accounts.Account.OfAFamily(account));
            await new LedgerWriter(db, new OperatorViewer(host.World.Hillview.Id), host.Clock).SaveAsync([person.SignInAs(account), new CarerCameIn(carer)], Cancel);
        }
    }
}
