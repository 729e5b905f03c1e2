using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Tests.Actions;
using NodaTime;

namespace Kept.Domain.Tests.Meetings;

/// <summary>The interpreter for one carer at one meeting.</summary>
public sealed class InterpreterRequestTests
{
    private static readonly Id<Person> Senco = Sample.Senco.PersonId;

    [Fact]
    public void It_says_for_whom_in_which_language_and_how()
    {
        var (meeting, _) = Table.Booked(null, Table.Mother);

        Assert.Equal(nameof(InterpreterRequest.CarerId), RefusalOf(Ask(meeting, Table.Child, "pl", InterpreterMode.Phone)));
        Assert.Equal(nameof(InterpreterRequest.CarerId), RefusalOf(Ask(meeting, Table.Carer("Alex", ContactRestriction.NoContact), "pl", InterpreterMode.Phone)));
        Assert.Equal(nameof(InterpreterRequest.Language), RefusalOf(Ask(meeting, Table.Mother, "klingon", InterpreterMode.Phone)));
        Assert.Equal(nameof(InterpreterRequest.Language), RefusalOf(Ask(meeting, Table.Mother, "en", InterpreterMode.Phone)));
        Assert.Equal(nameof(InterpreterRequest.Mode), RefusalOf(Ask(meeting, Table.Mother, "pl", null)));
        Assert.True(Ask(meeting, Table.Mother, "en", InterpreterMode.Signer).OrThrow().IsStillToFind(meeting.On, meeting.At));
    }

    [Fact]
    public void Booked_says_who_and_not_found_says_what_instead()
    {
        var (meeting, _) = Table.Booked(null, Table.Mother);
        var request = Ask(meeting, Table.Mother, "pl", InterpreterMode.Phone).OrThrow();

        Assert.Equal(nameof(InterpreterRequest.Who), RefusalOf(Answer(request, meeting, InterpreterStatus.Booked)));
        Assert.Equal(nameof(InterpreterRequest.Instead), RefusalOf(Answer(request, meeting, InterpreterStatus.NotFound, who: "Nobody")));
        Assert.Equal(nameof(InterpreterRequest.Status), RefusalOf(Answer(request, meeting, null)));
        Assert.Equal(InterpreterStatus.AskedFor, request.Status);

        Answer(request, meeting, InterpreterStatus.Booked, who: " Mrs Nowak ").OrThrow();
        Assert.Equal(("Mrs Nowak", false), (request.Who, request.IsStillToFind(meeting.On, meeting.At)));
        Answer(request, meeting, InterpreterStatus.NotFound, who: "Mrs Nowak", instead: "Another day").OrThrow();
        Assert.Equal((null, "Another day", false), (request.Who, request.Instead, request.IsStillToFind(meeting.On, meeting.At)));
        Answer(request, meeting, InterpreterStatus.NotNeeded).OrThrow();
        Assert.Equal((null, null), (request.Who, request.Instead));
    }

    [Fact]
    public void A_booking_does_not_move_with_the_meeting()
    {
        var (meeting, there) = Table.Booked(null, Table.Mother);
        var request = Ask(meeting, Table.Mother, "pl", InterpreterMode.InPerson).OrThrow();
        Answer(request, meeting, InterpreterStatus.Booked, who: "Mrs Nowak").OrThrow();

        meeting.Change(Table.Plan() with { At = new LocalTime(9, 0) }, Sample.Senco, there, Table.Today, Table.Now).OrThrow();

        Assert.False(request.IsBookedFor(meeting.On, meeting.At));
        Assert.True(request.IsStillToFind(meeting.On, meeting.At));
        request.AskAgain(meeting, "pl", InterpreterMode.InPerson, Senco, Table.Now).OrThrow();
        Assert.Equal((InterpreterStatus.AskedFor, null), (request.Status, request.Who));
    }

    [Fact]
    public void Asked_again_in_the_same_words_what_was_found_stays_and_in_others_looking_begins_anew()
    {
        var (meeting, _) = Table.Booked(null, Table.Mother);
        var request = Ask(meeting, Table.Mother, "pl", InterpreterMode.InPerson).OrThrow();
        Answer(request, meeting, InterpreterStatus.Booked, who: "Mrs Nowak").OrThrow();

        request.AskAgain(meeting, "pl", InterpreterMode.InPerson, request.CarerId, Table.Now).OrThrow();
        Assert.Equal(InterpreterStatus.Booked, request.Status);

        request.AskAgain(meeting, "pl", InterpreterMode.Video, request.CarerId, Table.Now).OrThrow();
        Assert.Equal((InterpreterStatus.AskedFor, InterpreterMode.Video), (request.Status, request.Mode));
    }

    [Fact]
    public void After_the_meeting_it_stays_as_it_was()
    {
        var (meeting, _) = Table.Booked(null, Table.Mother);
        var request = Ask(meeting, Table.Mother, "pl", InterpreterMode.InPerson).OrThrow();
        meeting.Cancel(CalledOffBy.School, "Snow").OrThrow();

        Assert.True(Answer(request, meeting, InterpreterStatus.Booked, who: "Mrs Nowak").Refused(out _));
        Assert.True(request.AskAgain(meeting, "pl", InterpreterMode.Video, Senco, Table.Now).Refused(out _));
        Assert.True(Ask(meeting, Table.Mother, "pl", InterpreterMode.Phone).Refused(out _));
    }

    private static Result<InterpreterRequest> Ask(Meeting meeting, Guest carer, string language, InterpreterMode? mode) =>
        InterpreterRequest.Ask(meeting, carer, language, mode, Table.Today, Senco, Table.Now);

    private static Result<InterpreterChanged> Answer(InterpreterRequest request, Meeting meeting, InterpreterStatus? status, string? who = null, string? instead = null) =>
        request.Answer(meeting, status, who, instead, Senco, Table.Now);

    private static string? RefusalOf<T>(Result<T> result) => result.Refused(out var refusal) ? refusal.Field : "It was allowed";
}
