using FsCheck;
using FsCheck.Fluent;
using Kept.Domain.Coach;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Coach;

public sealed class EntryCoachTests
{
    [Theory]
    [InlineData("SENCO will share a shorter start-of-day plan by Friday", "Share a shorter start-of-day plan")]
    [InlineData("TE to check reading task completion every Friday for four weeks", "Check reading task completion every Friday")]
    [InlineData("Miss Okafor to meet him at the gate for one week from Monday", "Meet him at the gate")]
    [InlineData("Ring mum by Friday (AK)", "Ring mum")]
    [InlineData("By Friday, SENCO will ring mum", "Ring mum")]
    public void The_act_is_left_when_who_and_when_are_taken_out(string text, string act)
    {
        var reading = EntryCoach.Read(text, LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal(act, reading.Act);
    }

    [Fact]
    public void Two_people_for_one_act_are_offered_as_two_actions()
    {
        var reading = EntryCoach.Read("AK and TE to reduce written work for two weeks", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal(
            ["Mrs Amina Khan to reduce written work by 7 May 2026", "Mr Tom Ellis to reduce written work by 7 May 2026"],
            reading.Splits.Select(s => s.Line));
    }

    [Fact]
    public void Two_acts_for_two_people_are_each_given_their_own()
    {
        var reading = EntryCoach.Read("Mrs Khan to ring mum by Friday and Mr Ellis to move the table on Monday", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal(
            [("Mrs Amina Khan", "Ring mum", SampleSchool.Day("2026-04-24")), ("Mr Tom Ellis", "Move the table", SampleSchool.Day("2026-04-27"))],
            reading.Splits.Select(s => (s.Owner.Name, s.Act, s.Due!.Value)));
    }

    [Fact]
    public void Every_proposed_part_reads_back_as_that_person_and_that_day()
    {
        var context = SampleSchool.On("2026-04-23");
        var reading = EntryCoach.Read("AK to ring mum; TE to email dad by Friday", LineKind.Action, context);

        foreach (var split in reading.Splits)
        {
            var part = EntryCoach.Read(split.Line, LineKind.Action, context);
            Assert.Equal((split.Owner, split.Due, split.Act), (part.Owner, part.Due, part.Act));
        }
    }

    [Fact]
    public void A_closed_day_is_kept_and_the_next_school_day_offered()
    {
        var reading = EntryCoach.Read("SENCO to ring mum by 2 May", LineKind.Action, SampleSchool.On("2026-04-25"));

        Assert.Equal("School is closed on Saturday 2 May. The next school day is Tuesday 5 May.", Assert.Single(reading.Advice).Message);
    }

    [Fact]
    public void A_name_that_fits_two_is_asked_about()
    {
        var reading = EntryCoach.Read("Bennett to sign by Friday", LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal("Which “Bennett” is meant: Ms Laura Bennett or Mr Craig Bennett?", Assert.Single(reading.Advice).Message);
    }

    [Fact]
    public void Jargon_is_answered_with_the_glossarys_plain_words()
    {
        var reading = EntryCoach.Read("Mum asked about SLCN support", LineKind.Issue, SampleSchool.On("2026-04-23"));

        Assert.Contains("speech, language and communication needs", Assert.Single(reading.Advice).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_the_coach_fail()
    {
        var context = SampleSchool.On("2026-04-23", "5E", "Mrs Amina Khan");
        Prop.ForAll<string?>(text =>
        {
            EntryCoach.Read(text ?? "", LineKind.Issue, context);
            EntryCoach.Read(text ?? "", LineKind.Action, context);
            Owners.Resolve(text ?? "", context);
            EntryCoach.ReadingAge(text ?? "");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_arrangement_of_school_words_makes_the_coach_fail()
    {
        var words = Gen.Elements(
            "AK", "Mrs", "Khan", "mum", "and", "&", "/", "to", "will", "be", "by", "(", ")", "-", ",", ";", "for", "two", "weeks", "from", "Monday",
            "31/2", "the", "12th", "29 Feb", "99 weeks", "w/c", "end of", "term", "after", "half-term", "Easter", "next", "every", "I", "'ll", "'s", "2026-13-40", "(AK", "999 months", "of", "year");
        var lines = Gen.ListOf(words).Select(w => string.Join(' ', w));
        Prop.ForAll(lines.ToArbitrary(), line =>
        {
            EntryCoach.Read(line, LineKind.Action, SampleSchool.On("2026-04-23"));
            EntryCoach.Read(line, LineKind.Action, SampleSchool.On("2026-04-23") with { Calendar = SchoolCalendar.Empty, People = [] });
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("AK and ")]
    [InlineData("by Monday ")]
    [InlineData("(((((")]
    [InlineData("\"'\"'")]
    [InlineData("two weeks from ")]
    [InlineData("the the ")]
    [InlineData("very very really ")]
    public void A_hundred_thousand_characters_are_kept_as_typed_and_only_the_start_is_analysed(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        var reading = EntryCoach.Read(text, LineKind.Action, SampleSchool.On("2026-04-23"));

        Assert.Equal(text, reading.Text);
        Assert.True(reading.Act.Length <= LineText.MostAnalysed);
        Assert.Contains(reading.Advice, a => a.Code == AdviceCode.TooLong);
    }

    [Fact]
    public void Plain_sentences_have_a_lower_reading_age_than_official_ones()
    {
        var plain = EntryCoach.ReadingAge("Mum will ring us on Friday. We will say how he got on.");
        var official = EntryCoach.ReadingAge("Additional provision necessitates multidisciplinary consideration of communication difficulties.");

        Assert.True(plain < 10, $"{plain}");
        Assert.True(official > 18, $"{official}");
        Assert.Null(EntryCoach.ReadingAge("Call mum"));
    }
}
