using Kept.Domain.People;
using Kept.Web.Wordings;

namespace Kept.Web.Tests.Wordings;

public sealed class OneIdeaALineTests
{
    private static readonly FormatWishes Easy = new(EasyRead: true);

    [Fact]
    public void Each_sentence_is_a_line_and_a_time_is_none() =>
        Assert.Equal(["We meet at 2.30pm.", "Will you come?", "Tell us!"], OneIdeaALine.Of("We meet at 2.30pm. Will you come?  Tell us!"));

    /// <summary>Two sentences in English, so at least two in every script.</summary>
    [Fact]
    public void Sentences_end_in_every_language() =>
        Assert.All(Wording.All.Select(l => Wording.Of(l.Tag)!), words => Assert.True(OneIdeaALine.Of(words["interpreter.text"]).Count == 2, $"{words.Tag}: {words["interpreter.text"]}"));

    [Theory]
    [InlineData("Mrs. Khan rang. She will write to Dr. A. Shah on 4. May.", "Mrs. Khan rang.|She will write to Dr. A. Shah on 4. May.")]
    [InlineData("He likes PE. He runs.", "He likes PE. He runs.")]
    [InlineData("“Is it late?” she said. It was.", "“Is it late?” she said.|It was.")]
    [InlineData("Bring kit, e.g. shoes. Ring the office, ext. 12. Thank you.", "Bring kit, e.g. shoes.|Ring the office, ext. 12.|Thank you.")]
    [InlineData("Mieszka przy ul. Długiej. Lubi rysować.", "Mieszka przy ul. Długiej.|Lubi rysować.")]
    [InlineData("وہ صبح روتی ہے۔ اسے سکول پسند ہے؟", "وہ صبح روتی ہے۔|اسے سکول پسند ہے؟")]
    [InlineData("他喜欢画画。他不喜欢噪音。", "他喜欢画画。|他不喜欢噪音。")]
    [InlineData("One line\nand another. Done.", "One line|and another.|Done.")]
    public void What_people_wrote_is_cut_only_where_a_sentence_plainly_ends(string written, string lines) =>
        Assert.Equal(lines.Split('|'), OneIdeaALine.InWordsOf(written).Split('\n'));

    /// <summary>Take the new lines away again, and not a letter is another.</summary>
    [Fact]
    public void No_letter_of_any_message_is_changed()
    {
        foreach (var tag in WordsFile.Tags)
        {
            foreach (var (key, message) in WordsFile.Read(tag).Words.Where(word => word.Value.ValueKind is System.Text.Json.JsonValueKind.String))
            {
                var text = message.GetString()!;
                Assert.Equal(Letters(text), Letters(OneIdeaALine.In(text)));
                Assert.True(OneIdeaALine.Of(text) is var lines && (lines.Count == 1 || lines.All(line => line.Length > 1)), $"{tag} {key}: {text}");
            }
        }

        static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void What_is_filled_in_is_never_cut()
    {
        var words = Wording.InEnglish.As(Easy);

        Assert.Equal("St. John’s C. E. School: here is your link.\nIt works once.", words.Say("text.wayin", ("school", "St. John’s C. E. School")));
        Assert.Equal("Mrs. O. Khan invites you", words.Say("join.title", ("school", "Mrs. O. Khan")));
    }

    [Fact]
    public void Ordinary_words_stay_in_one_line_and_lead_back()
    {
        var easy = Wording.Of("pl")!.As(Easy);

        Assert.Contains('\n', easy["join.text"]);
        Assert.DoesNotContain('\n', easy.As(FormatWishes.Ordinary)["join.text"]);
        Assert.Same(Wording.Of("pl"), easy.As(FormatWishes.Ordinary));
        Assert.Same(easy, easy.As(Easy));
        Assert.Equal("a\nb", easy.Together("a", "b"));
        Assert.Equal("a b", Wording.Of("pl")!.Together("a", "b"));
    }
}
