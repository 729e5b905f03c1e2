using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using Kept.Domain;
using Kept.Store.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>How it stands between a carer and their sign-in.</summary>
/// <param name="Latest">Null where none was ever invited.</param>
/// <param name="MadeBy">Who made the latest.</param>
/// <param name="IsIn">Whether they have a sign-in now.</param>
public sealed record WayIn(CarerInvitation? Latest, string? MadeBy, bool IsIn)
{
    /// <summary>How many passkeys let them in.</summary>
    public int Phones { get; init; }
}

/// <summary>Staff let a carer in, and end it: by a code that is shown once, for a letter.</summary>
public sealed class Inviting(VisibleRecord record, Instant now)
{
    private const int MostOpen = 20;

    public async Task<WayIn> FindAsync(Id<Person> carer, CancellationToken cancel)
    {
        var latest = await record.CarerInvitations.AsNoTracking().Where(i => i.CarerId == carer).OrderByDescending(i => i.MadeAt)
            .Take(1)
            .Join(record.Names, i => i.MadeById, p => p.Id, (i, p) => new { Invitation = i, By = p })
            .FirstOrDefaultAsync(cancel);
        var account = await record.People.Where(p => p.Id == carer).Select(p => p.AccountId).FirstOrDefaultAsync(cancel);
        return new WayIn(latest?.Invitation, latest?.By.Name, account is not null)
        {
            Phones = account is { } theirs ? await record.PhonesOfAsync(theirs, cancel) : 0
        };
    }

    /// <summary>Why this carer cannot be invited on account of this child; null where they can.</summary>
    public async Task<Refusal?> RefusalAsync(Person carer, Relationship tie, CancellationToken cancel)
    {
        if (!tie.MayBeToldOn(record.Today))
        {
            return new Refusal(tie.IsRestrictedOn(record.Today)
                ? $"A court order stands between {carer.Name} and what is known of this child. Nobody invites them while it does"
                : $"The young person decides, and has not said that {carer.Name} may be told. Nobody invites them while that stands");
        }

        if (await record.Pupils.AskingOn(record.Schools, record.Today).AnyAsync(p => p.Id == tie.PupilId, cancel))
        {
            return new Refusal("This young person is over 16. Write down who decides first, on the pupil’s page: nobody more is invited until then");
        }

        return (await BirthdaysAsync(carer.Id, cancel)).Count > 0
            ? null
            : new Refusal($"Kept asks {carer.Name} when their child was born, so that who finds a letter cannot use it. Add the date of birth first: it comes with the pupil import");
    }

    /// <summary>The code, to be shown once. Earlier ones of the same carer stop working.</summary>
    public async Task<Result<string>> InviteAsync(Person carer, Relationship tie, CancellationToken cancel)
    {
        if (await RefusalAsync(carer, tie, cancel) is { } refusal)
        {
            return refusal;
        }

        foreach (var earlier in await OpenAsync(carer.Id, cancel))
        {
            earlier.Replace(now);
        }

        var code = LetterCode.New();
        record.Add(new CarerInvitation
        {
            Id = Id<CarerInvitation>.New(),
            SchoolId = carer.SchoolId,
            CarerId = carer.Id,
            MadeById = record.Viewer.PersonId,
            MadeAt = now,
            CodeHash = LetterCode.Hash(code)!,
            Until = now + CarerInvitation.Lasts
        });
        return await record.SaveAsync(new CarerInvited(carer.Id), cancel) is { } meanwhile ? meanwhile : code;
    }

    /// <summary>Has a link made and sent to the address or number that the school has. Nobody of the staff sees it.</summary>
    public async Task<Refusal?> SendAsync(Person carer, Relationship tie, WayToTell way, CancellationToken cancel)
    {
        if (await RefusalAsync(carer, tie, cancel) is { } refusal)
        {
            return refusal;
        }

        var link = Dispatch.OfALink(carer, way, tie.Language, record.Viewer.PersonId, now);
        if (link.Address is null)
        {
            return new Refusal(way is WayToTell.Text ? "The school has no mobile number of theirs" : "The school has no email address of theirs");
        }

        record.Add(link);
        return await record.SaveAsync([], cancel);
    }

    /// <summary>
    /// Ends what is open to this carer: letters on their way, every passkey, and where they are signed in. A lost phone is lost for every school of theirs: at another they ask for
    /// a link.
    /// </summary>
    public async Task<Refusal?> ShutOutAsync(Person carer, CancellationToken cancel)
    {
        List<ILedgerEvent> happened = [];
        happened.AddRange((await OpenAsync(carer.Id, cancel)).Select(open => open.Withdraw(now)));
        if (carer.AccountId is { } account)
        {
            await record.EndPhonesAsync(account, cancel);
            happened.Add(carer.SignInNoMore());
            happened.Add(new CarerShutOut(carer.Id));
        }

        // A link that waits to be sent would let them in again.
        await record.DispatchesTo(carer.Id).Where(d => d.Of == DispatchOf.WayIn && (d.State == DispatchState.Waiting || d.State == DispatchState.Unclear))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DispatchState.Dropped).SetProperty(d => d.SettledAt, now), cancel);
        return happened.Count > 0 ? await record.SaveAsync(happened, cancel) : null;
    }

    private async Task<IReadOnlyList<CarerInvitation>> OpenAsync(Id<Person> carer, CancellationToken cancel) =>
        await record.CarerInvitations.Where(i => i.CarerId == carer && i.EndedAt == null).OrderBy(i => i.MadeAt).Take(MostOpen).ToListAsync(cancel);

    private async Task<IReadOnlyList<LocalDate>> BirthdaysAsync(Id<Person> carer, CancellationToken cancel) =>
        [.. (await record.Relationships.ChildrenOfAsync(record.Pupils, carer, record.Today, cancel)).Select(c => c.DateOfBirth).OfType<LocalDate>()];
}
