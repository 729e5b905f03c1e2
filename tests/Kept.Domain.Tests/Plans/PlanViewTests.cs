using Kept.Domain.People;
using Kept.Domain.Plans;
using NodaTime;

namespace Kept.Domain.Tests.Plans;

public sealed class PlanViewTests
{
    private static readonly Id<Person> Mother = Id<Person>.New();

    private static Instant Now => SamplePlan.Now;

    [Fact]
    public void A_view_is_of_one_part_of_the_version_that_was_read_and_the_next_leaves_it_where_it_is()
    {
        var (plan, version) = SamplePlan.Published();

        var first = Give(plan, version, agrees: true, null).OrThrow();
        var second = Give(plan, version, agrees: false, " Not every day ", first).OrThrow();

        Assert.Equal((1, true, null), (first.Turn, first.Agrees, first.Words));
        Assert.Equal((2, false, "Not every day"), (second.Turn, second.Agrees, second.Words));
        Assert.Equal((1, 1), (first.Number, second.Number));
        Assert.NotNull(first.ReplacedAt);
        Assert.False(first.IsWaiting);
        Assert.True(second.IsWaiting);
    }

    [Fact]
    public void Another_version_another_part_and_no_words_are_refused()
    {
        var (plan, version) = SamplePlan.Published();

        Refused.With(PlanView.Give(plan, version, 2, Part, null, Mother, agrees: true, null, "en", Now), "changed meanwhile", nameof(PlanView.Number));
        Refused.With(PlanView.Give(plan, version, 1, "review", null, Mother, agrees: true, null, "en", Now), "Choose a part", nameof(PlanView.Part));
        Refused.With(PlanView.Give(plan, version, 1, Part, null, Mother, agrees: null, null, "en", Now), "whether you agree", nameof(PlanView.Part));
        Refused.With(Give(plan, version, agrees: false, " "), "Write what", nameof(PlanView.Words));
        Refused.With(Give(plan, version, agrees: false, new string('x', 1001)), "1000 characters", nameof(PlanView.Words));
    }

    [Fact]
    public void Only_an_answer_in_words_ends_the_wait_and_it_is_given_once()
    {
        var (plan, version) = SamplePlan.Published();
        var view = Give(plan, version, agrees: false, "Not every day").OrThrow();

        Refused.With(view.TakeAnswer(" ", SamplePlan.Senco, Now), "short answer", nameof(PlanView.Answer));
        Assert.True(view.IsWaiting);
        Assert.Equal(view.Id, view.TakeAnswer("Three days, then", SamplePlan.Senco, Now).OrThrow().ViewId);
        Assert.False(view.IsWaiting);
        Refused.With(view.TakeAnswer("Two days", SamplePlan.Senco, Now), "already", null);
        Assert.Equal("Three days, then", view.Answer);
    }

    [Fact]
    public void What_they_no_longer_say_is_not_answered()
    {
        var (plan, version) = SamplePlan.Published();
        var view = Give(plan, version, agrees: false, "Not every day").OrThrow();
        Give(plan, version, agrees: true, null, view).OrThrow();

        Refused.With(view.TakeAnswer("Three days, then", SamplePlan.Senco, Now), "something else", null);
    }

    [Fact]
    public void Every_part_on_which_there_is_a_view_is_a_part_of_the_plan_under_the_same_key()
    {
        var (_, version) = SamplePlan.Published();

        var keys = PlanParts.Of(version.Content).Select(part => part.Key).ToList();

        Assert.All(SpokenPart.Of(version.Content), part => Assert.Contains(part.Key, keys));
        Assert.DoesNotContain(SpokenPart.Of(version.Content), part => part.Key is "lead" or "from" or "review" or "assessed");
    }

    private static string Part => $"outcome {SamplePlan.Mornings.Id}";

    private static Result<PlanView> Give(SupportPlan plan, PlanVersion version, bool agrees, string? words, PlanView? last = null) =>
        PlanView.Give(plan, version, 1, Part, last, Mother, agrees, words, "en", Now);
}
