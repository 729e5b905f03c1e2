using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Messages;
using Kept.Store.Messages;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Wordings;

namespace Kept.Web.Features.Families;

/// <summary>Files as a carer reads of them: what kind, how large, and why one was not taken.</summary>
internal static class FileWords
{
    // Else "11 KB" reads "KB 11" among Arabic letters.
    private const char LeftToRight = '\u2066';
    private const char AsBefore = '\u2069';

    /// <summary>"Photo, 1.4 MB". What programs call themselves is the same in every language.</summary>
    public static string About(this Wording words, SentFileRow file) => words.About(file.Kind, file.Bytes);

    /// <summary>What it is, how big, and of a web page that it comes as text (decision 42).</summary>
    public static string About(this Wording words, FileKind kind, long bytes) =>
        $"{words.Kind(kind)}, {LeftToRight}{Sizes.InWords(bytes)}{AsBefore}{(kind is FileKind.Html ? $". {words["files.asText"]}" : "")}";

    public static string Name(this Wording words, SayPicture picture) => words[$"picture.{char.ToLowerInvariant(picture.ToString()[0])}{picture.ToString()[1..]}"];

    public static string NotTaken(this Wording words, CameFile refused) => refused.Refusal!.Field switch
    {
        CameFiles.TooMany => words.Say("files.tooMany", ("n", MessageFile.MostInAMessage)),
        Receiving.TooLargeField => words.Say("files.tooLarge", ("name", refused.Name)),
        Receiving.Empty => words.Say("files.empty", ("name", refused.Name)),
        Receiving.Harm => words.Say("files.harm", ("name", refused.Name)),
        Receiving.Later => words["files.later"],
        _ => words.Say("files.kind", ("name", refused.Name))
    };

    private static string Kind(this Wording words, FileKind kind) => kind switch
    {
        _ when kind.IsPicture() => words["files.picture"],
        _ when kind.IsSound() => words["files.sound"],
        FileKind.Text => words["files.text"],
        FileKind.OdfText => "ODT",
        _ => kind.InWords()
    };
}
