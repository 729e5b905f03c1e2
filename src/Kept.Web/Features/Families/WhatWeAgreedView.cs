using Kept.Store.Families;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer sees of a child: what they read, and whose it is.</summary>
public sealed record WhatWeAgreedView(WhatWeAgreed Shared, string SchoolName, LocalDate Today)
{
    /// <summary>So many of what is past stand open; the rest is folded away, since a phone shows two at a time.</summary>
    public const int Latest = 5;

    public MeetingShared? Next => Shared.Meetings.Where(m => m.IsToComeOn(Today)).MinBy(m => (m.On, m.At));

    public IEnumerable<MeetingShared> Others => Shared.Meetings.Where(m => m != Next);
}
