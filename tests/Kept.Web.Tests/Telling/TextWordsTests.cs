using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Tests.Telling;

/// <summary>A text is short in every language, and its address arrives whole.</summary>
public sealed class TextWordsTests
{
    public static TheoryData<string> InAll => [.. Wording.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(InAll))]
    public void A_text_takes_no_more_than_three_segments_however_long_the_schools_name_is(string language)
    {
        var words = new OutgoingWords(new Uri("https://kept.hillview-and-riverside-learning-trust.example"));
        foreach (var name in new[] { "Hillview School", "St Thomas à Becket Roman Catholic Voluntary Aided Primary School and Nursery, Upper Hillview with Riverside, part of the Hillview and Riverside Learning Trust" })
        {
            var to = new ToSend(
                Id<School>.New(), name, "hillview-school", Id<Dispatch>.New(), Id<Person>.New(), DispatchOf.Notices, WayToTell.Text, "+447700900123", language, 1, FixedClock.Start, null);
            foreach (var (text, page) in new[]
            {
                (words.SomethingWaits(to), "https://kept.hillview-and-riverside-learning-trust.example/family"),
                (words.WayIn(to, "ABCDE-FGHJK-MNPQR-STVWX", new LocalDate(2026, 5, 8)), "https://kept.hillview-and-riverside-learning-trust.example/family/join/hillview-school/ABCDE-FGHJK-MNPQR-STVWX")
            })
            {
                var said = string.Join('\n', text.Paragraphs);
                Assert.InRange(TextLength.Segments(said), 1, TextLength.MostSegments);
                Assert.Equal(page, text.Paragraphs[^1]);
                Assert.Contains(name[..8], text.Paragraphs[0], StringComparison.Ordinal);
            }
        }
    }
}
