using System.Text;
using Kept.Domain.Documents;

namespace Kept.Domain.Tests.Documents;

/// <summary>A file is what its content says, whatever it is called.</summary>
public sealed class FileHeadTests
{
    [Theory]
    [InlineData("%PDF-1.7\n", FileFamily.Known, FileKind.Pdf)]
    [InlineData("\n\n  %PDF-1.4", FileFamily.Known, FileKind.Pdf)]
    [InlineData("GIF89a...", FileFamily.Known, FileKind.Gif)]
    [InlineData("{\\rtf1\\ansi", FileFamily.Known, FileKind.RichText)]
    [InlineData("RIFF....WEBPVP8 ", FileFamily.Known, FileKind.WebP)]
    [InlineData("....ftypheic....", FileFamily.Known, FileKind.Heic)]
    [InlineData("PK\u0003\u0004....", FileFamily.Zip, null)]
    [InlineData("MZ\u0090\0", FileFamily.Program, null)]
    [InlineData("\u007FELF\u0002", FileFamily.Program, null)]
    [InlineData("#!/bin/sh\nrm -r /", FileFamily.Program, null)]
    [InlineData("Dear Mrs Khan,\nthank you", FileFamily.Letters, FileKind.Text)]
    [InlineData("<!DOCTYPE html><p>Hello", FileFamily.Letters, FileKind.Html)]
    [InlineData("<?xml version='1.0'?><svg onload='alert(1)'/>", FileFamily.Drawing, null)]
    [InlineData("<!-- Made at home -->\n<SVG xmlns='http://www.w3.org/2000/svg'/>", FileFamily.Drawing, null)]
    [InlineData("<svg onload='alert(1)'/>", FileFamily.Drawing, null)]
    [InlineData("<!-- Saved --><html><body><svg/></body></html>", FileFamily.Letters, FileKind.Html)]
    [InlineData("<div>Our plan <svg/></div>", FileFamily.Letters, FileKind.Html)]
    [InlineData("From: a@b.example\nTo: c@d.example\nSubject: hello\n\nWords", FileFamily.Letters, FileKind.Email)]
    [InlineData("Name: Leo\nClass: 5E\n\nWords", FileFamily.Letters, FileKind.Text)]
    [InlineData("\u0001\u0002\u0003\u0000", FileFamily.Unknown, null)]
    public void The_first_bytes_say_what_it_is(string head, FileFamily family, FileKind? kind) =>
        Assert.Equal((family, kind), FileHead.Of(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, FileKind.Jpeg)]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, FileKind.Png)]
    public void Pictures_are_known_by_their_signature(byte[] head, FileKind kind) => Assert.Equal((FileFamily.Known, (FileKind?)kind), FileHead.Of(head));

    [Fact]
    public void Text_of_two_bytes_a_letter_is_text() =>
        Assert.Equal((FileFamily.Letters, (FileKind?)FileKind.Text), FileHead.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Hello")]));

    [Theory]
    [InlineData("....ftypM4A ....", FileKind.M4a)]
    [InlineData("....ftypmp42....", FileKind.M4a)]
    [InlineData("....ftyp3gp4....", FileKind.ThreeGp)]
    [InlineData("ID3\u0003\0", FileKind.Mp3)]
    [InlineData("\u00FF\u00FB\u0090\u0064", FileKind.Mp3)]
    [InlineData("OggS............OpusHead\u0001", FileKind.Ogg)]
    [InlineData("OggS............\u0001vorbis", FileKind.Ogg)]
    [InlineData("\u001AE\u00DF\u00A3....webm....A_OPUS", FileKind.WebM)]
    [InlineData("RIFF....WAVEfmt ", FileKind.Wav)]
    [InlineData("#!AMR\n<", FileKind.Amr)]
    [InlineData("#!AMR-WB\n<", FileKind.Amr)]
    public void Recordings_are_known_as_phones_make_them(string head, FileKind kind)
    {
        Assert.Equal((FileFamily.Known, (FileKind?)kind), FileHead.Of(Encoding.Latin1.GetBytes(head)));
        Assert.True(kind.IsSound());
        Assert.StartsWith("audio/", kind.MediaType(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OggS............\u0080theora....\u0001vorbis")]
    [InlineData("\u001AE\u00DF\u00A3....webm....V_VP8....A_OPUS")]
    [InlineData("\u001AE\u00DF\u00A3....matroska")]
    [InlineData("....ftypqt  ....\0")]
    [InlineData("\u00FF\u00FF\u00F0\u0064\0")]
    public void What_is_a_film_or_only_looks_like_sound_is_no_recording(string head) => Assert.Null(SoundHead.Of(Encoding.Latin1.GetBytes(head)));

    [Fact]
    public void A_script_is_a_script_whatever_it_says_after() =>
        Assert.Equal((FileFamily.Program, null), FileHead.Of(Encoding.Latin1.GetBytes("#!AMRESTART\nrm -r /")));

    [Theory]
    [InlineData(FileKind.Pdf, "Report.PDF", "Report.PDF")]
    [InlineData(FileKind.Png, "photo.pdf", "photo.pdf.png")]
    [InlineData(FileKind.Text, "notes", "notes.txt")]
    [InlineData(FileKind.Text, "Notes.v2.CSV", "Notes.v2.CSV")]
    [InlineData(FileKind.Text, "roll.xml", "roll.xml.txt")]
    [InlineData(FileKind.Text, "roll.xml.txt", "roll.xml.txt")]
    [InlineData(FileKind.Text, "notes.html", "notes.html.txt")]
    [InlineData(FileKind.Html, "Page.HTM", "Page.HTM.txt")]
    [InlineData(FileKind.Html, "page.html.txt", "page.html.txt")]
    [InlineData(FileKind.Html, "page.txt", "page.html.txt")]
    [InlineData(FileKind.Html, "page", "page.html.txt")]
    [InlineData(FileKind.Html, "report.pdf", "report.pdf.html.txt")]
    public void It_is_handed_out_under_a_name_that_fits(FileKind kind, string name, string fitting) => Assert.Equal(fitting, kind.Named(name));

    /// <summary>Windows and macOS give each of these to a browser.</summary>
    [Fact]
    public void Nothing_is_handed_out_under_a_name_that_a_browser_opens_and_runs() =>
        Assert.DoesNotContain(
            from kind in Enum.GetValues<FileKind>()
            from ending in (string[])["html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "xml", "xsl", "HTML"]
            select kind.Named($"file.{ending}"),
            name => Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".xht" or ".shtml" or ".mht" or ".mhtml" or ".svg" or ".xml" or ".xsl");

    [Fact]
    public void Whatever_a_browser_could_take_for_a_page_is_never_previewed() =>
        Assert.DoesNotContain(Enum.GetValues<FileKind>(), kind => kind.MayBePreviewed() && kind is not (FileKind.Pdf or FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.WebP));
}
