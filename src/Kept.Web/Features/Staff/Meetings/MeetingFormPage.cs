using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Store.Actions;
using Kept.Store.Meetings;
using Kept.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace Kept.Web.Features.Staff.Meetings;

/// <summary>What the form of a meeting offers: who may lead it, who may be asked and who may see it.</summary>
public sealed class MeetingFormPage(MeetingForm form, MeetingGuests guests, StaffViewer viewer, LocalDate today)
{
    public MeetingForm Form => form;

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<MeetingKind>().Select(k => new Choice(k.ToString(), k.InWords()))];

    /// <summary>Only those that the viewer sees: who could not find it again cannot run it.</summary>
    public IReadOnlyList<Choice> Visibilities =>
        [.. Enum.GetValues<Visibility>().Where(viewer.MaySee).Select(v => new Choice(v.ToString(), MeetingWords.SeenBy(v)))];

    public IReadOnlyList<SelectListItem> Leads => [.. guests.StaffHere(today).Where(o => o.Owner.MaySee(Visibility.Family)).Select(Item)];

    public IReadOnlyList<SelectListItem> Colleagues => [.. guests.StaffHere(today).Where(o => !guests.Close.Contains(o.Owner.PersonId)).Select(Item)];

    public IReadOnlyList<SelectListItem> Professionals => [.. guests.ProfessionalsHere(today).Select(Item)];

    /// <summary>The child, the family and the staff close to them; with what each needs, or why they cannot be asked.</summary>
    public IReadOnlyList<Choice> Guests =>
    [
        new("child", $"{guests.ChildName}, the child"),
        .. guests.Carers.Select(c => new Choice(
            c.Guest.PersonId.ToString()!, $"{c.Guest.Name}, {c.Tie.Kind}",
            c.Guest.RefusalOn(today)?.Sentence ?? (c.Needs is { } needs ? $"To arrange: {needs}" : null),
            Disabled: c.Guest.RefusalOn(today) is not null)),
        .. guests.StaffHere(today).Where(o => guests.Close.Contains(o.Owner.PersonId)).Select(o => new Choice(o.Owner.PersonId.ToString(), Label(o)))
    ];

    /// <summary>Those who are asked unless somebody says otherwise: the child and every carer who may be.</summary>
    public static List<string> Usual(MeetingGuests guests, LocalDate today) =>
        ["child", .. guests.Carers.Where(c => c.Guest.RefusalOn(today) is null).Select(c => c.Guest.PersonId.ToString()!)];

    private static SelectListItem Item(PossibleOwner owner) => new(Label(owner), owner.Owner.PersonId.ToString());

    private static string Label(PossibleOwner owner) => owner.RoleWords.Count > 0
        ? $"{owner.Owner.Name}, {owner.RoleWords[0]}{(owner.Classes.Count > 0 ? $" {owner.Classes[0]}" : "")}"
        : owner.Owner.Name;
}
