using NodaTime;

namespace Kept.Domain.Plans;

/// <summary>What the school needs of an EHC plan day by day. The plan itself is the local authority's document.</summary>
public sealed record EhcpSummary
{
    /// <summary>The local authority that keeps the plan.</summary>
    public string? Authority { get; init; }

    /// <summary>The day on which the plan, or its last amendment, was issued.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>The last annual review meeting; null before the first.</summary>
    public LocalDate? LastReviewOn { get; init; }

    /// <summary>The next annual review meeting, once it is booked. The steps around it are counted from here.</summary>
    public LocalDate? MeetingOn { get; init; }

    /// <summary>The sections that are summed up, in the order of <see cref="EhcpSections"/>.</summary>
    public IReadOnlyList<EhcpSection> Sections { get; init; } = [];

    public EhcpSummary Tidied() => this with
    {
        Authority = Text.Tidy(Authority),
        Sections =
        [
            .. from title in EhcpSections.All
               let words = Text.TidyLines(Of(title.Letter))
               where words is not null
               select new EhcpSection(title.Letter, words)
        ]
    };

    /// <summary>The words of a section; null where it is not summed up.</summary>
    public string? Of(string letter) => Sections.FirstOrDefault(s => s.Letter == letter)?.Words;
}

public sealed record EhcpSection(string Letter, string Words);

/// <param name="Letter">"B", "H1".</param>
/// <param name="IsCore">One that every school works from: B, E, F and I.</param>
public sealed record EhcpSectionTitle(string Letter, string Title, bool IsCore);

/// <summary>The sections of an EHC plan (SEND Regulations 2014, regulation 12), kept as a list: another nation or year may have others.</summary>
public static class EhcpSections
{
    public static IReadOnlyList<EhcpSectionTitle> All { get; } =
        [.. Embedded.Rows("EhcpSections.csv").Select(row => new EhcpSectionTitle(row[0], row[2], row[1] is "core"))];

    public static string TitleOf(string letter) => All.FirstOrDefault(s => s.Letter == letter)?.Title ?? letter;
}
