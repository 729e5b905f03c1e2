using System.Globalization;
using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Draws the children of a made-up school, class by class: first those whom the demo names, then the others.</summary>
internal sealed class Roll(KeptDb db, School school, IReadOnlyList<Adult> staff, Dice dice, LocalDate schoolYearStart)
{
    private static readonly string[] CommonNeeds = ["SEMH", "SLCN", "ASD", "SPLD", "MLD", "SLCN", "SEMH", "ASD", "HI", "VI", "PD", "NSA", "OTH"];

    private readonly int establishment = school.Slug is "hillview" ? 2001 : 4001;
    private readonly Families families = new(db, school, dice, staff.First(a => a.Is(StaffRole.Senco)).Person.Id, schoolYearStart);
    private int serial;

    public List<ILedgerEvent> Happened { get; } = [];

    public IReadOnlyList<Child> Enrol(IReadOnlyList<string> classes, int withSen, int others)
    {
        List<Child> children = [.. WordList.Rows("pupils.csv").Where(row => row[0] == school.Slug).Select(Named)];
        while (children.Count(c => c.Pupil.Provision is not SenProvision.None) < withSen)
        {
            children.Add(Drawn(classes[children.Count % classes.Count], hasSen: true));
        }

        for (var i = 0; i < others; i++)
        {
            children.Add(Drawn(classes[i % classes.Count], hasSen: false));
        }

        Happened.AddRange(families.Happened);
        return children;
    }

    private Child Named(string[] row)
    {
        var details = new PupilDetails(
            NextUpn(row[5]), row[1], row[2], row[3], Birthday(row[5]), row[5], row[6], SenProvisions.Read(row[7])!.Value, [.. row[8].Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var pupil = Keep(details);
        if (row[11].Length > 0)
        {
            var adult = staff.First(a => a.Person.Initials == row[11]).Person.Id;
            db.Add(new KeyAdult { Id = Id<KeyAdult>.New(), SchoolId = school.Id, PupilId = pupil.Id, PersonId = adult, Since = schoolYearStart });
        }

        return new Child(pupil, row[4] is "he", families.Named(pupil, row[9], row[10]));
    }

    private Child Drawn(string className, bool hasSen)
    {
        var names = Names.Draw(dice);
        var isBoy = dice.Chance(hasSen ? 60 : 50);
        var given = dice.Pick(isBoy ? names.Boys : names.Girls);
        var family = dice.Pick(names.Families);
        if (dice.Chance(7))
        {
            family += "-" + dice.Pick(Names.Groups[0].Families);
        }

        var provision = !hasSen ? SenProvision.None : dice.Chance(18) ? SenProvision.Plan : SenProvision.Support;
        var needs = hasSen ? Enumerable.Range(0, dice.Chance(45) ? 2 : 1).Select(_ => dice.Pick(CommonNeeds)).Distinct().ToList() : [];
        var year = YearOf(className);
        var pupil = Keep(new PupilDetails(NextUpn(year), given, family, null, Birthday(year), year, className, provision, needs));
        return new Child(pupil, isBoy, families.Drawn(pupil, names, family));
    }

    private Pupil Keep(PupilDetails details)
    {
        var pupil = Pupil.Enrol(school.Id, details).OrThrow();
        db.Add(pupil);
        Happened.Add(new PupilEnrolled(pupil.Id));
        return pupil;
    }

    private string NextUpn(string year) => MadeUpUpn.Of(establishment, schoolYearStart.Year - Age(year) + 4, serial++);

    private LocalDate Birthday(string year) => new LocalDate(schoolYearStart.Year - Age(year) - 1, 9, 1).PlusDays(dice.Between(0, 364));

    /// <summary>How old the youngest of a year are when it starts.</summary>
    private static int Age(string year) => year is "R" ? 4 : int.Parse(year, CultureInfo.InvariantCulture) + 4;

    private static string YearOf(string className) => className[0] is 'R' ? "R" : string.Concat(className.TakeWhile(char.IsAsciiDigit));
}
