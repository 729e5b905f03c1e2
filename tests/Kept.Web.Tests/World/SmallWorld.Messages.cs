using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Messages;

namespace Kept.Web.Tests.World;

/// <summary>Messages between Hillview and its families.</summary>
public sealed partial class SmallWorld
{
    /// <summary>A thread that the carer begins (or <paramref name="by"/>), through the door that they have.</summary>
    public async Task<MessageThread> AddThreadAsync(
        TestPupil child, TestPerson carer, string subject, string words = "When is PE?", TestPerson? by = null, string language = "en")
    {
        await using var db = Host.OpenDb(child.SchoolId);
        if (by is not null)
        {
            var staff = new VisibleRecord(db, by.AsViewer, Host.Clock);
            return (await staff.WriteToEachAsync(child.Id, [new Addressee(carer.Id, Guid.CreateVersion7())], subject, words, language, Now, default)).OrThrow()[0];
        }

        return (await SharedDoor(db, child, carer).StartAsync(Guid.CreateVersion7(), subject, words, language, Now, default))!.Value.OrThrow().Thread;
    }

    /// <summary>One more message in a thread, from its carer or from <paramref name="by"/>, with a text file of this name.</summary>
    public async Task<Id<MessageFile>> AddFileAsync(MessageThread thread, TestPerson by, string name, string words = "A note")
    {
        var file = await BlobAsync(name, FileKind.Text, Encoding.UTF8.GetBytes(words));
        var message = await AddMessageAsync(thread, "Here it is", by, file);
        await using var db = Host.OpenDb(thread.SchoolId);
        return db.MessageFiles.Single(f => f.MessageId == message.Id).Id;
    }

    /// <summary>One more message in a thread, from its carer or from <paramref name="by"/>.</summary>
    public async Task<Message> AddMessageAsync(MessageThread thread, string words, TestPerson by, params ReceivedFile[] files)
    {
        await using var db = Host.OpenDb(thread.SchoolId);
        var sent = by.Kind is PersonKind.Carer
            ? await new ThreadsShared(new VisibleRecord(db, new CarerViewer(by.SchoolId, by.Id, by.Name), Host.Clock), by.Id, thread.PupilId).SendAsync(thread.Id, Id<Message>.New(), words, "en", Now, default, files)
            : await new VisibleRecord(db, by.AsViewer, Host.Clock).AnswerAsync(
                thread.PupilId, thread.Id, new NewMessage(Id<Message>.New(), by.Id, words, "en", Now) { With = files is [] ? null : new FilesToSend(files, by.Name) }, default);
        return sent!.Value.OrThrow().Message;
    }

    public async Task CloseThreadAsync(MessageThread thread, string outcome, TestPerson by)
    {
        await using var db = Host.OpenDb(thread.SchoolId);
        var record = new VisibleRecord(db, by.AsViewer, Host.Clock);
        var count = record.Threads.Single(t => t.Id == thread.Id).Count;
        (await record.CloseAsync(thread.PupilId, thread.Id, new NewMessage(Id<Message>.New(), by.Id, outcome, "en", Now), count, default))!.Value.OrThrow();
    }

    /// <summary>One more carer of a child, whom a test may restrict without a thought for others.</summary>
    public async Task<TestPerson> AddCarerAsync(TestPupil child, string givenName, string familyName, string kind)
    {
        var person = Person.Named(child.SchoolId, PersonKind.Carer, "Ms", givenName, familyName).OrThrow();
        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = child.SchoolId, PupilId = child.Id, CarerId = person.Id, Kind = kind };
        await SaveAsync(RightWriter(child, Visibility.Staff), new PersonAdded(person.Id), person);
        await SaveAsync(RightWriter(child, Visibility.Staff), new RelationshipChanged(child.Id, person.Id), tie);
        return new TestPerson(child.SchoolId, person.Id, Guid.Empty, PersonKind.Carer, person.Name, "", [], null);
    }

    private ThreadsShared SharedDoor(KeptDb db, TestPupil child, TestPerson carer) =>
        new(new VisibleRecord(db, new CarerViewer(carer.SchoolId, carer.Id, carer.Name), Host.Clock), carer.Id, child.Id);
}
