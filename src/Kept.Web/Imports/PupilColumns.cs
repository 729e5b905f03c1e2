namespace Kept.Web.Imports;

/// <summary>What a pupil file's columns may hold.</summary>
public enum PupilPart
{
    Upn,
    GivenName,
    FamilyName,
    FullName,
    PreferredName,
    DateOfBirth,
    YearGroup,
    ClassName,
    Provision,
    PrimaryNeed,
    SecondaryNeed
}

internal static class PupilParts
{
    public static string InWords(PupilPart part) => part switch
    {
        PupilPart.Upn => "UPN",
        PupilPart.GivenName => "Forename",
        PupilPart.FamilyName => "Surname",
        PupilPart.FullName => "Name",
        PupilPart.PreferredName => "Preferred name",
        PupilPart.DateOfBirth => "Date of birth",
        PupilPart.YearGroup => "Year group",
        PupilPart.ClassName => "Class",
        PupilPart.Provision => "SEN status",
        PupilPart.PrimaryNeed => "Type of need",
        _ => "Second type of need"
    };
}

/// <summary>
/// Which column holds what. SIMS, Arbor and Bromcom let each school choose its report's columns, so this goes by the headings that
/// those systems use and not by place.
/// </summary>
public sealed class PupilColumns
{
    /// <summary>In order of preference: the legal name before the name of the day.</summary>
    private static readonly Dictionary<PupilPart, string[]> Known = new()
    {
        [PupilPart.Upn] = ["upn", "uniquepupilnumber", "upnnumber", "pupilupn", "studentupn", "currentupn"],
        [PupilPart.GivenName] =
        [
            "legalforename", "legalfirstname", "legalgivenname", "forename", "firstname", "givenname", "forenames", "firstnames", "givennames",
            "pupilforename", "studentforename", "pupilfirstname", "studentfirstname", "chosenforename", "christianname"
        ],
        [PupilPart.FamilyName] =
        [
            "legalsurname", "legallastname", "legalfamilyname", "surname", "lastname", "familyname", "pupilsurname", "studentsurname",
            "pupillastname", "studentlastname"
        ],
        [PupilPart.FullName] =
        [
            "legalname", "legalfullname", "name", "fullname", "studentname", "pupilname", "student", "pupil", "childname", "childsname", "studentfullname",
            "pupilfullname"
        ],
        [PupilPart.PreferredName] =
            ["preferredname", "preferredforename", "preferredfirstname", "preferredgivenname", "knownas", "chosenname", "chosenfirstname"],
        [PupilPart.DateOfBirth] = ["dateofbirth", "dob", "birthdate", "birthday", "dateofbirthdob", "pupildob", "studentdob"],
        [PupilPart.YearGroup] =
        [
            "yeargroup", "ncyear", "ncyearactual", "ncyeargroup", "nationalcurriculumyear", "curriculumyear", "currentyeargroup", "year", "yr",
            "yeargroupname", "yrgroup", "yeargrp", "yg"
        ],
        [PupilPart.ClassName] =
        [
            "reggroup", "registrationgroup", "registrationform", "registrationclass", "regform", "regclass", "reg", "form", "formgroup", "tutorgroup",
            "tutorgrp", "class", "classname", "classgroup", "currentreggroup"
        ],
        [PupilPart.Provision] =
        [
            "senstatus", "senprovision", "sencode", "senstage", "sendstatus", "sendprovision", "senprovisiontype", "currentsenstatus", "senstatuscode", "sensupport",
            "sen", "send"
        ],
        [PupilPart.PrimaryNeed] =
        [
            "senneed", "senneeds", "senneed1", "primaryneed", "primarysenneed", "senprimaryneed", "senneedprimary", "senneedtype", "sentype",
            "sendneed", "sendneeds", "needtype", "primaryneedtype", "need", "needs"
        ],
        [PupilPart.SecondaryNeed] = ["senneed2", "secondaryneed", "secondarysenneed", "sensecondaryneed", "senneedsecondary", "secondaryneedtype"]
    };

    private static readonly Dictionary<string, PupilPart> ByHeading =
        Known.SelectMany(part => part.Value.Select(heading => (heading, part.Key))).ToDictionary(pair => pair.heading, pair => pair.Key, StringComparer.Ordinal);

    private readonly Dictionary<PupilPart, int> columns = [];

    private PupilColumns(IReadOnlyList<string> headings)
    {
        Headings = headings;
        var keys = headings.Select(Imports.Headings.Key).ToList();
        foreach (var (part, known) in Known)
        {
            if (Imports.Headings.Find(keys, known) is >= 0 and var column)
            {
                columns[part] = column;
            }
        }

        Carers = CarerColumns.Of(headings, columns.Values.ToHashSet());
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<CarerColumns> Carers { get; }

    public static PupilColumns Of(IReadOnlyList<string> headings) => new(headings);

    /// <summary>How many headings are known, when the UPN is among them.</summary>
    public static int Score(IReadOnlyList<string> headings)
    {
        var known = headings.Select(Imports.Headings.Key).Where(ByHeading.ContainsKey).ToList();
        return known.Exists(key => ByHeading[key] is PupilPart.Upn) ? known.Count : 0;
    }

    public bool Has(PupilPart part) => columns.ContainsKey(part);

    /// <summary>The cell; null where the file has no such column.</summary>
    public string? Read(TableRow row, PupilPart part) => columns.TryGetValue(part, out var column) ? row[column] : null;

    public string Heading(PupilPart part) => columns.TryGetValue(part, out var column) ? Headings[column] : PupilParts.InWords(part);

    /// <summary>What each heading was taken to mean, for people to check.</summary>
    public IReadOnlyList<(string Heading, string? Meaning)> Understood()
    {
        var meanings = columns.ToDictionary(part => part.Value, part => PupilParts.InWords(part.Key));
        foreach (var contact in Carers)
        {
            foreach (var (column, meaning) in contact.Meanings())
            {
                meanings.TryAdd(column, meaning);
            }
        }

        return [.. Headings.Select((heading, column) => (heading, meanings.GetValueOrDefault(column)))];
    }

    /// <summary>What is missing without which no pupil can be read; null when all is there.</summary>
    public string? Missing()
    {
        var named = Has(PupilPart.FullName) || (Has(PupilPart.GivenName) && Has(PupilPart.FamilyName));
        return (named, Has(PupilPart.YearGroup)) switch
        {
            (false, _) => "No columns for the pupil’s forename and surname were recognised. Add them to the report and export it again.",
            (_, false) => "No column for the year group was recognised. Add it to the report and export it again.",
            _ => null
        };
    }
}
