using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Schools;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Schools;

/// <summary>Makes a school: its row, the bank holidays of its nation, and the first link of its ledger. All or nothing.</summary>
public static class OpenSchool
{
    /// <summary>With a trust of its own, made in the same moment; it takes the school's name where it is given none.</summary>
    public static Task<Result<School>> OpenAsync(
        Database database, IClock clock, string trustName, string schoolName, string slug, Nation nation, CancellationToken cancel = default) =>
        OpenAsync(database, clock, new Trust { Id = Id<Trust>.New(), Name = Text.Tidy(trustName) ?? schoolName }, schoolName, slug, nation, cancel);

    /// <summary>In a trust that is there already.</summary>
    public static Task<Result<School>> OpenAsync(
        Database database, IClock clock, Id<Trust> trust, string schoolName, string slug, Nation nation, CancellationToken cancel = default) =>
        OpenAsync(database, clock, new Trust { Id = trust, Name = "" }, schoolName, slug, nation, cancel);

    /// <param name="db">Has entered the school that is to be: its tenancy says which id it gets.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="trust">One without a name is there already.</param>
    internal static async Task<Result<School>> InAsync(
        KeptDb db, IClock clock, Trust trust, string schoolName, string slug, Nation nation, CancellationToken cancel)
    {
        if (Slug.Read(slug).Refused(out var refusal) || Named(trust, schoolName).Refused(out refusal))
        {
            return refusal;
        }

        var plain = Slug.Read(slug).OrThrow();
        if (await db.Schools.AnyAsync(s => s.Slug == plain, cancel))
        {
            return new Refusal("Another school has this short name. Choose a different one", nameof(Slug));
        }

        var school = new School { Id = db.Tenancy.School, TrustId = trust.Id, Slug = plain, Name = Text.Tidy(schoolName)!, Nation = nation };
        if (trust.Name.Length > 0)
        {
            db.Add(trust);
        }

        db.Add(school);
        db.AddRange(BankHolidays.Of(nation, school.Id));
        await new LedgerWriter(db, new OperatorViewer(school.Id), clock).SaveAsync([new SchoolOpened()], cancel);
        return school;
    }

    private static async Task<Result<School>> OpenAsync(
        Database database, IClock clock, Trust trust, string schoolName, string slug, Nation nation, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.Of(Id<School>.New()));
        return await InAsync(db, clock, trust, schoolName, slug, nation, cancel);
    }

    private static Result<string> Named(Trust trust, string schoolName)
    {
        var name = Text.Tidy(schoolName);
        if (name is null)
        {
            return new Refusal("Enter the school’s name", nameof(School.Name));
        }

        if (name.Length > School.NameMaxLength || trust.Name.Length > School.NameMaxLength)
        {
            return new Refusal($"A name must be {School.NameMaxLength} characters or fewer", nameof(School.Name));
        }

        return name;
    }
}
