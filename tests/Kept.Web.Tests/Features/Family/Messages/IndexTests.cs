using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Family.Messages;

/// <summary>A carer’s own threads: whose turn it is, and when the school is back.</summary>
public sealed class IndexTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Out_of_hours_a_line_says_when_the_school_is_back_and_by_when_it_answers()
    {
        Clock.Now = Instant.FromUtc(2026, 5, 8, 17, 0);
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);

        foreach (var url in new[] { Messages(World.Leo), $"{Messages(World.Leo)}/write" })
        {
            Assert.Contains(
                "The school is closed now. It opens again on Monday 11 May. It will answer what you send now by Friday 15 May.", (await mother.GetAsync(url)).Text, StringComparison.Ordinal);
        }

        Clock.Now = FixedClock.Start;
        Assert.DoesNotContain("closed now", (await mother.GetAsync(Messages(World.Leo))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_answer_is_called_late_and_a_closed_thread_may_be_opened_by_writing()
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Waiting long");
        Clock.Pass(Duration.FromDays(7));
        var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
        Assert.Contains("The school is late. It said it would answer by 11 May.", (await mother.GetAsync(Messages(World.Leo))).Text, StringComparison.Ordinal);

        await World.CloseThreadAsync(thread, "It is settled", World.Senco);
        var page = await mother.GetAsync($"{Messages(World.Leo)}/{thread.Id}");
        Assert.Contains("This is closed. You can write again.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It is settled", page.Text, StringComparison.Ordinal);
        var after = await mother.SubmitAsync(page.Form(), ("Form.Words", "It is not"));

        Assert.Contains("The school will answer by 18 May", after.Text, StringComparison.Ordinal);
        Clock.Now = FixedClock.Start;
    }

    private static string Messages(TestPupil child) => $"/family/hillview/{child.Id}/messages";
}
