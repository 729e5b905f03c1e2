using System.Text.RegularExpressions;
using Kept.Domain;

namespace Kept.Web.Imports;

/// <summary>What a column about a parent or other contact may hold.</summary>
public enum CarerPart
{
    Id,
    Priority,
    Relationship,
    ParentalResponsibility,
    LivesWith,
    Title,
    GivenName,
    FamilyName,
    FullName,
    Email,
    Phone
}

/// <summary>
/// The columns of one contact. A file has one row for each pupil and parent ("Parent ID, Priority, Title, Forename, Surname", with
/// headings that repeat the pupil's own), or one row for each pupil with "Parent 1 Name", "Parent 2 Email" beside it.
/// </summary>
public sealed partial class CarerColumns
{
    /// <summary>In order of preference where a contact has several: a mobile before the house, the main address before another.</summary>
    private static readonly Dictionary<CarerPart, string[]> Known = new()
    {
        [CarerPart.Id] = ["id", "number", "reference", "ref", "personid", "uniqueid"],
        [CarerPart.Priority] = ["priority", "contactpriority", "order", "contactorder"],
        [CarerPart.Relationship] =
            ["relationship", "relation", "relationshiptopupil", "relationshiptostudent", "relationshiptochild", "relationshiptype", "type", "relationtopupil"],
        [CarerPart.ParentalResponsibility] =
            ["parentalresponsibility", "hasparentalresponsibility", "responsibility", "pr", "parentalresp", "legalguardian"],
        [CarerPart.LivesWith] =
            ["liveswithpupil", "liveswithstudent", "liveswithchild", "liveswith", "livesatsameaddress", "sameaddress", "addressaspupil", "sameaddressaspupil"],
        [CarerPart.Title] = ["title"],
        [CarerPart.GivenName] = ["forename", "firstname", "givenname", "legalforename", "legalfirstname"],
        [CarerPart.FamilyName] = ["surname", "lastname", "familyname", "legalsurname", "legallastname"],
        [CarerPart.FullName] = ["name", "fullname", ""],
        [CarerPart.Email] = ["primaryemail", "mainemail", "email", "emailaddress", "primaryemailaddress", "homeemail", "personalemail", "contacthomeemail", "workemail"],
        [CarerPart.Phone] =
        [
            "mobile", "mobilenumber", "mobilephone", "mobilephonenumber", "mobiletelephone", "mobiletel", "maintelephone", "primarytelephone", "telephone",
            "phone", "phonenumber", "telephonenumber", "tel", "contactnumber", "primaryphone", "mainphone", "hometelephone", "homephone", "home",
            "homephonenumber", "worktelephone", "workphone"
        ]
    };

    private static readonly Dictionary<string, (CarerPart Part, int Rank)> ByHeading =
        Known.SelectMany(part => part.Value.Select((heading, rank) => (heading, part.Key, rank)))
            .ToDictionary(known => known.heading, known => (known.Key, known.rank), StringComparer.Ordinal);

    /// <summary>Headings that are about a contact even when they do not say so.</summary>
    private static readonly CarerPart[] Telling = [CarerPart.Priority, CarerPart.Relationship, CarerPart.ParentalResponsibility, CarerPart.LivesWith];

    private readonly Dictionary<CarerPart, List<(int Rank, int Column)>> columns = [];

    private CarerColumns(string kind) => Kind = kind;

    /// <summary>The relationship that the headings themselves name ("Mother's email"), or plainly "parent".</summary>
    public string Kind { get; }

    public static IReadOnlyList<CarerColumns> Of(IReadOnlyList<string> headings, HashSet<int> pupils)
    {
        var contacts = new SortedDictionary<string, CarerColumns>(StringComparer.Ordinal);
        var marked = false;
        for (var column = 0; column < headings.Count; column++)
        {
            if (pupils.Contains(column))
            {
                continue;
            }

            if (Said(headings[column]) is { } said)
            {
                marked |= said.Contact == "1";
                Contact(said.Contact, said.Kind).Put(said.Part, column);
            }
            else if (ByHeading.TryGetValue(Headings.Key(headings[column]), out var plain) && plain.Part is not CarerPart.Id
                && (marked || Telling.Contains(plain.Part)))
            {
                marked = true;
                Contact("1", "parent").Put(plain, column);
            }
        }

        return [.. contacts.Values.Where(contact => contact.Has(CarerPart.FullName) || contact.Has(CarerPart.FamilyName))];

        CarerColumns Contact(string which, string kind)
        {
            if (!contacts.TryGetValue(which, out var contact))
            {
                contacts[which] = contact = new CarerColumns(kind);
            }

            return contact;
        }
    }

    public bool Has(CarerPart part) => columns.ContainsKey(part);

    /// <summary>The first cell that holds something; empty when none does, null when there is no such column.</summary>
    public string? Read(TableRow row, CarerPart part) => columns.TryGetValue(part, out var places)
        ? places.OrderBy(place => place.Rank).Select(place => Text.Tidy(row[place.Column])).FirstOrDefault(cell => cell is not null) ?? ""
        : null;

    public bool IsBlank(TableRow row) =>
        columns.Where(part => part.Key is not (CarerPart.Priority or CarerPart.ParentalResponsibility or CarerPart.LivesWith))
            .All(part => part.Value.TrueForAll(place => string.IsNullOrWhiteSpace(row[place.Column])));

    public string Heading(IReadOnlyList<string> headings, CarerPart part) =>
        columns.TryGetValue(part, out var places) ? headings[places[0].Column] : part.ToString();

    public IEnumerable<(int Column, string Meaning)> Meanings() =>
        columns.SelectMany(part => part.Value.Select(place => (place.Column, $"Contact’s {InWords(part.Key)}")));

    private static string InWords(CarerPart part) => part switch
    {
        CarerPart.Id => "number in the school’s system",
        CarerPart.ParentalResponsibility => "parental responsibility",
        CarerPart.LivesWith => "lives with the pupil",
        CarerPart.GivenName => "forename",
        CarerPart.FamilyName => "surname",
        CarerPart.FullName => "name",
        _ => part.ToString().ToLowerInvariant()
    };

    private void Put((CarerPart Part, int Rank) known, int column)
    {
        if (!columns.TryGetValue(known.Part, out var places))
        {
            columns[known.Part] = places = [];
        }

        places.Add((known.Rank, column));
    }

    /// <summary>A heading that names its contact: "Parent ID", "(Contact) Home Email", "Priority 2 contact name", "Mother's mobile".</summary>
    private static (string Contact, string Kind, (CarerPart, int) Part)? Said(string heading)
    {
        var match = Naming().Match(Text.Key(heading));
        if (!match.Success || !ByHeading.TryGetValue(match.Groups["rest"].Value.Replace(" ", "", StringComparison.Ordinal), out var part))
        {
            return null;
        }

        var who = match.Groups["who"].Value;
        var number = match.Groups["n"].Success ? match.Groups["n"].Value : "1";
        return who switch
        {
            "mother" or "mothers" or "mum" or "mums" => ("mother", "mother", part),
            "father" or "fathers" or "dad" or "dads" => ("father", "father", part),
            _ => (number.TrimStart('0'), "parent", part)
        };
    }

    [GeneratedRegex(
        @"^(?:(?:(?:priority|primary|main|emergency) )?(?<n>\d{1,2})? ?)?(?<who>parent carer|parent guardian|parents?|contacts?|carers?|guardians?|mothers?|mums?|fathers?|dads?) ?(?<n>\d{1,2})?(?: (?<rest>.*))?$",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Naming();
}
