using System.Text.Json;
using System.Text.RegularExpressions;
using Kept.Domain.Coach;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Tests.Wordings;

/// <summary>Every language says everything, with days and numbers as it writes them.</summary>
public sealed class WordingTests
{
    public static TheoryData<string> Tags => [.. WordsFile.Tags];

    [Fact]
    public void Sixteen_languages_are_spoken() =>
        Assert.Equal(
            ["ar", "bn", "cy", "en", "es", "gu", "pa", "pl", "pt", "ro", "so", "ta", "tr", "uk", "ur", "zh-Hans"],
            WordsFile.Tags.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tags))]
    public void It_says_all_that_English_says_with_the_same_places_and_its_own_plurals(string tag)
    {
        var (theirs, ours) = (WordsFile.Read(tag), WordsFile.Read(Wording.English));

        Assert.Equal(ours.Words.Keys.Order(StringComparer.Ordinal), theirs.Words.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ours.Days.Keys.Order(StringComparer.Ordinal), theirs.Days.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, message) in theirs.Words)
        {
            var english = ours.Words[key];
            Assert.Equal(english.ValueKind, message.ValueKind);
            if (message.ValueKind is JsonValueKind.Object)
            {
                Assert.Equal(Plurals.FormsOf(tag), message.EnumerateObject().Select(form => form.Name));
                Assert.All(message.EnumerateObject(), form => Assert.Equal(["{n}"], Places(form.Value)));
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(message.GetString()), $"{key} is empty");
                Assert.Equal(Places(english), Places(message));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_number_finds_a_form_in_every_language(string tag)
    {
        for (var n = 0; n < 250; n++)
        {
            Assert.Contains(Plurals.FormOf(tag, n), Plurals.FormsOf(tag));
        }
    }

    [Theory]
    [InlineData("en", "Friday 15 May", "15 May 2027", "3.30pm")]
    [InlineData("pl", "piątek, 15 maja", "15 maja 2027", "15:30")]
    [InlineData("ur", "جمعہ 15 مئی", "15 مئی 2027", "3:30 PM")]
    [InlineData("bn", "শুক্রবার ১৫ মে", "১৫ মে ২০২৭", "৩:৩০ PM")]
    [InlineData("zh-Hans", "5月15日星期五", "2027年5月15日", "15:30")]
    [InlineData("es", "viernes 15 de mayo", "15 de mayo de 2027", "15:30")]
    public void Days_and_times_are_written_as_the_language_writes_them(string tag, string spoken, string withYear, string time)
    {
        var words = Wording.Of(tag)!;
        var day = new LocalDate(2026, 5, 15);

        Assert.Equal(spoken, words.Spoken(day));
        Assert.Equal(withYear, words.Plain(day.PlusYears(1), day));
        Assert.Equal(time, words.Time(new LocalTime(15, 30)));
    }

    [Theory]
    [InlineData("pl", 1, "1 dzień")]
    [InlineData("pl", 3, "3 dni")]
    [InlineData("ur", 3, "3 دن")]
    public void What_is_counted_takes_the_right_form(string tag, int n, string expected) =>
        Assert.Contains(expected, Wording.Of(tag)!.Say("standing.late", ("n", n)), StringComparison.Ordinal);

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("ar-IQ", "ar")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("UR", "ur")]
    [InlineData("pa-Arab", null)]
    [InlineData("phr", null)]
    [InlineData("", null)]
    [InlineData("../en", null)]
    public void A_wider_language_is_read_and_another_script_is_not(string read, string? spoken) => Assert.Equal(spoken, Wording.Of(read)?.Tag);

    [Fact]
    public void Names_keep_their_direction_inside_a_right_to_left_sentence() =>
        Assert.Contains("\u2068Leo\u2069", Wording.Of("ur")!.Say("agreed.title", ("name", "Leo")), StringComparison.Ordinal);

    [Fact]
    public void English_is_for_a_reading_age_of_nine()
    {
        var hard = WordsFile.Read(Wording.English).Words
            .Where(word => !IsTheNameOfADocument(word.Key))
            .SelectMany(word => word.Value.ValueKind is JsonValueKind.Object ? word.Value.EnumerateObject().Select(form => form.Value.GetString()!) : [word.Value.GetString()!])
            .Select(text => Regex.Replace(text, "{[a-z]+}", "May", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(text => EntryCoach.ReadingAge(text) is > 9)
            .ToList();

        Assert.Empty(hard);
    }

    /// <summary>Names of documents and the names of the product’s makers are what they are.</summary>
    private static bool IsTheNameOfADocument(string key) => key is "plan.individual" or "plan.ehcp";

    private static IEnumerable<string> Places(JsonElement message) =>
        Regex.Matches(message.GetString()!, "{[a-z]+}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Order(StringComparer.Ordinal);
}
