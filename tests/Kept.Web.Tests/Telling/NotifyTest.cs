using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>As <see cref="TellingHost"/>, with a school that has GOV.UK Notify and no mail server.</summary>
public sealed class NotifyHost(Template template) : TellingHost(template)
{
    protected override KeptAppOptions Options => base.Options with { Mail = null, Notify = new NotifyService(new Uri("http://localhost:1"), NotifyServer.Key, NotifyServer.EmailTemplate, NotifyServer.TextTemplate) };
}

/// <summary>Two parents with a sign-in, one who likes texts and one who likes email, and a server that behaves as GOV.UK Notify.</summary>
public abstract class NotifyTest : PageTest, IClassFixture<NotifyHost>, IClassFixture<NotifyServer>, IDisposable
{
    protected const string MothersMobile = "+447700900123";
    protected const string FathersEmail = "craig.bennett@home.example";

    /// <summary>Long enough for a loaded machine to answer on loopback; what is silent stays so until it is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<NotifyApi> apis = [];

    private protected NotifyTest(NotifyHost host, NotifyServer server)
        : base(host)
    {
        (Host, Server) = (host, server);
        server.Clock = host.Clock;
    }

    protected new NotifyHost Host { get; }

    protected NotifyServer Server { get; }

    public void Dispose()
    {
        apis.ForEach(api => api.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected ISender[] Senders(NotifyKey? key = null)
    {
        var service = Server.Service with { Key = key ?? NotifyServer.Key };
        var api = new NotifyApi(service, Clock, Patience);
        apis.Add(api);
        return [new NotifySender(api, service.Key, WayToTell.Email, service.EmailTemplate!.Value), new NotifySender(api, service.Key, WayToTell.Text, service.TextTemplate!.Value)];
    }

    protected async Task<(TestPerson Mother, TestPerson Father)> BothParentsAsync()
    {
        await Host.BothParentsAsync();
        Server.Forget();
        var (mother, father) = (World.LeosMother, World.LeosFather);
        await DescribeAsync(mother, "laura.bennett@home.example", "07700 900 123");
        await DescribeAsync(father, FathersEmail, phone: null);
        await LikesAsync(mother, ContactMethod.Text);
        await LikesAsync(father, ContactMethod.Email);
        return (mother, father);
    }

    protected async Task DescribeAsync(TestPerson carer, string? email, string? phone)
    {
        await using var db = Host.OpenDb();
        var record = await Host.RecordOfAsync(db, World.Senco);
        var person = await record.People.SingleAsync(p => p.Id == carer.Id, Cancel);
        Assert.Null(await record.SaveAsync(person.Describe(null, email, phone, null), Cancel));
    }

    protected async Task LikesAsync(TestPerson carer, ContactMethod method, Rhythm rhythm = Rhythm.AtOnce)
    {
        await using var db = Host.OpenDb();
        await db.Relationships.Where(t => t.CarerId == carer.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.PreferredMethod, method).SetProperty(t => t.Rhythm, rhythm), Cancel);
    }

    /// <summary>Something is shared, and has come to where it waits to be sent.</summary>
    protected async Task<Kept.Domain.Log.LogEntry> ShareAsync(string issue)
    {
        var entry = await World.AddEntryAsync(World.Leo, issue);
        await TellAsync();
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        return entry;
    }

    protected Task TellAsync() => Host.Teller(Senders()).TellAsync(Cancel);

    /// <summary>Tells every few minutes, as a node that stays up does.</summary>
    protected async Task TellForAsync(Duration time)
    {
        var step = Duration.FromMinutes(5);
        for (var passed = Duration.Zero; passed < time; passed += step)
        {
            await TellAsync();
            Clock.Pass(step);
        }

        await TellAsync();
    }

    protected async Task<(WayToTell Way, DispatchState State)[]> WaysOfAsync(TestPerson carer) => [.. (await Host.DispatchesAsync(carer)).Select(d => (d.Way, d.State))];

    /// <summary>Takes all that is due by text, as a node does just before it sends.</summary>
    private protected async Task<IReadOnlyList<ToSend>> TakeAsync()
    {
        var queue = new DispatchQueue(Host.Place.Database, Clock);
        List<ToSend> taken = [];
        foreach (var due in await queue.DueAsync(WayToTell.Text, Cancel))
        {
            taken.Add((await queue.TakeAsync(due, NotifyServer.Key.Mark, Cancel))!);
        }

        return taken;
    }

    /// <summary>Works out who is to be told and puts it together, and sends nothing.</summary>
    private protected async Task GatherAsync()
    {
        await new Spreading(Host.Place.Database, Clock).SpreadAsync((_, _) => Task.CompletedTask, Cancel);
        await new Gathering(Host.Place.Database, Clock).GatherAsync(new WaysOut(Email: true, Text: true), (_, _) => Task.CompletedTask, Cancel);
    }
}
