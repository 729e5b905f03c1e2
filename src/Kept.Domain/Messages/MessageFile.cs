using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>That a document came with a message. Whose eyes it is for follows from the thread: its one carer, and staff who see both.</summary>
public sealed class MessageFile : IAboutPupil
{
    public const int MostInAMessage = 3;

    public required Id<MessageFile> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Message> MessageId { get; init; }
    public required Id<Document> DocumentId { get; init; }

    /// <summary>Its place in the message, from 1.</summary>
    public required int Number { get; init; }
}

/// <summary>Files to go with a message, taken in already.</summary>
/// <param name="From">Who sends them, in words.</param>
public sealed record FilesToSend(IReadOnlyList<ReceivedFile> Files, string From);

/// <summary>A file as it is kept with its message: a document of the child, and that it came with this message.</summary>
public sealed record KeptFile(MessageFile File, NewDocument Kept)
{
    /// <summary>
    /// A document for staff, and for the thread’s one carer: never shared with the family as a whole, whose other carer would read it.
    /// </summary>
    internal static Result<KeptFile> Of(Message message, int number, ReceivedFile file, string from, Id<Person> carer)
    {
        var author = from[..Math.Min(from.Length, DocumentDetails.AuthorMaxLength)];
        var details = new DocumentDetails
        {
            Title = file.Title,
            Category = message.IsFromFamily ? DocumentCategory.FamilysOwn : DocumentCategory.Other,
            DatedOn = message.At.InZone(School.Zone).Date,
            Author = author,
            Visibility = Visibility.Staff
        };
        if (!Document.Keep(Id<Document>.New(), message.SchoolId, [message.PupilId], details, file, message.FromId, message.At, carer).Allowed(out var kept, out var refusal))
        {
            return refusal;
        }

        var tie = new MessageFile
        {
            Id = Id<MessageFile>.New(),
            SchoolId = message.SchoolId,
            PupilId = message.PupilId,
            MessageId = message.Id,
            DocumentId = kept.Document.Id,
            Number = number
        };
        return new KeptFile(tie, kept);
    }
}
