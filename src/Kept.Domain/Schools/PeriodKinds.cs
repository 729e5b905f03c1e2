namespace Kept.Domain.Schools;

/// <summary>The kinds of period in the words of a page and of a calendar file.</summary>
public static class PeriodKinds
{
    public static string InWords(this PeriodKind kind) => kind switch
    {
        PeriodKind.Term => "Term",
        PeriodKind.HalfTerm => "Half-term",
        PeriodKind.Inset => "INSET day",
        PeriodKind.Closure => "Closure",
        _ => "Bank holiday"
    };

    /// <summary>As a calendar file writes it: "half-term".</summary>
    public static string InFile(this PeriodKind kind) => kind switch
    {
        PeriodKind.Term => "term",
        PeriodKind.HalfTerm => "half-term",
        PeriodKind.Inset => "inset",
        PeriodKind.Closure => "closure",
        _ => "bank-holiday"
    };

    /// <summary>Null when it is none of them.</summary>
    public static PeriodKind? Read(string? text) => Text.Key(text ?? "") switch
    {
        "term" => PeriodKind.Term,
        "half term" or "halfterm" or "half term holiday" => PeriodKind.HalfTerm,
        "inset" or "inset day" or "inset days" or "training day" or "staff training" => PeriodKind.Inset,
        "closure" or "closed" or "school closed" => PeriodKind.Closure,
        "bank holiday" or "bankholiday" or "public holiday" => PeriodKind.BankHoliday,
        _ => null
    };
}
