using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>Two parents with a sign-in, a teller, and a real mail server.</summary>
public abstract class TellingTest(TellingHost host, MailServerProcess server) : PageTest(host), IClassFixture<TellingHost>, IClassFixture<MailServerProcess>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private protected SmtpSender Sender => new(Server.Address, Patience);

    protected new TellingHost Host => host;

    protected MailServerProcess Server => server;

    protected static string EmailOf(TestPerson carer) => carer.Name.Split(' ') is var name ? $"{name[1]}.{name[2]}@home.example".ToLowerInvariant() : "";

    /// <summary>Both have come in, there is nothing left from before, and the server takes what comes.</summary>
    protected async Task<(TestPerson Mother, TestPerson Father)> BothParentsAsync()
    {
        await World.RestrictAsync(World.Leo, World.LeosFather, ContactRestriction.None);
        await using (var db = Host.OpenDb())
        {
            foreach (var carer in new[] { World.LeosMother, World.LeosFather })
            {
                await GiveAWayInAsync(db, carer.Id);
            }

            await db.Tidings.ExecuteDeleteAsync(Cancel);
            await db.Notices.ExecuteDeleteAsync(Cancel);
            await db.Dispatches.ExecuteDeleteAsync(Cancel);
        }

        Clock.Now = FixedClock.Start;
        Server.Be("take");
        Server.Forget();
        return (World.LeosMother, World.LeosFather);
    }

    protected async Task GiveAWayInAsync(KeptDb db, Id<Person> carer)
    {
        var person = await db.People.SingleAsync(p => p.Id == carer, Cancel);
        if (person.AccountId is null)
        {
            var account = Guid.CreateVersion7();
            db.Users.Add(Store.Accounts.Account.OfAFamily(account));
            await new LedgerWriter(db, new OperatorViewer(World.Hillview.Id), Clock).SaveAsync([person.SignInAs(account), new CarerCameIn(carer)], Cancel);
        }
    }

    /// <summary>Carers of Leo with a sign-in, by their addresses.</summary>
    protected async Task<IReadOnlyDictionary<Id<Person>, string>> ManyAsync(int many)
    {
        Dictionary<Id<Person>, string> carers = [];
        await using var db = Host.OpenDb();
        for (var n = 0; n < many; n++)
        {
            var person = Person.Named(World.Hillview.Id, PersonKind.Carer, "Mx", "Aunt", $"Number{n}").OrThrow();
            var described = person.Describe(null, $"aunt{n:00}@home.example", null, null);
            var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = World.Hillview.Id, PupilId = World.Leo.Id, CarerId = person.Id, Kind = "aunt" };
            db.AddRange(person, tie);
            await new LedgerWriter(db, new OperatorViewer(World.Hillview.Id), Clock).SaveAsync([described, new RelationshipChanged(World.Leo.Id, person.Id)], Cancel);
            await GiveAWayInAsync(db, person.Id);
            carers.Add(person.Id, person.Email!);
        }

        return carers;
    }

    protected async Task PassGraceAndTellAsync()
    {
        await TellAsync();
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        await TellAsync();
    }

    protected Task TellAsync() => Host.Teller(Sender).TellAsync(Cancel);

    /// <summary>A server that nobody reaches, without the wait.</summary>
    private protected sealed class Away : ISender
    {
        public WayToTell Way => WayToTell.Email;

        public Task<Sending> SendAsync(Outgoing what, CancellationToken cancel) => Task.FromResult(new Sending(SendingEnd.Unreachable, "Nobody is there"));
    }
}
