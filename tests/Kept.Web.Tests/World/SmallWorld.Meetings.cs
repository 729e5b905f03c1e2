using Kept.Store.Families;
using Kept.Domain.Families;
using Kept.Domain.Documents;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.World;

/// <summary>Meetings before a test begins, booked through the domain and into the ledger.</summary>
public sealed partial class SmallWorld
{
    /// <summary>Led by the SENCO (or the DSL, where only she sees it), with the given carers asked, today at 3.30pm (or another day).</summary>
    public async Task<Meeting> AddMeetingAsync(
        TestPupil pupil, MeetingKind kind = MeetingKind.SenSupport, LocalDate? on = null, Visibility visibility = Visibility.Family, string? about = null,
        bool sensitive = false, params TestPerson[] guests)
    {
        var lead = RightWriter(pupil, visibility);
        await using var db = Host.OpenDb(pupil.SchoolId);
        var record = new VisibleRecord(db, lead.AsViewer, Host.Clock);
        var carers = guests.Where(g => g.Kind is PersonKind.Carer).Select(g => g.Id).ToList();
        var ties = await db.Relationships.AsNoTracking().Where(t => t.PupilId == pupil.Id && carers.Contains(t.CarerId))
            .Join(db.People, t => t.CarerId, p => p.Id, (t, p) => Guest.CarerOf(p, t)).ToListAsync();
        var plan = new MeetingPlan { Kind = kind, On = on ?? Today, At = new LocalTime(15, 30), Place = "The library", About = about, Visibility = visibility, IsSensitive = sensitive };
        var booked = Meeting.Book(
            Id<Meeting>.New(), pupil.SchoolId, pupil.Id, plan, lead.AsOwner,
            [.. ties, .. guests.Where(g => g.Kind is not PersonKind.Carer).Select(g => Guest.Of(g.AsOwner))], Today, lead.Id, Now).OrThrow();
        record.Add(booked.Meeting);
        foreach (var attendee in booked.Attendees)
        {
            record.Add(attendee);
        }

        Assert.Null(await record.SaveAsync(booked.Happened));
        return booked.Meeting;
    }

    /// <summary>What the SENCO does with it.</summary>
    public async Task ChangeMeetingAsync<T>(Meeting meeting, Func<Meeting, Result<T>> change)
        where T : Domain.Ledger.ILedgerEvent
    {
        await using var db = Host.OpenDb(meeting.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var stored = await record.Meetings.SingleAsync(m => m.Id == meeting.Id);
        Assert.Null(await record.SaveAsync(change(stored).OrThrow()));
    }

    /// <summary>A recording that a carer sends before a meeting to which they are asked.</summary>
    public async Task<Id<ContributionFile>> AddRecordingAsync(TestPupil child, Meeting meeting, TestPerson carer)
    {
        var file = await BlobAsync("Voice.m4a", FileKind.M4a, [1, 2, 3]);
        await using var db = Host.OpenDb(child.SchoolId);
        var shared = new SharedWith(new VisibleRecord(db, new CarerViewer(carer.SchoolId, carer.Id, carer.Name), Host.Clock), carer.Id, child.Id);
        var say = new Say(new Dictionary<string, string>()) { Recordings = new Dictionary<string, ReceivedFile> { [AskedQuestion.KeyOf(SayQuestion.Child)] = file }, ListenInWords = "Please listen" };
        Assert.Null(await shared.SayAsync(meeting.Id, say, send: true, "en", Now, default));
        return db.Set<ContributionFile>().Single(f => f.MeetingId == meeting.Id).Id;
    }
}
