using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store.Accounts;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>An invitation that is open, to who came with its code. It names nobody: the letter may be in the wrong hands.</summary>
/// <param name="Language">BCP 47 tag of what the carer reads.</param>
/// <param name="Formats">In which form: they had the letter in it.</param>
public sealed record OpenInvitation(string SchoolName, string Language, FormatWishes Formats);

public enum AnswerTo
{
    /// <summary>There is no such letter, or it opens nothing any more; nobody learns which.</summary>
    NoLetter,

    Wrong,

    /// <summary>Somebody answered in the same moment.</summary>
    TryAgain,

    Right
}

/// <param name="Account">Whom to sign in, where the answer was right.</param>
/// <param name="TriesLeft">Where it was wrong.</param>
public sealed record Answered(AnswerTo To, Guid? Account = null, int TriesLeft = 0);

/// <summary>A carer comes in with the code of a letter. Whoever comes need not be signed in.</summary>
public sealed class ComingIn(Database database, IClock clock)
{
    /// <summary>Whether it could be the code of some letter.</summary>
    public static bool LooksLikeACode(string? typed) => LetterCode.Hash(typed) is not null;

    /// <summary>The name of a school that has this short name; null where there is none.</summary>
    public async Task<string?> SchoolNameAsync(string? slug, CancellationToken cancel) => (await SchoolAsync(slug, cancel))?.Name;

    /// <summary>Null where the code fits no open invitation.</summary>
    public async Task<OpenInvitation?> FindAsync(string? slug, string? code, CancellationToken cancel)
    {
        if (await SchoolAsync(slug, cancel) is not { } school)
        {
            return null;
        }

        await using var db = database.Open(Tenancy.Of(school.Id));
        return await OpenAsync(db, code, cancel) is var (_, _, children) ? new OpenInvitation(school.Name, children[0].Language, children[0].Formats) : null;
    }

    /// <param name="slug">The school's short name, as the letter's address has it.</param>
    /// <param name="code">From the letter.</param>
    /// <param name="born">When they say that their child was born.</param>
    /// <param name="already">
    /// The family account that is signed in here, which then opens this school too: where the carer has the same name there. Somebody else on the same phone gets an
    /// account of their own.
    /// </param>
    /// <param name="cancel">When nobody waits for the answer any more.</param>
    public async Task<Answered> AnswerAsync(string? slug, string? code, LocalDate born, Guid? already, CancellationToken cancel)
    {
        if (await SchoolAsync(slug, cancel) is not { } school)
        {
            return new Answered(AnswerTo.NoLetter);
        }

        await using var db = database.Open(Tenancy.Of(school.Id));
        if (await OpenAsync(db, code, cancel) is not var (invitation, carer, children))
        {
            return new Answered(AnswerTo.NoLetter);
        }

        var isRight = invitation.Answer(born, [.. children.Select(c => c.DateOfBirth).OfType<LocalDate>()], clock.GetCurrentInstant());
        List<ILedgerEvent> happened = [];
        var joins = isRight && already is { } open && await IsOfTheSamePersonAsync(open, carer, cancel);
        var own = joins ? already : isRight ? await OwnAsync(invitation, carer, cancel) : null;
        var account = own ?? Guid.CreateVersion7();
        if (isRight)
        {
            if (joins && carer.AccountId != account)
            {
                // Who had a way in to one school’s children has none to those of another for that.
                await db.EndPhonesAsync(account, cancel);
            }

            if (own is null)
            {
                db.Users.Add(Account.OfAFamily(account));
            }

            if (carer.AccountId != account)
            {
                happened.Add(carer.SignInAs(account));
            }

            happened.Add(new CarerCameIn(carer.Id));
        }
        else if (invitation.EndedAt is not null)
        {
            happened.Add(new CarerInvitationEnded(carer.Id));
        }

        try
        {
            await new LedgerWriter(db, new CarerViewer(school.Id, carer.Id, carer.Name), clock).SaveAsync(happened, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Not said which it was: each answer that is told of has been counted.
            return new Answered(AnswerTo.TryAgain);
        }

        return isRight ? new Answered(AnswerTo.Right, account) : new Answered(AnswerTo.Wrong, TriesLeft: invitation.TriesLeft);
    }

    private async Task<School?> SchoolAsync(string? slug, CancellationToken cancel)
    {
        if (slug is not { Length: > 0 and <= 100 })
        {
            return null;
        }

        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancel);
    }

    /// <summary>
    /// The account that a link opens again for the carer who asked for it themselves; null for a letter of staff, which begins anew. The link went to what this school has: the
    /// account is handed on only where whatever else it opens has the very same email and number, so that a school cannot open another’s child by writing down its own.
    /// </summary>
    private async Task<Guid?> OwnAsync(CarerInvitation invitation, Person carer, CancellationToken cancel)
    {
        if (invitation.MadeById != carer.Id || carer.AccountId is not { } own)
        {
            return null;
        }

        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.People.IgnoreQueryFilters([KeptDb.SchoolFilter])
            .AnyAsync(p => p.AccountId == own && p.Id != carer.Id && (p.EmailKey != carer.EmailKey || p.MobileKey != carer.MobileKey), cancel)
            ? null
            : own;
    }

    private async Task<bool> IsOfTheSamePersonAsync(Guid account, Person carer, CancellationToken cancel)
    {
        await using var db = database.Open(Tenancy.OfEverySchool());
        return await db.People.IgnoreQueryFilters([KeptDb.SchoolFilter]).AnyAsync(p => p.AccountId == account && p.NameKey == carer.NameKey, cancel);
    }

    /// <summary>Null too where a court order has come since: nothing shows that it is for that.</summary>
    private async Task<(CarerInvitation Invitation, Person Carer, IReadOnlyList<ChildOf> Children)?> OpenAsync(KeptDb db, string? code, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(School.Zone).Date;
        if (LetterCode.Hash(code) is not { } hash
            || await db.CarerInvitations.SingleOrDefaultAsync(i => i.CodeHash == hash, cancel) is not { } invitation
            || !invitation.IsOpenAt(now))
        {
            return null;
        }

        var carer = await db.People.SingleAsync(p => p.Id == invitation.CarerId, cancel);
        var children = await db.Relationships.ChildrenOfAsync(db.Pupils, carer.Id, today, cancel);
        return carer.IsActiveOn(today) && children.Count > 0 ? (invitation, carer, children) : null;
    }
}
