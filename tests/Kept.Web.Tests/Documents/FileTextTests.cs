using Kept.Domain.Documents;
using Kept.Web.Documents.Reading;

namespace Kept.Web.Tests.Documents;

/// <summary>The words of each kind of file, and files that mean harm.</summary>
public sealed class FileTextTests
{
    public static TheoryData<FileKind> Kinds =>
        [FileKind.Pdf, FileKind.Word, FileKind.Excel, FileKind.OdfText, FileKind.Text, FileKind.Html, FileKind.Email];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_words_of_a_file_are_read(FileKind kind)
    {
        var found = await ReadAsync(kind, Made(kind, "The quokka came home"));

        Assert.Null(found.Problem);
        Assert.Contains("The quokka came home", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_says_who_wrote_about_what_in_every_writing()
    {
        var text = (await ReadAsync(FileKind.Email, Sample.Email("Tears again,"))).Text!;

        Assert.StartsWith("Monday café\nLaura Bennett <laura@home.example>", text, StringComparison.Ordinal);
        Assert.Contains("Tears again, café and more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The same again", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_says_what_a_reader_sees()
    {
        var text = (await ReadAsync(FileKind.Html, Sample.Page("Seen &amp; read"))).Text!;

        Assert.Contains("Seen & read", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unseen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_letters_of_Windows_are_read_as_they_were_meant() =>
        Assert.Equal("café – ok", (await ReadAsync(FileKind.Text, [0x63, 0x61, 0x66, 0xE9, 0x20, 0x96, 0x20, 0x6F, 0x6B])).Text);

    [Fact]
    public async Task A_locked_file_is_said_to_be_locked() =>
        Assert.Equal("it is locked with a password", (await ReadAsync(FileKind.Pdf, Sample.LockedPdf)).Problem);

    [Fact]
    public async Task A_file_that_may_not_be_printed_is_read() =>
        Assert.Contains("wombat", (await ReadAsync(FileKind.Pdf, Sample.UnprintablePdf)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_damaged_file_is_said_to_be_damaged()
    {
        foreach (var kind in (FileKind[])[FileKind.Word, FileKind.Excel, FileKind.OdfText])
        {
            Assert.Equal("the file is damaged", (await ReadAsync(kind, Sample.Word("Half a file")[..300])).Problem);
        }
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_very_large_one_is_cut_short()
    {
        using var process = ReadingProcess.Start();
        var found = await InFileAsync(Sample.Bomb(), path => process.ReadAsync(path, FileKind.OdfText, TestContext.Current.CancellationToken));

        // Too long for a document, or too much for the process: either way it is said, and nothing of ours grew.
        Assert.True(found is null or { Text: null } or { Text.Length: <= 500_000 });
    }

    [Fact]
    public async Task The_process_for_reading_answers_file_after_file()
    {
        using var process = ReadingProcess.Start();
        foreach (var kind in (FileKind[])[FileKind.Word, FileKind.Pdf, FileKind.Text])
        {
            var found = await InFileAsync(Made(kind, "numbat"), path => process.ReadAsync(path, kind, TestContext.Current.CancellationToken));
            Assert.Contains("numbat", found?.Text, StringComparison.Ordinal);
        }
    }

    private static byte[] Made(FileKind kind, string words) => kind switch
    {
        FileKind.Pdf => Sample.Pdf(words),
        FileKind.Word => Sample.Word(words),
        FileKind.Excel => Sample.Excel(words),
        FileKind.OdfText => Sample.Odt(words),
        FileKind.Html => Sample.Page(words),
        FileKind.Email => Sample.Email(words),
        _ => Sample.Text(words)
    };

    private static Task<FileText> ReadAsync(FileKind kind, byte[] content) => InFileAsync(content, path => Task.FromResult(FileText.Of(path, kind)));

    private static async Task<T> InFileAsync<T>(byte[] content, Func<string, Task<T>> read)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, content);
            return await read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
