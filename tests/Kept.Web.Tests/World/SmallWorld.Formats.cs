using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Store;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.World;

/// <summary>Carers of several children, the form in which they read, and who interprets for them.</summary>
public sealed partial class SmallWorld
{
    /// <summary>The carer is one of this child’s too.</summary>
    public async Task AlsoOfAsync(TestPupil child, TestPerson carer, bool restricted = false)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = child.SchoolId, PupilId = child.Id, CarerId = carer.Id, Kind = "step-parent", Priority = 3 };
        if (restricted)
        {
            tie.Restrict(ContactRestriction.NoInformation, "No contact", "LE26C00002", until: null).OrThrow();
        }

        record.Add(tie);
        Assert.Null(await record.SaveAsync(new RelationshipChanged(child.Id, carer.Id)));
    }

    public async Task ReadInAsync(TestPerson carer, TestPupil child, FormatWishes formats)
    {
        await using var db = Host.OpenDb(child.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == child.Id && t.CarerId == carer.Id);
        Assert.Null(await record.SaveAsync(tie.ReadIn(formats)!));
    }

    /// <summary>The school asks for one who speaks Polish, by telephone; booked where somebody is named.</summary>
    public async Task AskInterpreterAsync(Meeting meeting, TestPerson carer, string? booked = null)
    {
        await using var db = Host.OpenDb(meeting.SchoolId);
        var record = new VisibleRecord(db, Senco.AsViewer, Host.Clock);
        var person = await record.People.SingleAsync(p => p.Id == carer.Id);
        var tie = await record.Relationships.SingleAsync(t => t.PupilId == meeting.PupilId && t.CarerId == carer.Id);
        var request = InterpreterRequest.Ask(meeting, Guest.CarerOf(person, tie), "pl", InterpreterMode.Phone, Today, Senco.Id, Now).OrThrow();
        if (booked is not null)
        {
            request.Answer(meeting, InterpreterStatus.Booked, booked, null, Senco.Id, Now).OrThrow();
        }

        record.Add(request);
        Assert.Null(await record.SaveAsync(new InterpreterChanged(meeting.PupilId, request.Id)));
    }
}
