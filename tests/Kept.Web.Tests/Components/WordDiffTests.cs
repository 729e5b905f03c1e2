using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class WordDiffTests
{
    [Fact]
    public void Words_that_changed_are_marked_together_and_times_stay_whole()
    {
        var diff = WordDiff.Of("Arrives by 9.15 on three days in five", "Arrives calm and by 8.50 on four days in five");

        Assert.Equal(["9.15", "three"], diff.Before.Where(r => r.IsChanged).Select(r => r.Text.Trim()));
        Assert.Equal(["calm and", "8.50", "four"], diff.After.Where(r => r.IsChanged).Select(r => r.Text.Trim()));
        Assert.Equal("Arrives calm and by 8.50 on four days in five", string.Concat(diff.After.Select(r => r.Text)));
    }

    [Fact]
    public void A_line_that_is_new_is_new_alone()
    {
        var diff = WordDiff.Of("Daily\nBy Mr Wrona", "Daily\nGroup of 4\nBy Mr Wrona");

        Assert.DoesNotContain(diff.Before, r => r.IsChanged);
        Assert.Equal("Group of 4", Assert.Single(diff.After, r => r.IsChanged).Text.Trim());
    }
}
