using System.Globalization;

namespace Kept.Web.Imports;

/// <summary>A pupil of a transfer file as rows of a CSV, one for each contact: how skipped pupils are written to be mended.</summary>
internal static class TransferCells
{
    public static IReadOnlyList<string> Headings { get; } =
    [
        "UPN", "Legal Forename", "Legal Surname", "Preferred Name", "Date of Birth", "Year Group", "SEN Status", "SEN Need", "Priority",
        "Contact Title", "Contact Forename", "Contact Surname", "Relationship", "Parental responsibility", "Lives with Pupil", "Contact Email", "Contact Mobile"
    ];

    public static IReadOnlyList<string[]> Of(TransferNode pupil)
    {
        string[] own =
        [
            Cell(pupil, "UPN"), Cell(pupil, "Forename"), Cell(pupil, "Surname"), pupil.Find("PreferredForename")?.Text ?? "", Cell(pupil, "DOB"),
            TransferPupil.Year(pupil)?.Text ?? "", TransferPupil.Provision(pupil)?.Text ?? "", string.Join("; ", TransferPupil.Needs(pupil).Select(need => need.Text))
        ];
        var contacts = TransferPupil.Contacts(pupil).Select((contact, index) => (string[])[.. own, .. Contact(contact, index)]).ToList();
        return contacts.Count > 0 ? contacts : [[.. own, .. Enumerable.Repeat("", Headings.Count - own.Length)]];
    }

    private static string[] Contact(TransferNode contact, int index) =>
    [
        contact.Child("Order") is { Text.Length: > 0 } order ? order.Text : (index + 1).ToString(CultureInfo.InvariantCulture),
        Cell(contact, "Title"), Cell(contact, "Forename"), Cell(contact, "Surname"), Cell(contact, "Relationship"), Cell(contact, "Responsibility"),
        Cell(contact, "AddressAsPupil"), Cell(contact, "Email"), TransferPupil.Phone(contact) ?? ""
    ];

    private static string Cell(TransferNode node, string name) => node.Child(name)?.Text ?? "";
}
