using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Staff.Messages;

/// <summary>Which family waits, for whom, and by when.</summary>
public sealed class ListTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task Who_waits_longest_comes_first_what_is_late_is_marked_and_what_is_answered_waits_for_nobody()
    {
        var late = await World.AddThreadAsync(World.Leo, World.LeosMother, "Asked long ago");
        var answered = await World.AddThreadAsync(World.Leo, World.LeosFather, "Answered at once");
        await World.AddMessageAsync(answered, "Yes", World.Teacher);
        Clock.Pass(Duration.FromDays(7));
        await World.AddMessageAsync(late, "Asked again", World.LeosMother);
        await World.AddThreadAsync(World.Zainab, World.ZainabsMother, "آج کا سوال", language: "ur");

        var page = await As(World.Senco).GetAsync("/messages");

        Assert.Contains("2 families wait for an answer, 1 late.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Asked long ago", "آج کا سوال", "Answered at once"], page.Texts(".rows .what b"));
        Assert.Equal(["1 day late", "By Mon 18 May", "Their turn"], page.Texts(".rows .when"));
        Assert.NotNull(page.Document.QuerySelector(".row.late"));
        var mine = await As(World.Teacher).GetAsync("/messages");
        Assert.Equal(["Asked long ago", "Answered at once"], mine.Texts(".rows .what b"));
        Assert.Contains("Mrs Fatima Ali, mother", page.Text, StringComparison.Ordinal);

        await World.CloseThreadAsync(answered, "All said", World.Teacher);
        Assert.Equal(["Asked long ago", "آج کا سوال"], (await As(World.Senco).GetAsync("/messages?whose=all")).Texts(".rows .what b"));
        Assert.Equal(["Answered at once"], (await As(World.Senco).GetAsync("/messages?whose=all&closed=true")).Texts(".rows .what b"));
        Assert.Contains("No family waits for an answer from you.", (await As(World.PastoralLead).GetAsync("/messages?whose=mine")).Text, StringComparison.Ordinal);
        Clock.Now = FixedClock.Start;
    }

    [Fact]
    public async Task A_pupils_own_page_has_its_threads_with_every_carer()
    {
        await World.AddThreadAsync(World.Ruby, World.RubysMother, "Ruby’s trip");

        var page = await As(World.RiversideSenco).GetAsync($"/pupils/{World.Ruby.Id}/messages");

        Assert.Equal(["Ruby’s trip"], page.Texts(".rows .what b"));
        Assert.Equal($"/pupils/{World.Ruby.Id}/messages/write", page.LinkTo("Write to the family"));
        Assert.Contains("No messages yet", (await As(World.Senco).GetAsync($"/pupils/{World.Noah.Id}/messages")).Text, StringComparison.Ordinal);
    }
}
