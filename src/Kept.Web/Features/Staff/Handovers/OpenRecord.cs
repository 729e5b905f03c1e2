using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Handovers;
using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>A contact from the family that waits for an answer.</summary>
internal sealed record OpenEnquiry(Enquiry Enquiry, string Issue);

/// <summary>What of a pupil's record is open, as far as the giver may see it and without anything about safeguarding.</summary>
internal sealed record OpenRecord(
    string PupilName, string? ClassName, IReadOnlyList<AgreedAction> Actions, IReadOnlyList<OpenEnquiry> Enquiries, IReadOnlyList<PossibleOwner> Owners)
{
    /// <summary>As the pupil's own page shows.</summary>
    private const int MostActions = 200;

    private const int MostEnquiries = Handover.MostQuestions;

    public static async Task<OpenRecord?> OfAsync(VisibleRecord record, Id<Pupil> pupil, CancellationToken cancel)
    {
        var head = await record.Pupils.AsNoTracking().Where(p => p.Id == pupil)
            .Select(p => new { Name = (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.ClassName })
            .FirstOrDefaultAsync(cancel);
        if (head is null)
        {
            return null;
        }

        var actions = await record.Actions.AsNoTracking()
            .Where(a => a.PupilId == pupil && ActionFilter.ToDo.Contains(a.Status) && a.Visibility != Visibility.Safeguarding)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
            .Take(MostActions)
            .ToListAsync(cancel);
        var enquiries = await (
            from q in record.Enquiries.AsNoTracking()
            where q.PupilId == pupil && q.AnsweredAt == null && q.Visibility != Visibility.Safeguarding
            join e in record.Entries on q.EntryId equals e.Id
            orderby q.ArrivedOn, q.Id
            select new OpenEnquiry(q, e.Issue))
            .Take(MostEnquiries)
            .ToListAsync(cancel);
        return new OpenRecord(head.Name, head.ClassName, actions, enquiries, await record.OwnersAsync(pupil, cancel));
    }

    public Owner? Owner(string? id) => Owners.FirstOrDefault(o => o.Owner.PersonId.ToString() == id)?.Owner;

    /// <summary>Who could take the pupil over from this adult.</summary>
    public IEnumerable<PossibleOwner> Receivers(Id<Person> from, SchoolDay day) => Owners.Where(o =>
        o.Owner.Kind is PersonKind.Staff && o.Owner.PersonId != from && o.Owner.RefusalOn(day.Today, Visibility.Staff) is null);

    /// <summary>
    /// Whoever takes over gets what the giver and the staff of the class own, and what nobody can do any more. The family, professionals
    /// and those who work across the school keep theirs; so does whoever owns what only the SEND team sees.
    /// </summary>
    public string ProposalFor(AgreedAction action, Id<Person> from, SchoolDay day) =>
        Owners.FirstOrDefault(o => o.Owner.PersonId == action.OwnerId) is { } present
        && present.Owner.RefusalOn(day.Today, action.Visibility) is null
        && (action.Visibility is Visibility.SendTeam || !IsOfTheClass(present, from))
            ? action.OwnerId.ToString()
            : GiveForm.WhoeverTakesOver;

    private bool IsOfTheClass(PossibleOwner owner, Id<Person> from) =>
        owner.Owner.PersonId == from || (ClassName is not null && owner.Classes.Contains(ClassName));
}
