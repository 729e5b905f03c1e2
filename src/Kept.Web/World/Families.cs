using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Accounts;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Gives each child the adults who look after them, with what the school must know to reach each one.</summary>
internal sealed class Families(KeptDb db, School school, Dice dice, Id<Person> senco, LocalDate schoolYearStart)
{
    private static readonly string[] Times = ["after 4pm", "before 8.30am", "not on Fridays", "lunchtime is best", "any time, leave a message"];
    private static readonly string[] Formats = ["large print", "easy read", "BSL", "read aloud by phone"];

    private int phones;

    public List<ILedgerEvent> Happened { get; } = [];

    /// <summary>From "mother Ms Laura Bennett en; father Mr Craig Bennett en". A star marks the one whom a court order restricts.</summary>
    public IReadOnlyList<(Person Carer, Relationship Tie)> Named(Pupil pupil, string carers, string livesWith) =>
        [.. carers.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((words, i) =>
        {
            var parts = words.TrimStart('*').Split(' ');
            var (carer, tie) = Add(pupil, parts[0], parts[1], parts[2], string.Join(' ', parts[3..^1]), parts[^1], i + 1);
            tie.LivesWith = livesWith is "apart" ? (i == 0 ? LivesWith.Full : LivesWith.Part) : LivesWith.Full;
            tie.Priority = livesWith is "apart" ? 1 : i + 1;
            if (words[0] is '*')
            {
                tie.LivesWith = LivesWith.No;
                tie.ReceivesCopies = false;
                Order(tie);
            }
            else
            {
                var account = Account.OfAFamily(Guid.CreateVersion7());
                db.Users.Add(account);
                carer.SignInAs(account.Id);
            }

            return (carer, tie);
        })];

    public IReadOnlyList<(Person Carer, Relationship Tie)> Drawn(Pupil pupil, NameGroup names, string family)
    {
        List<(Person Carer, Relationship Tie)> carers = [];
        if (dice.Chance(92))
        {
            carers.Add(Add(pupil, "mother", dice.Chance(50) ? "Mrs" : "Ms", dice.Pick(names.Mothers), dice.Chance(75) ? family : dice.Pick(names.Families), names.Language, 1));
        }

        if (carers.Count == 0 || dice.Chance(60))
        {
            carers.Add(Add(pupil, "father", "Mr", dice.Pick(names.Fathers), family, names.Language, carers.Count + 1));
        }

        if (dice.Chance(8))
        {
            carers.Add(Add(pupil, "grandmother", "Mrs", dice.Pick(names.Mothers), family, names.Language, carers.Count + 1));
        }

        return carers;
    }

    /// <summary>The office saw it in the first week of the school year.</summary>
    private void Order(Relationship tie)
    {
        OrderDetails steps = new(
            CourtOrderKind.ProhibitedSteps, "ZW26P00417, Leeds Family Court", "No contact with the child or the school", ContactRestriction.NoContact, schoolYearStart.PlusDays(-20), null);
        var seenOn = schoolYearStart.PlusDays(3);
        var order = CourtOrder.Record(Id<CourtOrder>.New(), tie, steps, senco, seenOn.AtStartOfDayInZone(School.Zone).ToInstant()).OrThrow();
        order.WasSeen(senco, seenOn, seenOn).OrThrow();
        db.Add(order);
        tie.Follow([order], seenOn);
        Happened.Add(new CourtOrderRecorded(tie.PupilId, tie.CarerId, order.Id));
    }

    private (Person Carer, Relationship Tie) Add(Pupil pupil, string kind, string title, string given, string family, string language, int priority)
    {
        var carer = Person.Named(school.Id, PersonKind.Carer, title, given, family).OrThrow();
        carer.Describe(null, $"{StaffRoom.Mailbox(given, family)}{phones}@home.example", $"07700 900{phones++ % 1000:000}", null);
        var isParent = kind is "mother" or "father";
        var tie = new Relationship
        {
            Id = Id<Relationship>.New(),
            SchoolId = school.Id,
            PupilId = pupil.Id,
            CarerId = carer.Id,
            Kind = kind,
            ParentalResponsibility = isParent ? KnownOrNot.Yes : KnownOrNot.Unknown,
            Priority = priority,
            LivesWith = isParent ? LivesWith.Full : LivesWith.Unknown,
            ReceivesCopies = isParent,
            PreferredMethod = dice.Pick((ContactMethod[])[ContactMethod.Phone, ContactMethod.Phone, ContactMethod.Text, ContactMethod.Email, ContactMethod.Letter, ContactMethod.NotSaid]),
            PreferredTimes = dice.Chance(30) ? dice.Pick(Times) : null,
            Language = language,
            InterpreterNeeded = language is not "en" && dice.Chance(35),
            AccessibleFormat = dice.Chance(4) ? dice.Pick(Formats) : null
        };
        tie.ReadIn(FormatWishes.SaidBy(tie.AccessibleFormat) ?? FormatWishes.Ordinary);
        db.Add(carer);
        db.Add(tie);
        Happened.Add(new PersonAdded(carer.Id));
        return (carer, tie);
    }
}
