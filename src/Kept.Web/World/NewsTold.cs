using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Telling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.World;

/// <summary>Something that the SENCO told every family some weeks ago: by email, and read by those who have a sign-in.</summary>
internal sealed class NewsTold(KeptDb db, Cast cast, Timeline timeline, StoryClock clock)
{
    private const int MostCarers = 2000;
    private const int DaysAgo = 12;

    private static readonly Duration ReadAfter = Duration.FromHours(7);

    public void Plan()
    {
        var at = Timeline.Moment(timeline.Today.PlusDays(-DaysAgo).Previous(IsoDayOfWeek.Tuesday), 10, 30);
        timeline.At(at, () => TellAsync(at));
    }

    private async Task TellAsync(Instant at)
    {
        var by = cast.Staff.First(a => a.Is(StaffRole.Senco));
        var news = News.Write(
            Id<News>.New(), cast.School.Id, "Coffee morning for families",
            "Come and meet the team and other families.\nThursday at 9, in the small hall. Younger children are welcome.", yearGroup: null, by.Person.Id, at).OrThrow();
        if (await new TellingRegister(db, by.Viewer, clock).TellAsync(news, new VisibleRecord(db, by.Viewer, clock), CancellationToken.None) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        var carers = await db.People.AsNoTracking()
            .Where(p => p.Kind == PersonKind.Carer && p.LeftOn == null && db.Relationships.Any(t => t.CarerId == p.Id && t.Restriction == ContactRestriction.None))
            .OrderBy(p => p.Id).Take(MostCarers).ToListAsync();
        foreach (var carer in carers)
        {
            var dispatch = new Dispatch
            {
                Id = Id<Dispatch>.New(),
                SchoolId = cast.School.Id,
                CarerId = carer.Id,
                Of = DispatchOf.Notices,
                Way = WayToTell.Email,
                Address = Addresses.Email(carer.Email),
                Language = "en",
                MadeAt = at,
                State = DispatchState.Sent,
                NextAt = at,
                Tries = 1,
                SettledAt = at + TellingHours.Grace
            };
            db.AddRange(dispatch, new Notice
            {
                Id = Id<Notice>.New(),
                SchoolId = cast.School.Id,
                CarerId = carer.Id,
                TidingId = new Id<Tiding>(news.Id.Value),
                Of = NoticeOf.News,
                AboutId = news.Id.Value,
                Visibility = NoticeOf.News.Visibility(),
                MadeAt = at,
                DispatchId = dispatch.Id,
                OpenedAt = carer.AccountId is null ? null : at + ReadAfter
            });
        }

        await db.SaveChangesAsync();
    }
}
