using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Meetings;

/// <summary>That a recording came with what somebody said before a meeting.</summary>
public sealed class ContributionFile : IPartOfMeeting
{
    public required Id<ContributionFile> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }
    public required Id<Contribution> ContributionId { get; init; }
    public required Id<Document> DocumentId { get; init; }

    /// <summary>The recording becomes a document between the carer and the school, and no other carer’s.</summary>
    /// <param name="said">What it came with.</param>
    /// <param name="title">What the document is called.</param>
    /// <param name="file">The recording.</param>
    /// <param name="carer">Who sends it.</param>
    public static Result<(ContributionFile Tie, NewDocument Kept)> Of(Contribution said, string title, ReceivedFile file, Person carer)
    {
        var details = new DocumentDetails
        {
            Title = title,
            Category = DocumentCategory.FamilysOwn,
            DatedOn = said.ReceivedOn,
            Author = carer.Name[..Math.Min(carer.Name.Length, DocumentDetails.AuthorMaxLength)],
            Visibility = Visibility.Staff
        };
        if (!Document.Keep(Id<Document>.New(), said.SchoolId, [said.PupilId], details, file, carer.Id, said.TakenAt, carer.Id).Allowed(out var kept, out var refusal))
        {
            return refusal;
        }

        var tie = new ContributionFile
        {
            Id = Id<ContributionFile>.New(),
            SchoolId = said.SchoolId,
            PupilId = said.PupilId,
            MeetingId = said.MeetingId,
            ContributionId = said.Id,
            DocumentId = kept.Document.Id
        };
        return (tie, kept);
    }
}
