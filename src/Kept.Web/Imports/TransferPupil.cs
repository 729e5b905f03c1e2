using System.Globalization;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;
using NodaTime;

namespace Kept.Web.Imports;

/// <summary>Reads one pupil of a transfer file.</summary>
internal static class TransferPupil
{
    private static readonly string[] PhonesFirst = ["M", "H", "W", "O"];

    public static RollReading Read(TransferNode pupil)
    {
        var problems = new List<Problem>();
        var notes = new List<Problem>();
        var upn = string.Concat((pupil.Child("UPN")?.Text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (Upn.Read(upn).Refused(out var wrong))
        {
            problems.Add(new Problem(pupil.Child("UPN")?.Line ?? pupil.Line, "UPN", upn.Length == 0 ? "No UPN" : wrong.Sentence));
        }

        var entry = new RollEntry
        {
            Line = pupil.Line,
            Upn = upn,
            GivenName = Needed(pupil, "Forename", Pupil.NameMaxLength, problems),
            FamilyName = Needed(pupil, "Surname", Pupil.NameMaxLength, problems),
            PreferredName = Bounded(pupil.Find("PreferredForename"), Pupil.NameMaxLength, problems),
            DateOfBirth = ReadDay(pupil.Child("DOB"), problems),
            YearGroup = ReadYear(pupil, problems),
            ClassName = Bounded(pupil.Child("RegGroup", "Class"), Pupil.ClassMaxLength, problems),
            Provision = ReadProvision(pupil, problems),
            Needs = ReadNeeds(pupil, notes),
            Carers = [.. Contacts(pupil).Select((contact, index) => ReadCarer(contact, index, problems, notes)).OfType<RollCarer>().DistinctBy(c => (c.NameKey, c.Kind))]
        };
        return new RollReading(
            problems.Count > 0 ? null : entry, pupil.Line, upn.Length > 0 ? upn : null, problems, notes, () => TransferCells.Of(pupil));
    }

    public static TransferNode? Year(TransferNode pupil) => pupil.Find("NCyearActual");

    /// <summary>What holds now: the latest stage, unless it has ended.</summary>
    public static TransferNode? Provision(TransferNode pupil)
    {
        var latest = pupil.Child("SENhistory")?.Children("SEN").MaxBy(stage => Cells.Date(stage.Child("StartDate")?.Text ?? "") ?? LocalDate.MinIsoValue);
        return latest?.Child("EndDate") is { Text.Length: > 0 } ? null : latest?.Child("SENprovision");
    }

    public static IEnumerable<TransferNode> Needs(TransferNode pupil) =>
        (pupil.Find("SENneeds")?.Children("SENneed") ?? [])
            .OrderBy(need => int.TryParse(need.Child("SENtypeRank")?.Text, CultureInfo.InvariantCulture, out var rank) ? rank : 99)
            .Select(need => need.Child("SENtype"))
            .OfType<TransferNode>();

    public static IEnumerable<TransferNode> Contacts(TransferNode pupil) => pupil.Child("Contacts")?.Children("Contact") ?? [];

    public static string? Phone(TransferNode contact)
    {
        var phones = contact.Child("Phones")?.Children("Phone").ToList() ?? [];
        var best = phones.MinBy(phone => Array.IndexOf(PhonesFirst, phone.Child("TelephoneType")?.Text.ToUpperInvariant() ?? "") is >= 0 and var place ? place : 99);
        return Text.Tidy(best?.Child("PhoneNo")?.Text);
    }

    private static string Needed(TransferNode node, string name, int most, List<Problem> problems)
    {
        var text = Bounded(node.Child(name), most, problems);
        if (string.IsNullOrEmpty(text))
        {
            problems.Add(new Problem(node.Child(name)?.Line ?? node.Line, name, name is "Surname" ? "No surname" : "No forename"));
        }

        return text ?? "";
    }

    private static string? Bounded(TransferNode? node, int most, List<Problem> problems)
    {
        var text = node is null ? null : Text.Tidy(node.Text) ?? "";
        if (text?.Length > most)
        {
            problems.Add(new Problem(node!.Line, node.Name, $"This must be {most} characters or fewer"));
        }

        return text;
    }

    private static LocalDate? ReadDay(TransferNode? node, List<Problem> problems)
    {
        if (node is not { Text.Length: > 0 })
        {
            return null;
        }

        var day = Cells.Date(node.Text);
        if (day is null)
        {
            problems.Add(new Problem(node.Line, node.Name, $"“{node.Text}” is not a date"));
        }

        return day;
    }

    private static string? ReadYear(TransferNode pupil, List<Problem> problems)
    {
        if (Year(pupil) is not { Text.Length: > 0 } node)
        {
            return null;
        }

        var year = YearGroups.Read(node.Text);
        if (year is null)
        {
            problems.Add(new Problem(node.Line, node.Name, $"“{node.Text}” is not a year group: use R, 1 to 14, N1, N2, E1, E2 or X"));
        }

        return year;
    }

    private static SenProvision? ReadProvision(TransferNode pupil, List<Problem> problems)
    {
        if (pupil.Child("SENhistory") is null)
        {
            return null;
        }

        if (Provision(pupil) is not { } node)
        {
            return SenProvision.None;
        }

        var provision = SenProvisions.Read(node.Text);
        if (provision is null)
        {
            problems.Add(new Problem(node.Line, node.Name, $"“{node.Text}” is not an SEN status: use E, K or N"));
        }

        return provision;
    }

    private static List<string>? ReadNeeds(TransferNode pupil, List<Problem> notes) => pupil.Find("SENneeds") is null
        ? null
        : [.. Needs(pupil).SelectMany(node => SenNeedCells.Read(node.Text, unknown =>
            notes.Add(new Problem(node.Line, node.Name, $"“{unknown}” is no type of need that Kept knows, and was left out")))).Distinct()];

    private static RollCarer? ReadCarer(TransferNode contact, int index, List<Problem> problems, List<Problem> notes)
    {
        var family = Bounded(contact.Child("Surname"), Person.NameMaxLength, problems);
        if (string.IsNullOrEmpty(family))
        {
            notes.Add(new Problem(contact.Line, "Contact", "This contact has no surname and was left out"));
            return null;
        }

        var email = Text.Tidy(contact.Child("Email")?.Text);
        if (email is not null && !Cells.IsEmail(email))
        {
            notes.Add(new Problem(contact.Child("Email")!.Line, "Email", "This is not an email address and was left out"));
            email = null;
        }

        var kind = Bounded(contact.Child("Relationship"), RelationshipKinds.MaxLength, problems);
        var phone = Phone(contact);
        return new RollCarer
        {
            Title = Text.Tidy(contact.Child("Title")?.Text) is { Length: <= 40 } title ? title : null,
            GivenName = Bounded(contact.Child("Forename"), Person.NameMaxLength, problems) ?? "",
            FamilyName = family,
            Kind = string.IsNullOrEmpty(kind) ? "parent" : RelationshipKinds.Read(kind),
            ParentalResponsibility = Cells.YesOrNo(contact.Child("Responsibility")?.Text ?? ""),
            Priority = int.TryParse(contact.Child("Order")?.Text, CultureInfo.InvariantCulture, out var order) && order is > 0 and < 100 ? order : index + 1,
            LivesWith = Cells.YesOrNo(contact.Child("AddressAsPupil")?.Text ?? "") is KnownOrNot.Yes ? LivesWith.Full : null,
            Email = email,
            Phone = phone?.Length > Person.PhoneMaxLength ? null : phone
        };
    }
}
