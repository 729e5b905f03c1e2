using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Accounts;

namespace Kept.Web.World;

/// <summary>The staff of a made-up school, each with an account, and the professionals who come in.</summary>
/// <param name="db">Where they are kept.</param>
/// <param name="school">Their school.</param>
/// <param name="like">The school of the file whose staff these are.</param>
/// <param name="sharesAccounts">Whether one person may work at two schools of the trust.</param>
internal sealed class StaffRoom(KeptDb db, School school, string like, bool sharesAccounts)
{
    public List<ILedgerEvent> Happened { get; } = [];

    public IReadOnlyList<Adult> Staff() =>
        [.. WordList.Rows("staff.csv").Where(row => row[0] == like).Select(row => Member(row[1], row[2], row[3], row[4], row[5], row[6]))];

    public IReadOnlyList<Adult> Professionals() => [.. WordList.Rows("professionals.csv").Select(row =>
    {
        var person = Person.Named(school.Id, PersonKind.Professional, row[0], row[1], row[2]).OrThrow();
        person.Describe(null, $"{Mailbox(row[1], row[2])}@advice.example", null, row[3]);
        return Keep(person, []);
    })];

    private Adult Member(string title, string given, string family, string initials, string roles, string job)
    {
        var person = Person.Named(school.Id, PersonKind.Staff, title, given, family).OrThrow();
        var email = $"{Mailbox(given, family)}@{school.Slug}.example";
        person.Describe(initials, email, null, job);
        person.SignInAs(AccountFor(email).Id);
        return Keep(person, [.. roles.Split('|').Select(words => Held(person, words))]);
    }

    private Adult Keep(Person person, IReadOnlyList<RoleHeld> roles)
    {
        db.Add(person);
        db.AddRange(roles);
        Happened.Add(new PersonAdded(person.Id));
        return new Adult(person, roles);
    }

    private RoleHeld Held(Person person, string words)
    {
        // "teaching assistant 5E": where the whole is no role, its last word is the class.
        var last = words[(words.LastIndexOf(' ') + 1)..];
        var className = StaffRoles.Read(words) is null ? last : null;
        var role = StaffRoles.Read(className is null ? words : words[..^(last.Length + 1)])!.Value;
        return new RoleHeld { Id = Id<RoleHeld>.New(), SchoolId = school.Id, PersonId = person.Id, Role = role, ClassName = className };
    }

    /// <summary>A person at both schools signs in with one account, which the first school made.</summary>
    private Account AccountFor(string email)
    {
        var mailbox = email[..email.IndexOf('@', StringComparison.Ordinal)];
        if (sharesAccounts && db.Users.FirstOrDefault(u => u.Email!.StartsWith(mailbox + "@")) is { } known)
        {
            return known;
        }

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N")
        };
        db.Users.Add(account);
        return account;
    }

    internal static string Mailbox(string given, string family) =>
        $"{Text.Key(given)}.{Text.Key(family)}".Replace(' ', '-').Replace('ł', 'l');
}
