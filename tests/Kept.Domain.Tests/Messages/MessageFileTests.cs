using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Messages;

/// <summary>Files go with a message as documents that are between the school and one carer.</summary>
public sealed class MessageFileTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 10, 0);
    private static readonly Id<Person> Mother = Id<Person>.New();
    private static readonly Id<Person> Teacher = Id<Person>.New();

    [Fact]
    public void A_file_from_the_family_is_a_document_for_staff_and_for_nobody_else_in_the_family()
    {
        var sent = Start(Mother, File("Letter from the clinic.pdf", 'a')).OrThrow();

        var (file, kept) = Assert.Single(sent.Files);
        Assert.Equal((sent.Message.Id, kept.Document.Id, 1), (file.MessageId, file.DocumentId, file.Number));
        Assert.Equal((DocumentCategory.FamilysOwn, Visibility.Staff, "Ms Laura Bennett", Mother), (kept.Document.Category, kept.Document.Visibility, kept.Document.Author, kept.Document.AddedById));
        Assert.Equal(Mother, kept.Document.WithCarerId);
        Assert.Equal(["thread-started", "document-kept"], sent.Events.Select(e => e.Kind));

        var shared = kept.Document.Details with { Visibility = Visibility.Family };
        Refused.With(kept.Document.Change(shared, Now.InUtc().Date), "no other carer may read it", nameof(Document.Visibility));
        Assert.True(kept.Document.Change(kept.Document.Details with { Visibility = Visibility.Safeguarding }, Now.InUtc().Date).Allowed(out _, out _));
    }

    [Fact]
    public void What_staff_send_is_between_them_and_that_carer_too() =>
        Assert.Equal((DocumentCategory.Other, (Id<Person>?)Mother), Start(Teacher, File("Timetable.pdf", 'a')).OrThrow().Files.Select(f => (f.Kept.Document.Category, f.Kept.Document.WithCarerId)).Single());

    [Fact]
    public void Three_files_go_with_a_message_a_fourth_does_not_and_the_same_one_twice_is_one()
    {
        Assert.Equal([1, 2, 3], Start(Mother, File("a.pdf", 'a'), File("b.pdf", 'b'), File("a again.pdf", 'a'), File("c.pdf", 'c')).OrThrow().Files.Select(f => f.File.Number));

        var thread = Start(Mother).OrThrow().Thread;
        Refused.With(thread.Write(Message(Mother, File("a.pdf", 'a'), File("b.pdf", 'b'), File("c.pdf", 'c'), File("d.pdf", 'd'))), "at most 3 files", nameof(NewMessage.With));
        Assert.Equal(1, thread.Count);
    }

    private static Result<SentMessage> Start(Id<Person> by, params ReceivedFile[] files) => MessageThread.Start(
        new NewThread(Id<MessageThread>.New(), Id<School>.New(), Id<Pupil>.New(), Mother, null, "A letter"), Message(by, files));

    private static NewMessage Message(Id<Person> by, params ReceivedFile[] files) =>
        new(Id<Message>.New(), by, "Here it is", "en", Now) { With = new FilesToSend(files, "Ms Laura Bennett") };

    private static ReceivedFile File(string name, char hash) => new(name, FileKind.Pdf, 1000, new string(hash, DocumentVersion.Sha256Length), IsLocked: false);
}
