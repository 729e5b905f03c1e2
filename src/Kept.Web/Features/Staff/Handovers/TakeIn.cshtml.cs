using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Transfers;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Kept.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.Text;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A record from another school: send the package, see whose it is and that all of it fits, choose who does what is still to do, say yes.</summary>
[Authorize(Policies.TakeIn)]
[UploadLimit(PackageCheck.MostBytes)]
public sealed class TakeInModel(
    VisibleRecord record, StaffViewer viewer, SchoolDay day, TakingIn taking, Receiving receiving, Waking waking, Uploads uploads) : PageModel
{
    private const string Address = "/handovers/take-in";

    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Token { get; set; }

    [BindProperty]
    public TakeInForm Form { get; set; } = new();

    /// <summary>What was sent, found whole; null until then.</summary>
    public OpenedPackage? Package { get; private set; }

    public TakingInReport? Report { get; private set; }

    public SchoolDay Day => day;

    public IReadOnlyList<SelectListItem> Receivers { get; private set; } = [];

    private IReadOnlyList<PossibleOwner> Owners { get; set; } = [];

    public string MadeOn => Days.Full(InstantPattern.ExtendedIso.Parse(Package!.Manifest.MadeAt).Value.InZone(Domain.Schools.School.Zone).Date);

    public string? AgreedOn => Package!.Manifest.AgreedOn is { } agreed && LocalDatePattern.Iso.Parse(agreed).TryGetValue(default, out var on) ? Days.Full(on) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Token is null ? Page() : await OnPackageAsync((_, _) => Task.FromResult<IActionResult>(Page()), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.File is not { Length: > 0 } sent)
        {
            return this.PageWith(new Refusal("Choose the package that the other school sent", nameof(TakeInForm.File)));
        }

        await using var content = sent.OpenReadStream();
        var upload = await uploads.KeepAsync(content, Path.GetFileName(sent.FileName), viewer.PersonId.Value, cancel);
        if (await RefusalAsync(upload, cancel) is { } refused)
        {
            Uploads.Forget(upload);
            return this.PageWith(refused.About(nameof(TakeInForm.File)));
        }

        return Redirect($"{Address}?file={Uri.EscapeDataString(upload.Token)}");
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => OnPackageAsync(async (content, upload) =>
    {
        if (!AllHaveOwners())
        {
            return this.PageWithErrors();
        }

        var saved = await taking.SaveAsync(Package!, content, receiving.ReceiveAsync, OwnerOf, cancel);
        if (!saved.Allowed(out var done, out var refused))
        {
            return this.PageWith(refused with { Field = FieldOf(refused) });
        }

        Uploads.Forget(upload);
        waking.Say();
        TempData.Say(done.IsHere ? "This package is here already. Nothing was changed." : $"The record of {done.PupilName} is here, with its history proved.");
        return Redirect($"/pupils/{done.PupilId}");
    }, cancel);

    /// <summary>Those of this school who could do it.</summary>
    public IEnumerable<SelectListItem> OwnersFor(AgreedAction action) => Choices(o => o.Owner.RefusalOn(day.Today, action.Visibility) is null);

    private IEnumerable<SelectListItem> Choices(Func<PossibleOwner, bool> fits) => Owners
        .Where(o => o.Owner.Kind is PersonKind.Staff && fits(o))
        .Select(o => new SelectListItem(o.RoleWords.Count > 0 ? $"{o.Owner.Name}, {o.RoleWords[0]}" : o.Owner.Name, o.Owner.PersonId.ToString()));

    private bool AllHaveOwners()
    {
        if (Report!.OpenActions.Count > 0 && Report.OpenActions.All(action => OwnerOf(action) is null))
        {
            ModelState.AddModelError("Form.To", "Choose who does what is still to do: one person here, or one for each action below");
        }
        else
        {
            ChooseTheOthers();
        }

        return ModelState.IsValid;
    }

    private void ChooseTheOthers()
    {
        foreach (var (at, action) in Report!.OpenActions.Index())
        {
            if (OwnerOf(action) is null)
            {
                ModelState.AddModelError($"Form.Actions[{at}].Owner", "Choose one person, here or for all above: no action may be left without somebody");
            }
        }
    }

    private Id<Person>? OwnerOf(AgreedAction action)
    {
        var chosen = Form.Actions.FirstOrDefault(a => a.Id == action.Id.ToString())?.Owner;
        return Id<Person>.TryParse(string.IsNullOrEmpty(chosen) ? Form.To : chosen, null, out var owner) ? owner : null;
    }

    private string? FieldOf(Refusal refused)
    {
        var at = Report!.OpenActions.Index().FirstOrDefault(a => TakingIn.OwnerFieldOf(a.Item.Id) == refused.Field, (-1, null!)).Index;
        return at < 0 ? null : $"Actions[{at}].Owner";
    }

    private async Task<Refusal?> RefusalAsync(Upload upload, CancellationToken cancel)
    {
        await using var content = System.IO.File.OpenRead(upload.Path);
        return !(await PackageCheck.OpenAsync(content, cancel)).Allowed(out var package, out var refused) ? refused
            : Refused(package) ?? ((await taking.CheckAsync(package, cancel)).Refused(out refused) ? refused : null);
    }

    private Refusal? Refused(OpenedPackage package) =>
        !package.Manifest.Safeguarding && !viewer.Sight.MayTakeInRecords ? new Refusal("A pupil’s record is taken in by the SENCO or the head teacher. Ask them") : null;

    /// <summary>All of it is checked again each time: nothing that was found a moment ago is believed.</summary>
    private async Task<IActionResult> OnPackageAsync(Func<Stream, Upload, Task<IActionResult>> act, CancellationToken cancel)
    {
        if (uploads.Find(Token, viewer.PersonId.Value) is not { } upload || !System.IO.File.Exists(upload.Path))
        {
            return this.PageWith(new Refusal("That package is no longer kept here. Choose it again", nameof(TakeInForm.File)));
        }

        await using var content = System.IO.File.OpenRead(upload.Path);
        if (!(await PackageCheck.OpenAsync(content, cancel)).Allowed(out var package, out var refused)
            || (refused = Refused(package)) is not null
            || !(await taking.CheckAsync(package, cancel)).Allowed(out var report, out refused))
        {
            return this.PageWith(refused.About(nameof(TakeInForm.File)));
        }

        (Package, Report) = (package, report);
        Owners = await record.OwnersAsync(report.PupilId, cancel);
        Receivers = [.. Choices(o => o.Owner.RefusalOn(day.Today, Visibility.Staff) is null)];
        Form.Actions = [.. report.OpenActions.Select(action => new ActionProposal
        {
            Id = action.Id.ToString(),
            Owner = Form.Actions.FirstOrDefault(a => a.Id == action.Id.ToString())?.Owner
        })];
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form.Actions", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return await act(content, upload);
    }
}

public sealed class TakeInForm
{
    [Display(Name = "Package from the other school", Description = "The file that their Kept made. All of it is checked before you see anything of it")]
    public IFormFile? File { get; set; }

    [Display(Name = "Who gets all of it", Description = "Or choose for each action below")]
    public string? To { get; set; }

    public IList<ActionProposal> Actions { get; set; } = [];
}
