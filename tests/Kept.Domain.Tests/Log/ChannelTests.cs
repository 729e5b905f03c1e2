using Kept.Domain.Log;

namespace Kept.Domain.Tests.Log;

public sealed class ChannelTests
{
    [Fact]
    public void What_was_seen_is_logged_without_a_conversation_and_other_comes_last()
    {
        Assert.Contains(Channel.SeenInSchool, Channels.ToLog);
        Assert.Equal(Channel.Other, Channels.ToLog.Last());
        Assert.DoesNotContain(Channel.Portal, Channels.ToLog);
    }

    [Fact]
    public void Every_way_that_is_logged_is_read_again_from_its_own_words() =>
        Assert.All(Channels.ToLog.Where(c => c is not Channel.Other), c => Assert.Equal(c, Channels.Read(c.InWords())));
}
