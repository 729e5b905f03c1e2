using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Log;

/// <summary>A family that waits, and who of the staff answers it.</summary>
/// <param name="LoggedById">Who wrote it down, or the carer who wrote it themselves.</param>
/// <param name="Logger">Their name where they are staff.</param>
/// <param name="OwnerId">Who owns what it is about.</param>
/// <param name="Owner">Their name where they are staff.</param>
public sealed record EnquiryWaiting(
    Enquiry Enquiry, string Issue, string PupilName, string? ClassName, Id<Person> LoggedById, string? Logger, Id<Person>? OwnerId, string? Owner);

public static class WaitingEnquiries
{
    /// <summary>
    /// Those that came first. One’s own are those that one wrote down or whose matter one owns; whoever runs the process has those as well that are about nothing a
    /// colleague owns.
    /// </summary>
    public static Task<List<EnquiryWaiting>> WaitingAsync(this VisibleRecord record, bool everybodys, int most, CancellationToken cancel)
    {
        var (concerns, actions) = (record.Concerns, record.Actions);
        var (me, alsoNobodys) = (record.Viewer.PersonId, record.Viewer is StaffViewer { Sight.RunsTheProcess: true });
        var staff = record.Names.Where(n => n.Kind == PersonKind.Staff);
        return (
            from q in record.Enquiries.AsNoTracking()
            where q.AnsweredAt == null
            join e in record.Entries on q.EntryId equals e.Id
            where everybodys || e.LoggedById == me || concerns.Any(c => c.EntryId == e.Id
                && (actions.Any(a => a.Id == c.ActionId && a.OwnerId == me) || (alsoNobodys && !actions.Any(a => a.Id == c.ActionId && staff.Any(n => n.Id == a.OwnerId)))))
            join p in record.Pupils on q.PupilId equals p.Id
            orderby q.ArrivedOn, q.Id
            select new EnquiryWaiting(
                q, e.Issue, (p.PreferredName ?? p.GivenName) + " " + p.FamilyName, p.ClassName, e.LoggedById,
                staff.Where(n => n.Id == e.LoggedById).Select(n => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault(),
                actions.Where(a => a.Id == concerns.Where(c => c.EntryId == e.Id).Select(c => c.ActionId).FirstOrDefault()).Select(a => (Id<Person>?)a.OwnerId).FirstOrDefault(),
                actions.Where(a => a.Id == concerns.Where(c => c.EntryId == e.Id).Select(c => c.ActionId).FirstOrDefault())
                    .Join(staff, a => a.OwnerId, n => n.Id, (_, n) => ((n.Title ?? "") + " " + n.GivenName + " " + n.FamilyName).Trim()).FirstOrDefault()))
            .Take(most)
            .ToListAsync(cancel);
    }
}
