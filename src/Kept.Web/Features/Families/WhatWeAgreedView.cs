using Kept.Domain.Log;
using Kept.Store.Families;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer sees of a child: what they read, whose it is, and in which language.</summary>
/// <param name="AnswerBy">By when the school answers, by its own calendar.</param>
public sealed record WhatWeAgreedView(WhatWeAgreed Shared, string SchoolName, LocalDate Today, Wording Words, Func<Enquiry, LocalDate?> AnswerBy)
{
    /// <summary>So many of what is past stand open; the rest is folded away, since a phone shows two at a time.</summary>
    public const int Latest = 5;

    /// <summary>Where the reader's own acts go; null for staff, who look from the reader's side and act for nobody.</summary>
    public string? Home { get; init; }

    /// <summary>The answer that was refused, with what was typed.</summary>
    public RefusedAnswer? Refused { get; init; }

    public string Title => Words.Say("agreed.title", ("name", Shared.ChildName));

    public MeetingShared? Next => Shared.Meetings.Where(m => m.IsToComeOn(Today)).MinBy(m => (m.On, m.At));

    public IEnumerable<MeetingShared> Others => Shared.Meetings.Where(m => m != Next);
}

/// <param name="ActionId">Of the promise that was answered.</param>
public sealed record RefusedAnswer(string ActionId, string? Missing, string Sentence);
