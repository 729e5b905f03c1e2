using Kept.Domain.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>Many carers, several nodes, and a mail server that does everything a server can do: what holds in the end.</summary>
public sealed class ManyMoodsTests(TellingHost host, MailServerProcess server) : TellingTest(host, server)
{
    [Fact]
    public async Task Several_nodes_and_a_server_in_every_mood_send_nothing_twice_and_lose_nothing()
    {
        await BothParentsAsync();
        var carers = await ManyAsync(30);
        var entry = await World.AddEntryAsync(World.Leo, "To everybody");
        Clock.Pass(TellingHours.Grace + Duration.FromMinutes(1));
        foreach (var mood in new[] { "busy", "vanish", "unknown", "stall", "lose", "take", "take" })
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var nodes = Task.WhenAll(Host.Teller(Sender).TellAsync(enough.Token), Host.Teller(Sender).TellAsync(enough.Token));
            Server.Be(mood);
            await Task.Delay(TimeSpan.FromMilliseconds(400), Cancel);
            Server.Be("take");
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
            Server.Be(mood);
            await nodes;
            Clock.Pass(Duration.FromMinutes(30));
        }

        var notices = await Host.NoticesAsync(entry.Id.Value);
        Assert.Equal(carers.Count, notices.Select(n => n.CarerId).Intersect(carers.Keys).Count());
        await using var db = Host.OpenDb();
        foreach (var (carer, email) in carers)
        {
            var arrived = Server.Kept.Count(m => m.Contains(email, StringComparison.OrdinalIgnoreCase));
            var dispatches = await db.Dispatches.AsNoTracking().Where(d => d.CarerId == carer).OrderBy(d => d.MadeAt).ToListAsync(Cancel);
            Assert.True(arrived <= 1, $"{email} has got {arrived}");
            Assert.True(
                dispatches[^1].State is DispatchState.Sent ? arrived == 1 : dispatches[^1].State is DispatchState.Unclear or DispatchState.ByHand,
                $"{email}: {string.Join(", ", dispatches.Select(d => d.State))}, {arrived} arrived");
        }
    }
}
