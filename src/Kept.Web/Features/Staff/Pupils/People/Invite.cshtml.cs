using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Families;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Telling;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>Lets a carer in, by a letter that is shown once; and ends what lets them in.</summary>
[Authorize(Policy = Policies.KeepWishes)]
public sealed class InviteModel(VisibleRecord record, SchoolDay day, IPostRoom postRoom) : KnownCarerPageModel(record)
{
    private readonly Inviting inviting = new(record, day.Now);

    public WayIn Way { get; private set; } = new(null, null, IsIn: false);

    /// <summary>Why they cannot be invited; null where they can.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Only in the answer that made it: it is kept nowhere.</summary>
    public string? Code { get; private set; }

    /// <summary>Where a link would go; null where there is no address, or Kept sends no mail.</summary>
    public string? Email => postRoom.Ways.Email ? Addresses.Email(Carer.Email) : null;

    /// <summary>Where a text would go; null where there is no mobile number, or Kept sends no texts.</summary>
    public string? Mobile => postRoom.Ways.Text ? Addresses.Mobile(Carer.Phone) : null;

    public Language Language => Languages.Of(Tie.Language);

    public Wording? TheirWords => Wording.Of(Tie.Language);

    /// <summary>Whether somebody else tied to the child may not be told, and could use a letter that is not theirs.</summary>
    public bool AnotherIsRestricted { get; private set; }

    public bool MayShutOut => Way.IsIn || Way.Latest?.IsOpenAt(day.Now) is true;

    public string Phones => Way.Phones switch
    {
        0 => "No phone lets them in without a letter or a link.",
        1 => "One phone lets them in without a letter.",
        var known => $"{known} phones let them in without a letter."
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostLetterAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (!(await inviting.InviteAsync(Carer, Tie, cancel)).Allowed(out var code, out var refusal))
        {
            ModelState.AddModelError("", refusal.Sentence);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancel);
        }

        Code = code;
        return Page();
    }

    public Task<IActionResult> OnPostEmailAsync(CancellationToken cancel) => SendAsync(WayToTell.Email, cancel);

    public Task<IActionResult> OnPostTextAsync(CancellationToken cancel) => SendAsync(WayToTell.Text, cancel);

    public async Task<IActionResult> OnPostShutOutAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        if (await inviting.ShutOutAsync(Carer, cancel) is { } meanwhile)
        {
            return this.PageWith(meanwhile);
        }

        TempData.Say($"{Carer.Name} is signed out, and no letter and no passkey of theirs works.");
        return Redirect(PupilPeopleLinks.People(PupilId));
    }

    public LetterView Letter(string code)
    {
        var words = (TheirWords ?? Wording.InEnglish).As(Tie.Formats);
        var host = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        var until = (day.Now + CarerInvitation.Lasts).InZone(School.Zone).Date;
        return new LetterView(
            words, day.School.Name, Carer.Name, day.Today, until, code, host + FamilyLinks.Join(day.School), host + FamilyLinks.Join(day.School, code), Tie.Formats);
    }

    public string Said(CarerInvitation letter)
    {
        var made = $"Made on {Days.Plain(letter.MadeAt.InZone(School.Zone).Date, day.Today)} by {Way.MadeBy}";
        return letter.EndedBecause switch
        {
            InvitationEnd.TakenUp => $"{made}. Used",
            InvitationEnd.Withdrawn => $"{made}. Taken back",
            InvitationEnd.TooManyTries => $"{made}. Closed: the date of birth was wrong {CarerInvitation.MostTries} times. Ask who has the letter",
            _ when letter.IsOpenAt(day.Now) => $"{made}. Works until {Days.Plain(letter.Until.InZone(School.Zone).Date, day.Today)}{(letter.Tries > 0 ? $"; {letter.Tries} wrong so far" : "")}",
            _ => $"{made}. Too old now"
        };
    }

    /// <summary>The link is made when it is sent, so that nobody of the staff sees it.</summary>
    private async Task<IActionResult> SendAsync(WayToTell way, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } no)
        {
            return no;
        }

        var by = way is WayToTell.Text ? "text" : "email";
        if ((way is WayToTell.Text ? Mobile : Email) is null || await inviting.SendAsync(Carer, Tie, way, cancel) is not null)
        {
            return this.PageWith(new Refusal($"{Carer.Name} cannot be invited by {by} now. Make a letter instead"));
        }

        postRoom.Nudge();
        TempData.Say($"A link goes to {Carer.Name} by {by}. Whether it arrives stands under Telling families.");
        return Redirect(PupilPeopleLinks.People(PupilId));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Way = await inviting.FindAsync(CarerId, cancel);
        Refusal = await inviting.RefusalAsync(Carer, Tie, cancel);
        AnotherIsRestricted = (await Record.CarersAsync(PupilId, cancel)).Any(c => c.Carer.Id != CarerId && c.IsRestrictedOn(day.Today));
        return Page();
    }
}
