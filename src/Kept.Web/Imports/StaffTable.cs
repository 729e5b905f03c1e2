using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Rolls;

namespace Kept.Web.Imports;

/// <summary>One member of staff as a list has them, or what is wrong with the line.</summary>
public sealed record StaffReading(StaffEntry? Entry, int Line, IReadOnlyList<Problem> Problems, string[] Cells);

/// <summary>A CSV of staff.</summary>
public sealed class StaffTable
{
    private static readonly Dictionary<StaffPart, string[]> Known = new()
    {
        [StaffPart.Id] = ["staffid", "staffcode", "employeeid", "employeenumber", "payrollnumber", "personid", "id", "staffnumber"],
        [StaffPart.Title] = ["title"],
        [StaffPart.GivenName] = ["forename", "firstname", "givenname", "legalforename", "legalfirstname", "preferredforename", "preferredfirstname"],
        [StaffPart.FamilyName] = ["surname", "lastname", "familyname", "legalsurname", "legallastname"],
        [StaffPart.FullName] = ["name", "fullname", "staffname", "teacher", "staffmember", "displayname"],
        [StaffPart.Initials] = ["initials", "staffinitials"],
        [StaffPart.Email] = ["email", "workemail", "emailaddress", "primaryemail", "schoolemail", "mainemail"],
        [StaffPart.Phone] = ["phone", "telephone", "worktelephone", "workphone", "mobile", "mobilenumber", "phonenumber", "extension"],
        [StaffPart.Roles] = ["role", "roles", "jobtitle", "job", "post", "position", "jobrole"],
        [StaffPart.ClassName] = ["class", "classname", "teaches", "reggroup", "registrationform", "registrationgroup", "form", "tutorgroup", "reg"]
    };

    private static readonly HashSet<string> All = [.. Known.Values.SelectMany(headings => headings)];

    private readonly TextTable table;
    private readonly Dictionary<StaffPart, int> columns;

    private StaffTable(TextTable table)
    {
        this.table = table;
        var keys = table.Headings.Select(Imports.Headings.Key).ToList();
        columns = Known.ToDictionary(part => part.Key, part => Imports.Headings.Find(keys, part.Value));
        if (columns[StaffPart.FullName] < 0 && columns[StaffPart.FamilyName] < 0)
        {
            throw new UnusableFileException("No column for the name was recognised. There must be a line of headings, such as Title, Forename, Surname, Email, Role, Class.");
        }
    }

    private enum StaffPart
    {
        Id,
        Title,
        GivenName,
        FamilyName,
        FullName,
        Initials,
        Email,
        Phone,
        Roles,
        ClassName
    }

    public IReadOnlyList<string> Headings => table.Headings;

    public static StaffTable Open(string path) => new(
        TextTable.OfFile(path, headings => headings.Count(heading => All.Contains(Imports.Headings.Key(heading))))
        ?? throw new UnusableFileException("No columns were recognised. There must be a line of headings, such as Title, Forename, Surname, Email, Role, Class."));

    /// <summary>All of it: a list of staff is short. More lines than any school has staff are not one.</summary>
    public IReadOnlyList<StaffReading> Read()
    {
        var emails = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var readings = new List<StaffReading>();
        foreach (var row in table.Rows())
        {
            if (readings.Count == Store.Rolls.StaffImport.MostStaff)
            {
                throw new UnusableFileException($"This file has more than {Store.Rolls.StaffImport.MostStaff:N0} lines. Is it a list of staff?");
            }

            readings.Add(Read(row, emails));
        }

        return readings;
    }

    private StaffReading Read(TableRow row, Dictionary<string, int> emails)
    {
        var problems = new List<Problem>();
        if (row.Broken is { } broken)
        {
            return new StaffReading(null, row.Line, [broken], row.Cells);
        }

        var (title, given, family) = Name(row);
        if (family.Length == 0)
        {
            Wrong(columns[StaffPart.FamilyName] >= 0 ? StaffPart.FamilyName : StaffPart.FullName, "No surname");
        }

        var email = Cell(row, StaffPart.Email);
        if (email is not null && !Cells.IsEmail(email))
        {
            Wrong(StaffPart.Email, $"“{email}” is not an email address");
        }
        else if (email is not null && !emails.TryAdd(email, row.Line))
        {
            Wrong(StaffPart.Email, $"Line {emails[email]} has the same email");
        }

        Bound(StaffPart.Title, 40);
        Bound(StaffPart.GivenName, Person.NameMaxLength);
        Bound(StaffPart.FamilyName, Person.NameMaxLength);
        Bound(StaffPart.FullName, Person.NameMaxLength);
        Bound(StaffPart.Initials, 10);
        Bound(StaffPart.Phone, Person.PhoneMaxLength);
        Bound(StaffPart.Id, 80);
        var entry = new StaffEntry
        {
            Line = row.Line,
            ExternalId = Cell(row, StaffPart.Id),
            Title = title,
            GivenName = given,
            FamilyName = family,
            Initials = Cell(row, StaffPart.Initials),
            Email = email,
            Phone = Cell(row, StaffPart.Phone),
            Roles = [.. Roles(row, Wrong)]
        };
        return new StaffReading(problems.Count > 0 ? null : entry, row.Line, problems, row.Cells);

        void Wrong(StaffPart part, string reason) => problems.Add(new Problem(row.Line, Heading(part), reason));

        void Bound(StaffPart part, int most)
        {
            if (Cell(row, part)?.Length > most)
            {
                Wrong(part, $"This must be {most} characters or fewer");
            }
        }
    }

    private (string? Title, string Given, string Family) Name(TableRow row)
    {
        if (Cell(row, StaffPart.FamilyName) is { } family)
        {
            return (Cell(row, StaffPart.Title), Cell(row, StaffPart.GivenName) ?? "", family);
        }

        var (title, given, last) = Cells.Name(Cell(row, StaffPart.FullName) ?? "");
        return (Cell(row, StaffPart.Title) ?? title, given, last);
    }

    private IEnumerable<RoleWanted> Roles(TableRow row, Action<StaffPart, string> wrong)
    {
        var classes = (Cell(row, StaffPart.ClassName) ?? "").Split([';', ',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(classes, name => name.Length > Domain.Pupils.Pupil.ClassMaxLength) is not null)
        {
            wrong(StaffPart.ClassName, $"A class must be {Domain.Pupils.Pupil.ClassMaxLength} characters or fewer");
            yield break;
        }

        foreach (var words in (Cell(row, StaffPart.Roles) ?? "").Split([';', ',', '/', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (StaffRoles.Read(words) is not { } role)
            {
                wrong(StaffPart.Roles, $"“{words}” is not a role in Kept. The roles are {string.Join(", ", Enum.GetValues<StaffRole>().Select(r => r.InWords()))}");
            }
            else if (role.IsForAClass() && classes.Length > 0)
            {
                foreach (var name in classes)
                {
                    yield return new RoleWanted(role, name);
                }
            }
            else
            {
                yield return new RoleWanted(role);
            }
        }
    }

    private string? Cell(TableRow row, StaffPart part) => Text.Tidy(row[columns[part]]);

    private string Heading(StaffPart part) => columns[part] >= 0 ? Headings[columns[part]] : part switch
    {
        StaffPart.FullName or StaffPart.FamilyName => "Name",
        StaffPart.ClassName => "Class",
        StaffPart.Roles => "Role",
        _ => part.ToString()
    };
}
