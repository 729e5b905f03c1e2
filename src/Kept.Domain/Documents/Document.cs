using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Documents;

/// <summary>
/// A file in the hub, in versions of which exactly one is current: the one with <see cref="CurrentNumber"/>. Never deleted; what
/// should not have been there is withdrawn, with a reason (rule 4).
/// </summary>
public sealed class Document : IAboutPupil
{
    public const int ReasonMaxLength = 500;
    public const int MostPupils = 10;

    public required Id<Document> Id { get; init; }
    public required Id<School> SchoolId { get; init; }

    /// <summary>Whose chain of the ledger holds its history: the pupil for whom it was first filed. Whom it is about: <see cref="DocumentPupil"/>.</summary>
    public required Id<Pupil> PupilId { get; init; }

    public required Id<Person> AddedById { get; init; }
    public required Instant AddedAt { get; init; }

    /// <summary>The one carer between whom and the school it was sent; null for all others. What is between two is never shared with the whole family.</summary>
    public Id<Person>? WithCarerId { get; init; }

    public string Title { get; private set; } = "";
    public DocumentCategory Category { get; private set; }
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public LocalDate DatedOn { get; private set; }
    public string? Author { get; private set; }
    public Visibility Visibility { get; private set; }
    public LocalDate? ReviewOn { get; private set; }

    public int CurrentNumber { get; private set; } = 1;

    public Instant? WithdrawnAt { get; private set; }
    public Id<Person>? WithdrawnById { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Raised with every change; a save from an older one is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public bool IsWithdrawn => WithdrawnAt is not null;

    public bool IsDueForReviewOn(LocalDate today) => ReviewOn <= today && !IsWithdrawn;

    public DocumentDetails Details => new()
    {
        Title = Title,
        Category = Category,
        Tags = Tags,
        DatedOn = DatedOn,
        Author = Author,
        Visibility = Visibility,
        ReviewOn = ReviewOn
    };

    /// <param name="id">Chosen by the form and the content, so that sending it twice keeps one document.</param>
    /// <param name="school">Whose pupils they are.</param>
    /// <param name="pupils">Whom it is about; the first one's chain holds its history.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="file">The content, taken in already.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="at">When.</param>
    /// <param name="withCarer">The one carer between whom and the school it was sent.</param>
    public static Result<NewDocument> Keep(
        Id<Document> id, Id<School> school, IReadOnlyList<Id<Pupil>> pupils, DocumentDetails details, ReceivedFile file, Id<Person> by, Instant at, Id<Person>? withCarer = null)
    {
        var about = pupils.Distinct().ToList();
        if (about.Count is 0 or > MostPupils)
        {
            return new Refusal(about.Count is 0 ? "Choose the pupil that this is about" : $"A document can be about at most {MostPupils} pupils", "Pupil");
        }

        var today = at.InZone(School.Zone).Date;
        if (!details.Checked(today).Allowed(out var known, out var refused))
        {
            return refused;
        }

        if (known.ReviewOn <= today)
        {
            return new Refusal("The review date must be after today", nameof(ReviewOn));
        }

        var document = new Document { Id = id, SchoolId = school, PupilId = about[0], AddedById = by, AddedAt = at, WithCarerId = withCarer };
        if (document.TellsAnotherCarer(known) is { } tells)
        {
            return tells;
        }

        document.Take(known);
        var links = about.Select(pupil => DocumentPupil.Of(document, pupil, by, at)).ToList();
        return new NewDocument(document, DocumentVersion.Of(document, file, note: null, by, at), links);
    }

    public Result<DocumentChanged> Change(DocumentDetails details, LocalDate today)
    {
        if (IsWithdrawn)
        {
            return new Refusal("This document is withdrawn. Bring it back first");
        }

        if (!details.Checked(today).Allowed(out var known, out var refused))
        {
            return refused;
        }

        if (known.ReviewOn != ReviewOn && known.ReviewOn <= today)
        {
            return new Refusal("The review date must be after today", nameof(ReviewOn));
        }

        if (TellsAnotherCarer(known) is { } tells)
        {
            return tells;
        }

        Take(known);
        Version++;
        return new DocumentChanged(PupilId, Id);
    }

    /// <summary>Puts a new version in the place of the current one, which is kept and marked.</summary>
    public Result<DocumentVersion> Replace(DocumentVersion current, ReceivedFile file, string? note, LocalDate? datedOn, Id<Person> by, Instant at)
    {
        if (IsWithdrawn)
        {
            return new Refusal("This document is withdrawn. Bring it back first");
        }

        if (current.DocumentId != Id || current.Number != CurrentNumber)
        {
            return new Refusal("Somebody else replaced this file while you had the page open. Look at their version first");
        }

        if (file.Sha256 == current.Sha256)
        {
            return new Refusal("This is the same file as the one that is here", "File");
        }

        if (Text.Tidy(note)?.Length > DocumentVersion.NoteMaxLength)
        {
            return new Refusal($"What is different must be {DocumentVersion.NoteMaxLength} characters or fewer", nameof(DocumentVersion.Note));
        }

        if (datedOn is { } day)
        {
            if (!(Details with { DatedOn = day }).Checked(at.InZone(School.Zone).Date).Allowed(out var known, out var refused))
            {
                return refused;
            }

            Take(known);
        }

        current.Supersede(Visibility, by, at);
        CurrentNumber++;
        Version++;
        return DocumentVersion.Of(this, file, Text.Tidy(note), by, at);
    }

    public Result<DocumentWithdrawn> Withdraw(string? reason, Id<Person> by, Instant at)
    {
        if (IsWithdrawn)
        {
            return new Refusal("This document is withdrawn already");
        }

        if (Why(reason, "Say why it is withdrawn").Refused(out var refused))
        {
            return refused;
        }

        (WithdrawnAt, WithdrawnById, WithdrawnBecause) = (at, by, Text.Tidy(reason));
        Version++;
        return new DocumentWithdrawn(PupilId, Id);
    }

    /// <summary>Undoes a withdrawal; that it was withdrawn, and why, stays in the ledger.</summary>
    public Result<DocumentBroughtBack> BringBack()
    {
        if (!IsWithdrawn)
        {
            return new Refusal("This document is not withdrawn");
        }

        (WithdrawnAt, WithdrawnById, WithdrawnBecause) = (null, null, null);
        Version++;
        return new DocumentBroughtBack(PupilId, Id);
    }

    private static Result<string> Why(string? reason, string ask) => Text.Tidy(reason) switch
    {
        null => new Refusal(ask, "Reason"),
        { Length: > ReasonMaxLength } => new Refusal($"The reason must be {ReasonMaxLength} characters or fewer", "Reason"),
        var why => why
    };

    private Refusal? TellsAnotherCarer(DocumentDetails known) => WithCarerId is not null && known.Visibility is Visibility.Family
        ? new Refusal("One carer and the school sent each other this, and no other carer may read it. Ask them first; then add the file again to share it", nameof(Visibility))
        : null;

    private void Take(DocumentDetails known)
    {
        Title = known.Title;
        Category = known.Category;
        Tags = [.. known.Tags];
        DatedOn = known.DatedOn;
        Author = known.Author;
        Visibility = known.Visibility;
        ReviewOn = known.ReviewOn;
    }
}

/// <summary>A document as it is first kept: the row, its first version, and whom it is about.</summary>
public sealed record NewDocument(Document Document, DocumentVersion Version, IReadOnlyList<DocumentPupil> Pupils);
