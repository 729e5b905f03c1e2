using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Coach;
using Kept.Domain.Documents;
using Kept.Web.Access;
using NodaTime;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>What is asked about a document besides its file, as typed.</summary>
public sealed class DocumentForm
{
    /// <summary>The rule's name for a field, and the form's.</summary>
    public static readonly (string Rule, string Field)[] Fields =
    [
        (nameof(DocumentDetails.Title), nameof(Title)), (nameof(DocumentDetails.Tags), nameof(Tags)), (nameof(DocumentDetails.DatedOn), nameof(DatedOn)),
        (nameof(DocumentDetails.Author), nameof(Author)), (nameof(DocumentDetails.ReviewOn), nameof(ReviewOn)), (nameof(DocumentDetails.Visibility), nameof(Visibility)), ("Pupil", nameof(Pupil)), ("Others", nameof(Others)), ("File", "Files")
    ];

    /// <summary>Of one sending: the same file in it twice is one document.</summary>
    public Guid Key { get; set; }

    public string? PupilId { get; set; }

    [Display(Name = "Pupil", Description = "Type three letters of a name")]
    public string? Pupil { get; set; }

    [Display(Name = "Also about", Description = "Names of other pupils, with commas between. Leave it empty for most documents")]
    public string? Others { get; set; }

    /// <summary>Only for its words: the files themselves are read as they arrive.</summary>
    [Display(Name = "Files")]
    public IFormFileCollection? Files { get; set; }

    [Display(Name = "Title")]
    public string? Title { get; set; }

    [Display(Name = "Category")]
    public DocumentCategory Category { get; set; } = DocumentCategory.Other;

    [Display(Name = "Date on the document", Description = "For example, 12 March 2026. A new document without one takes today")]
    public string? DatedOn { get; set; }

    [Display(Name = "Who wrote it", Description = "For example, Dr Priya Nair, educational psychologist")]
    public string? Author { get; set; }

    [Display(Name = "Tags", Description = "For example, dyslexia, exam access. With commas between")]
    public string? Tags { get; set; }

    [Display(Name = "Seen by")]
    public Visibility Visibility { get; set; } = Visibility.Staff;

    [Display(Name = "Review on", Description = "The day to ask whether it still holds. Leave it empty where nobody need ask")]
    public string? ReviewOn { get; set; }

    public static DocumentForm Of(Document document) => new()
    {
        Title = document.Title,
        Category = document.Category,
        DatedOn = WithYear(document.DatedOn),
        Author = document.Author,
        Tags = string.Join(", ", document.Tags),
        Visibility = document.Visibility,
        ReviewOn = document.ReviewOn is { } review ? WithYear(review) : null
    };

    /// <summary>A day without its year could be read as another one when the form comes back.</summary>
    private static string WithYear(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The details as far as they can be read; the domain says whether they will do.</summary>
    public Result<DocumentDetails> Read(SchoolDay day, string title)
    {
        if (!TypedDay.Gone(DatedOn, day.Today, day.Calendar).Allowed(out var dated, out var refused))
        {
            return refused.About(nameof(DocumentDetails.DatedOn));
        }

        if (!TypedDay.ToCome(ReviewOn, day.Today, day.Calendar).Allowed(out var review, out refused))
        {
            return refused.About(nameof(DocumentDetails.ReviewOn));
        }

        return new DocumentDetails
        {
            Title = title,
            Category = Category,
            Tags = DocumentDetails.TagsOf(Tags),
            DatedOn = dated ?? day.Today,
            Author = Author,
            Visibility = Visibility,
            ReviewOn = review
        };
    }
}
