using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
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
        await Host.BothParentsAsync();
        Server.Be("take");
        Server.Forget();
        return (World.LeosMother, World.LeosFather);
    }

    /// <summary>Carers of Leo with a sign-in, by their addresses.</summary>
    protected Task<IReadOnlyDictionary<Id<Person>, string>> ManyAsync(int many) => Host.ManyAsync(many);

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
