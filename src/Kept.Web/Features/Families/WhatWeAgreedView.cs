using Kept.Store.Families;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer sees of a child: what they read, whose it is, and in which language.</summary>
public sealed record WhatWeAgreedView(WhatWeAgreed Shared, string SchoolName, LocalDate Today, Wording Words)
{
    /// <summary>So many of what is past stand open; the rest is folded away, since a phone shows two at a time.</summary>
    public const int Latest = 5;

    public string Title => Words.Say("agreed.title", ("name", Shared.ChildName));

    public MeetingShared? Next => Shared.Meetings.Where(m => m.IsToComeOn(Today)).MinBy(m => (m.On, m.At));

    public IEnumerable<MeetingShared> Others => Shared.Meetings.Where(m => m != Next);
}
