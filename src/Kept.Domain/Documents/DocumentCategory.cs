namespace Kept.Domain.Documents;

/// <summary>What a document is, as a school files it.</summary>
public enum DocumentCategory
{
    ProfessionalReport,
    Assessment,
    Plan,
    EhcpPaperwork,
    Letter,
    FamilysOwn,
    Medical,
    WorkSample,
    Other
}

public static class DocumentCategories
{
    public static IReadOnlyList<DocumentCategory> All { get; } = Enum.GetValues<DocumentCategory>();

    public static string InWords(this DocumentCategory category) => category switch
    {
        DocumentCategory.ProfessionalReport => "Professional’s report",
        DocumentCategory.EhcpPaperwork => "EHCP paperwork",
        DocumentCategory.FamilysOwn => "Family’s own",
        DocumentCategory.WorkSample => "Work sample",
        _ => category.ToString()
    };

    public static DocumentCategory? Read(string? text) =>
        Enum.TryParse<DocumentCategory>(text, ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null;
}
