using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Conventions;
using Kept.Store.Ledger;
using Kept.Store.Schools;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Bench;

/// <summary>One school of a generated trust, written in bulk.</summary>
internal sealed class GeneratedSchool(Database database, School school, Dice dice, int number)
{
    private const string Like = "riverside";

    private static readonly string[] Forms = ["7A", "7R", "8B", "8S", "9G", "9T", "10C", "10M", "11D", "11K"];

    public async Task FillAsync(Instant opened, Instant present, int pupils, int entries, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(school.Id));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var clock = new StoryClock(opened);
        var cast = await StaffAsync(db, clock, cancel);
        var rows = new BulkRows(db);
        var record = new BulkRecord(db, rows);
        await record.GoOnAsync(school.Id.Value, cancel);
        var children = Enrol(record, pupils, opened, cast.Staff[0].Person.Id.Value);
        var talk = new GeneratedTalk(cast with { Children = children }, record, dice, present);
        var days = Period.DaysBetween(opened.InUtc().Date, present.InUtc().Date) - 2;
        for (var i = 0; i < entries; i++)
        {
            // In the order of time, so that pages of the database fill as they would.
            talk.Tell(children[i % children.Count], opened.InUtc().Date.PlusDays(2 + (int)((long)days * i / entries)));
            await rows.FlushIfManyAsync(cancel);
        }

        await rows.FlushAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Cast> StaffAsync(KeptDb db, StoryClock clock, CancellationToken cancel)
    {
        var room = new StaffRoom(db, school, Like, sharesAccounts: false);
        var (staff, professionals) = (room.Staff(), room.Professionals());
        db.AddRange(TermDates.Of(school.Id));
        db.Attach(school);
        await new SchoolRegister(db, new OperatorViewer(school.Id), clock).SaveAsync([school.ChangeCalendar(), .. room.Happened], cancel);
        db.ChangeTracker.Clear();
        return new Cast(school, SchoolCalendar.Empty, staff, professionals, []);
    }

    private List<Child> Enrol(BulkRecord record, int pupils, Instant at, Guid actor)
    {
        List<Child> children = [];
        for (var i = 0; i < pupils; i++)
        {
            var names = Names.Draw(dice);
            var isBoy = dice.Chance(50);
            var family = dice.Pick(names.Families);
            var form = Forms[i % Forms.Length];
            var provision = dice.Chance(20) ? SenProvision.Plan : SenProvision.Support;
            var details = new PupilDetails(
                MadeUpUpn.Of(1000 + number, 2020, i), dice.Pick(isBoy ? names.Boys : names.Girls), family, null, new LocalDate(2015, 9, 1).PlusDays(-dice.Between(0, 1500)),
                string.Concat(form.TakeWhile(char.IsAsciiDigit)), form, provision, [dice.Pick((string[])["SEMH", "SLCN", "ASD", "SPLD", "MLD", "HI", "PD"])]);
            var pupil = Pupil.Enrol(school.Id, details).OrThrow();
            var carer = Person.Named(school.Id, PersonKind.Carer, "Ms", dice.Pick(names.Mothers), family).OrThrow();
            var tie = new Relationship
            {
                Id = Domain.Id<Relationship>.New(),
                SchoolId = school.Id,
                PupilId = pupil.Id,
                CarerId = carer.Id,
                Kind = "mother",
                ParentalResponsibility = KnownOrNot.Yes,
                Language = names.Language
            };
            record.Keep(new PersonAdded(carer.Id), actor, at, carer);
            record.Keep(new PupilEnrolled(pupil.Id), actor, at, pupil, tie);
            children.Add(new Child(pupil, isBoy, [(carer, tie)]));
        }

        return children;
    }
}
