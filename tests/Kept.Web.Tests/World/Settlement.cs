using System.Globalization;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Accounts;
using Kept.Store.Schools;
using Kept.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using NodaTime.Text;

namespace Kept.Web.Tests.World;

/// <summary>Opens one school of the small world and fills it, through the same door and rules as a real one.</summary>
internal sealed class Settlement : IAsyncDisposable
{
    private static readonly FixedClock Before = new() { Now = FixedClock.Start - Duration.FromDays(60) };
    private static readonly string PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), SmallWorld.Password);

    private readonly KeptDb db;
    private readonly SchoolRegister register;
    private readonly List<ILedgerEvent> happened = [];
    private readonly List<TestPerson> everybody = [];

    private Settlement(KeptDb db, SchoolRegister register, TestSchool school)
    {
        this.db = db;
        this.register = register;
        School = school;
    }

    public TestSchool School { get; }

    public IReadOnlyList<TestPerson> Everybody => [.. everybody];

    public static async Task<Settlement> OpenAsync(Place place, string slug, string name)
    {
        var trust = new Trust { Id = Id<Trust>.New(), Name = name };
        var school = new School { Id = Id<School>.New(), TrustId = trust.Id, Slug = slug, Name = name };
        var opened = place.Database.Open(Tenancy.Of(school.Id));
        opened.Trusts.Add(trust);
        await opened.SaveChangesAsync();

        var door = new SchoolRegister(opened, new OperatorViewer(school.Id), Before);
        door.Add(school);
        foreach (var entry in Calendar(school.Id))
        {
            door.Add(entry);
        }

        await door.SaveAsync([new SchoolOpened(), school.ChangeCalendar()]);
        return new Settlement(opened, door, new TestSchool(school.Id, slug, name));
    }

    public TestPerson Staff(string title, string givenName, string familyName, StaffRole role, string? className = null, LocalDate? leftOn = null)
    {
        var email = $"{givenName}.{familyName}@{School.Slug}.example".ToLowerInvariant();
        var person = Named(PersonKind.Staff, title, givenName, familyName);
        person.Describe($"{givenName[0]}{familyName[0]}", email, phone: null, job: null);
        var account = AccountOf(email);
        person.SignInAs(account);
        if (leftOn is { } day)
        {
            person.Leave(day);
        }

        register.Add(new RoleHeld { Id = Id<RoleHeld>.New(), SchoolId = School.Id, PersonId = person.Id, Role = role, ClassName = className });
        happened.Add(new RolesChanged(person.Id));
        var settled = new TestPerson(School.Id, person.Id, account, PersonKind.Staff, person.Name, email, [role], className);
        everybody.Add(settled);
        return settled;
    }

    public TestPerson Professional(string title, string givenName, string familyName, string job)
    {
        var person = Named(PersonKind.Professional, title, givenName, familyName);
        person.Describe(initials: null, email: null, phone: null, job);
        return new TestPerson(School.Id, person.Id, Guid.Empty, PersonKind.Professional, person.Name, "", [], null);
    }

    public TestPerson Carer(string title, string givenName, string familyName, TestPupil of, string kind, Action<Relationship>? with = null)
    {
        var person = Named(PersonKind.Carer, title, givenName, familyName);
        person.Describe(initials: null, $"{givenName}.{familyName}@home.example".ToLowerInvariant(), "07700 900123", job: null);
        var tie = new Relationship { Id = Id<Relationship>.New(), SchoolId = School.Id, PupilId = of.Id, CarerId = person.Id, Kind = kind };
        with?.Invoke(tie);
        register.Add(tie);
        happened.Add(new RelationshipChanged(of.Id, person.Id));
        return new TestPerson(School.Id, person.Id, Guid.Empty, PersonKind.Carer, person.Name, "", [], null);
    }

    public TestPupil Child(string givenName, string familyName, string year, string className, string provision, string? need)
    {
        var born = new LocalDate(2020 - int.Parse(year, CultureInfo.InvariantCulture), 11, 3);
        var details = new PupilDetails(
            UpnOf(givenName), givenName, familyName, PreferredName: null, born,
            year, className, SenProvisions.Read(provision)!.Value, need is null ? [] : [need]);
        var pupil = Pupil.Enrol(School.Id, details).OrThrow();
        register.Add(pupil);
        happened.Add(new PupilEnrolled(pupil.Id));
        return new TestPupil(School.Id, pupil.Id, pupil.Upn, pupil.Name, pupil.GivenName, pupil.FamilyName, born);
    }

    public Task SettleAsync() => register.SaveAsync(happened);

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private static string UpnOf(string name)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"820432120{name.Sum(c => c) % 1000:000}");
        return Upn.CheckLetter("-" + digits) + digits;
    }

    private static IEnumerable<CalendarEntry> Calendar(Id<School> school)
    {
        using var stream = typeof(Settlement).Assembly.GetManifestResourceStream("calendar.csv")!;
        using var lines = new StreamReader(stream);
        foreach (var line in lines.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var part = line.Split(',');
            var kind = Enum.Parse<PeriodKind>(part[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            yield return CalendarEntry.For(school, kind, Day(part[1]), Day(part[2]), part[3]).OrThrow();
        }
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private Person Named(PersonKind kind, string title, string givenName, string familyName)
    {
        var person = Person.Named(School.Id, kind, title, givenName, familyName).OrThrow();
        register.Add(person);
        happened.Add(new PersonAdded(person.Id));
        return person;
    }

    private Guid AccountOf(string email)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = PasswordHash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            TwoFactorEnabled = true,
            LockoutEnabled = true
        };
        db.Users.Add(account);
        return account.Id;
    }
}
