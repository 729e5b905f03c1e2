using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Tests.Documents;

/// <summary>A document has exactly one current version; superseded ones stay; nothing is deleted (rule 4).</summary>
public sealed class DocumentTests
{
    private static readonly LocalDate Today = new(2026, 5, 5);
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 5, 8, 30);
    private static readonly Id<Person> By = Id<Person>.New();
    private static readonly Id<Pupil> Leo = Id<Pupil>.New();
    private static readonly Id<Pupil> Kai = Id<Pupil>.New();

    [Fact]
    public void A_document_is_kept_with_its_first_version_and_whom_it_is_about()
    {
        var (document, version, about) = Keep(Details() with { Title = "  EP   report " }, Leo, Kai, Leo);

        Assert.Equal(("EP report", 1, 1), (document.Title, document.CurrentNumber, version.Number));
        Assert.Null(version.SupersededAt);
        Assert.Equal([Leo, Kai], about.Select(a => a.PupilId));
        Assert.Equal(Leo, document.PupilId);
    }

    [Fact]
    public void What_is_missing_or_too_long_is_refused_beside_its_field()
    {
        Refused.With(Try(Details(), []), "Choose the pupil", "Pupil");
        Refused.With(Try(Details(), [.. Enumerable.Range(0, 11).Select(_ => Id<Pupil>.New())]), "at most 10", "Pupil");
        Refused.With(Try(Details() with { Title = " " }, [Leo]), "Enter a title", nameof(Document.Title));
        Refused.With(Try(Details() with { Title = new string('x', 201) }, [Leo]), "200 characters", nameof(Document.Title));
        Refused.With(Try(Details() with { Author = new string('x', 121) }, [Leo]), "120 characters", nameof(Document.Author));
        Refused.With(Try(Details() with { DatedOn = Today.PlusDays(1) }, [Leo]), "today or earlier", nameof(Document.DatedOn));
        Refused.With(Try(Details() with { ReviewOn = Today }, [Leo]), "after today", nameof(Document.ReviewOn));
        Refused.With(Try(Details() with { Tags = [.. Enumerable.Range(0, 11).Select(n => $"tag {n}")] }, [Leo]), "at most 10 tags", nameof(Document.Tags));
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_old_which_keeps_who_could_see_it()
    {
        var (document, first, _) = Keep(Details() with { Visibility = Visibility.SendTeam }, Leo);

        var second = document.Replace(first, File('b'), " With  corrections ", datedOn: null, By, Now).OrThrow();
        document.Change(document.Details with { Visibility = Visibility.Family }, Today).OrThrow();
        var third = document.Replace(second, File('c'), null, Today.PlusDays(-1), By, Now).OrThrow();

        Assert.Equal((3, 3), (document.CurrentNumber, third.Number));
        Assert.Equal("With corrections", second.Note);
        Assert.Equal((Visibility.SendTeam, Visibility.Family), (first.Visibility, second.Visibility));
        Assert.Equal((Now, By, null), (first.SupersededAt, first.SupersededById, third.SupersededAt));
        Assert.Equal(Today.PlusDays(-1), document.DatedOn);
    }

    [Fact]
    public void Only_the_current_version_is_replaced_and_not_by_itself()
    {
        var (document, first, _) = Keep(Details(), Leo);
        Refused.With(document.Replace(first, File('a'), null, null, By, Now), "the same file", "File");
        document.Replace(first, File('b'), null, null, By, Now).OrThrow();

        Refused.With(document.Replace(first, File('c'), null, null, By, Now), "Somebody else replaced");
    }

    [Fact]
    public void What_should_not_have_been_there_is_withdrawn_with_a_reason_and_may_be_brought_back()
    {
        var (document, first, _) = Keep(Details() with { ReviewOn = Today.PlusDays(1) }, Leo);
        Refused.With(document.Withdraw(" ", By, Now), "Say why", "Reason");
        Refused.With(document.BringBack(), "not withdrawn");

        document.Withdraw("Wrong child", By, Now).OrThrow();

        Assert.True(document.IsWithdrawn);
        Assert.False(document.IsDueForReviewOn(Today.PlusDays(7)));
        Refused.With(document.Change(Details(), Today), "Bring it back first");
        Refused.With(document.Replace(first, File('b'), null, null, By, Now), "Bring it back first");
        document.BringBack().OrThrow();
        Assert.True(document.IsDueForReviewOn(Today.PlusDays(7)));
    }

    [Fact]
    public void It_is_always_about_somebody()
    {
        var (_, _, about) = Keep(Details(), Leo, Kai);

        about[1].End(others: 1, Now).OrThrow();

        Assert.Equal(Now, about[1].EndedAt);
        Refused.With(about[0].End(others: 0, Now), "always about somebody", "Pupil");
        about[1].Resume();
        Assert.Null(about[1].EndedAt);
    }

    [Theory]
    [InlineData("Dyslexia, #Exam access;dyslexia", "dyslexia|exam access")]
    [InlineData(" , ", "")]
    public void Tags_are_read_as_typed(string typed, string tags) => Assert.Equal(tags, string.Join('|', DocumentDetails.TagsOf(typed)));

    [Theory]
    [InlineData("C:\\scans\\EP_report  2.pdf", "EP_report 2.pdf", "EP report 2")]
    [InlineData("../../etc/passwd", "passwd", "passwd")]
    [InlineData("harmless\u202Efdp.exe", "harmlessfdp.exe", "harmlessfdp")]
    [InlineData(null, "file", "file")]
    public void A_name_is_only_its_last_part(string? sent, string name, string title)
    {
        Assert.Equal(name, ReceivedFile.Tidy(sent));
        Assert.Equal(title, File('a') is var file ? (file with { Name = ReceivedFile.Tidy(sent) }).Title : "");
    }

    private static (Document Document, DocumentVersion Version, IReadOnlyList<DocumentPupil> About) Keep(DocumentDetails details, params Id<Pupil>[] pupils)
    {
        var kept = Try(details, pupils).OrThrow();
        return (kept.Document, kept.Version, kept.Pupils);
    }

    private static Result<NewDocument> Try(DocumentDetails details, Id<Pupil>[] pupils) =>
        Document.Keep(Id<Document>.New(), Id<School>.New(), pupils, details, File('a'), By, Now);

    private static DocumentDetails Details() => new() { Title = "EP report", Category = DocumentCategory.ProfessionalReport, DatedOn = Today.PlusDays(-3), Visibility = Visibility.Staff };

    private static ReceivedFile File(char hash) => new("EP report.pdf", FileKind.Pdf, 1000, new string(hash, 64), IsLocked: false);
}
