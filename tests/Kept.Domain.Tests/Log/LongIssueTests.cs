using Kept.Domain.Log;

namespace Kept.Domain.Tests.Log;

public sealed class LongIssueTests
{
    private static readonly string Sentences = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"This is sentence {n}."));

    [Fact]
    public void The_issue_ends_with_a_sentence_and_every_other_word_is_in_the_note()
    {
        var (issue, note) = LongIssue.MoveTheRest(Sentences, "Rang at noon");

        Assert.True(issue!.Length <= EntryContent.IssueMaxLength);
        Assert.EndsWith(".", issue, StringComparison.Ordinal);
        Assert.Equal($"Rang at noon\n\n{Sentences[issue.Length..].Trim()}", note);
    }

    [Fact]
    public void The_lines_of_an_email_stay_lines_in_the_note()
    {
        var email = string.Join('\n', Enumerable.Repeat(new string('a', 99), 9));

        var (issue, note) = LongIssue.MoveTheRest(email, note: null);

        Assert.Equal(email, $"{issue}\n{note}");
        Assert.Equal(4, note!.Split('\n').Length);
    }

    [Fact]
    public void Without_sentences_it_is_cut_between_two_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("seven77", 100));

        var (issue, note) = LongIssue.MoveTheRest(words, note: null);

        Assert.Equal(words, $"{issue} {note}");
    }

    [Fact]
    public void Without_spaces_no_letter_is_torn_in_two()
    {
        var smiles = "a" + string.Concat(Enumerable.Repeat("\U0001F600", 400));

        var (issue, note) = LongIssue.MoveTheRest(smiles, note: null);

        Assert.Equal(smiles, issue + note);
        Assert.False(char.IsLowSurrogate(note![0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    public void What_is_short_stays(string? issue) => Assert.Equal((issue, "as it was"), LongIssue.MoveTheRest(issue, "as it was"));
}
