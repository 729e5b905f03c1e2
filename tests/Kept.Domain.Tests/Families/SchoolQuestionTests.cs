using Kept.Domain.Coach;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Tests.Schools;
using Kept.Domain.Translating;
using NodaTime;

namespace Kept.Domain.Tests.Families;

/// <summary>What a question is named, what is advised about its words, and what of an answer stays when it is asked no more.</summary>
public sealed class SchoolQuestionTests
{
    private static readonly CoachContext Context = new(new LocalDate(2026, 5, 5), SampleCalendar.Calendar, []);

    [Theory]
    [InlineData("What makes your child smile?")]
    [InlineData("What helps?")]
    public void A_plain_question_is_left_alone(string words) => Assert.Empty(SchoolQuestion.AdviceOn(words, Context));

    [Theory]
    [InlineData("Which differentiated accommodations would facilitate participation?", "reads like a text for about age")]
    [InlineData("What do you want to say about the EHCNA?", "EHCNA")]
    [InlineData("Tell us what your child likes", "question mark")]
    public void What_is_not_plain_is_advised_on_in_a_sentence(string words, string sentence) =>
        Assert.Contains(SchoolQuestion.AdviceOn(words, Context), advice => advice.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void Kepts_own_are_named_by_a_word_and_a_schools_by_its_id_with_a_text_to_translate()
    {
        var id = Guid.CreateVersion7();
        var own = new AskedQuestion(id.ToString("D"), "What helps?", IsTheChilds: false);

        Assert.Equal((WrittenKind.QuestionWords, id, "What helps?", "en"), (own.Text!.Value.Kind, own.Text.Value.TextId, own.Text.Value.Words, own.Text.Value.Language));
        Assert.All(AskedQuestion.OfKept, kepts => Assert.Null(kepts.Text));
        Assert.Equal(Enum.GetValues<SayQuestion>(), AskedQuestion.OfKept.Select(q => q.Kepts!.Value));
        Assert.All(AskedQuestion.OfKept.Append(own), q => Assert.True(q.Key.Length <= AskedQuestion.KeyMaxLength));
    }

    [Fact]
    public void A_draft_keeps_answers_to_any_question_and_which_one_the_pictures_answer()
    {
        var (own, childs) = (Guid.CreateVersion7().ToString("D"), Guid.CreateVersion7().ToString("D"));
        var draft = new SayDraft
        {
            Id = Id<SayDraft>.New(), SchoolId = Id<School>.New(), PupilId = Id<Pupil>.New(), MeetingId = Id<Meeting>.New(), CarerId = Id<Person>.New()
        };

        Assert.Null(draft.Keep(
            new Say(new Dictionary<string, string> { ["well"] = "Maths", [own] = " پڑھنا ", ["want"] = " " }) { Pictures = [SayPicture.Happy], PicturesAsked = childs },
            Instant.FromUtc(2026, 5, 5, 9, 0)));

        Assert.Equal("Maths", draft.Well);
        Assert.Equal("پڑھنا", draft.Say.Said(own));
        Assert.Equal([SayPicture.Happy], draft.Say.PicturesFor(childs));
        Assert.Empty(draft.Say.PicturesFor("child"));
        Assert.Equal(["well", own, childs], draft.Say.Keys.OrderBy(key => key == "well" ? 0 : key == own ? 1 : 2));
        Assert.NotNull(draft.Keep(new Say(new Dictionary<string, string> { [own] = new('x', Contribution.WordsMaxLength + 1) }), Instant.FromUtc(2026, 5, 5, 9, 0)));
    }

    [Fact]
    public void A_persons_translation_says_who_made_it_and_is_not_empty()
    {
        var question = new SchoolQuestion { Id = Id<SchoolQuestion>.New(), SchoolId = Id<School>.New(), Words = "What helps?", IsTheChilds = false, MadeById = Id<Person>.New(), MadeAt = default };

        Assert.True(Give(" ", TranslationMade.Staff).Refused(out _));
        Assert.True(Give("Co pomaga?", null).Refused(out _));
        Assert.True(Give("Co pomaga?", TranslationMade.Machine).Refused(out _));
        Assert.True(Give(new string('x', QuestionTranslation.WordsMaxLength + 1), TranslationMade.Staff).Refused(out _));
        Assert.Equal((question.Id, "Co pomaga?"), (Give(" Co  pomaga? ", TranslationMade.Professional).OrThrow().QuestionId, Give("Co pomaga?", TranslationMade.Staff).OrThrow().Words));

        Result<QuestionTranslation> Give(string words, TranslationMade? made) => QuestionTranslation.Give(question, "pl", words, made, Id<Person>.New(), default);
    }
}
