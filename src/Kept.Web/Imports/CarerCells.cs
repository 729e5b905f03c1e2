using System.Globalization;
using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Rolls;

namespace Kept.Web.Imports;

/// <summary>Reads one contact from a row.</summary>
internal static class CarerCells
{
    private const int TitleMaxLength = 40;
    private const int NumberMaxLength = 80;

    public static RollCarer? Read(
        CarerColumns contact, TableRow row, IReadOnlyList<string> headings, List<Problem> problems, List<Problem> notes)
    {
        var given = Cell(CarerPart.GivenName);
        var family = Cell(CarerPart.FamilyName);
        var title = Cell(CarerPart.Title);
        if (family is null && Cell(CarerPart.FullName) is { } name)
        {
            (var inName, given, family) = Cells.Name(name);
            title ??= inName;
        }

        if (string.IsNullOrEmpty(family))
        {
            Note(contact.Has(CarerPart.FamilyName) ? CarerPart.FamilyName : CarerPart.FullName, "This contact has no surname and was left out");
            return null;
        }

        Bound(CarerPart.FamilyName, family, Person.NameMaxLength);
        Bound(CarerPart.GivenName, given, Person.NameMaxLength);
        Bound(CarerPart.Title, title, TitleMaxLength);
        Bound(CarerPart.Id, Cell(CarerPart.Id), NumberMaxLength);
        Bound(CarerPart.Relationship, Cell(CarerPart.Relationship), RelationshipKinds.MaxLength);
        return new RollCarer
        {
            ExternalId = Cell(CarerPart.Id),
            Title = title,
            GivenName = given ?? "",
            FamilyName = family,
            Kind = Cell(CarerPart.Relationship) is { } kind ? RelationshipKinds.Read(kind) : contact.Kind,
            ParentalResponsibility = Flag(CarerPart.ParentalResponsibility),
            Priority = Priority(),
            LivesWith = Flag(CarerPart.LivesWith) switch { KnownOrNot.Yes => LivesWith.Full, KnownOrNot.No => LivesWith.No, _ => null },
            Email = Email(),
            Phone = Phone()
        };

        string? Cell(CarerPart part) => contact.Read(row, part) is { Length: > 0 } cell ? cell : null;

        KnownOrNot? Flag(CarerPart part) => Cells.YesOrNo(Cell(part) ?? "");

        int? Priority() =>
            int.TryParse(Cell(CarerPart.Priority), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100 ? number : null;

        string? Email()
        {
            var cell = Cell(CarerPart.Email);
            if (cell is null || Cells.IsEmail(cell))
            {
                return cell;
            }

            Note(CarerPart.Email, $"“{Short(cell)}” is not an email address and was left out");
            return null;
        }

        string? Phone()
        {
            var cell = Cell(CarerPart.Phone);
            if (cell is null || cell.Length <= Person.PhoneMaxLength)
            {
                return cell;
            }

            Note(CarerPart.Phone, $"“{Short(cell)}” is too long for a phone number and was left out");
            return null;
        }

        void Bound(CarerPart part, string? text, int most)
        {
            if (text?.Length > most)
            {
                problems.Add(new Problem(row.Line, contact.Heading(headings, part), $"This must be {most} characters or fewer"));
            }
        }

        void Note(CarerPart part, string reason) => notes.Add(new Problem(row.Line, contact.Heading(headings, part), reason));
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
