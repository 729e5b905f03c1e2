namespace Kept.Domain.Packs;

/// <summary>Whom a pack is made for.</summary>
public enum PackAudience
{
    /// <summary>One parent or carer.</summary>
    Family,

    NextSchool,
    Governor,
    Tribunal,
    SubjectAccess
}

public enum PackFormat
{
    Html,
    Pdf,
    Xlsx,
    Json,
    Zip
}

public static class PackWords
{
    public static string InWords(this PackAudience audience) => audience switch
    {
        PackAudience.Family => "Family",
        PackAudience.NextSchool => "Next school",
        PackAudience.Governor => "Governor",
        PackAudience.Tribunal => "Tribunal",
        _ => "Subject access"
    };

    /// <summary>As it is typed in a command and kept in the ledger: "next-school".</summary>
    public static string Word(this PackAudience audience) => audience switch
    {
        PackAudience.Family => "family",
        PackAudience.NextSchool => "next-school",
        PackAudience.Governor => "governor",
        PackAudience.Tribunal => "tribunal",
        _ => "subject-access"
    };

    /// <summary>What they get, for the person who chooses.</summary>
    public static string Gets(this PackAudience audience) => audience switch
    {
        PackAudience.Family => "Only what is shared with the family, for one parent or carer. Never another carer’s details",
        PackAudience.NextSchool => "The whole SEND record with the family’s contact details. Never safeguarding: that travels apart",
        PackAudience.Governor => "What staff see, to audit how it was done: the child by initials, the family unnamed, and no files of documents",
        PackAudience.Tribunal => "Everything that you may see. What concerns other people is marked: check it before it goes",
        _ => "Everything held that you may see, for the child or who acts for them. What concerns other people is marked: check it before it goes"
    };

    public static string InWords(this PackFormat format) => format switch
    {
        PackFormat.Html => "Web page to print",
        PackFormat.Pdf => "PDF",
        PackFormat.Xlsx => "Excel workbook",
        PackFormat.Json => "JSON, for another system",
        _ => "All forms and the documents, in a ZIP"
    };

    /// <summary>"pdf": the file’s ending, and the word for it in a command.</summary>
    public static string Extension(this PackFormat format) => format switch
    {
        PackFormat.Html => "html",
        PackFormat.Pdf => "pdf",
        PackFormat.Xlsx => "xlsx",
        PackFormat.Json => "json",
        _ => "zip"
    };
}
