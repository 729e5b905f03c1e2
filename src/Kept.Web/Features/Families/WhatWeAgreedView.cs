using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>What a carer sees of a child: what they read, whose it is, and in which language.</summary>
/// <param name="AnswerBy">By when the school answers, by its own calendar.</param>
public sealed record WhatWeAgreedView(WhatWeAgreed Shared, string SchoolName, LocalDate Today, Wording Words, Func<Enquiry, LocalDate?> AnswerBy)
{
    /// <summary>So many of what is past stand open; the rest is folded away, since a phone shows two at a time.</summary>
    public const int Latest = 5;

    private readonly Lazy<bool> someAreTranslated = new(() => false);

    /// <summary>What there is of translations into the reader’s language.</summary>
    public Translated Into
    {
        get;
        init
        {
            field = value;
            someAreTranslated = new(() => Shared.Texts.Any(text => value.For(text) is not null));
        }
    } = Translated.Nothing;

    /// <summary>Whether each of what is not must say so, or all of it at once.</summary>
    public bool SomeAreTranslated => someAreTranslated.Value;

    /// <summary>Easy read: what is not needed at once is folded away.</summary>
    public bool IsEasy { get; init; }

    /// <summary>So many conversations stand open.</summary>
    public int OpenTalks => IsEasy ? 1 : Latest;

    /// <summary>Where the reader's own acts go; null for staff, who look from the reader's side and act for nobody.</summary>
    public string? Home { get; init; }

    /// <summary>Where the reader reads what the plan says, or staff see how they read it.</summary>
    public string? PlanPage { get; init; }

    /// <summary>The answer that was refused, with what was typed.</summary>
    public RefusedAnswer? Refused { get; init; }

    public string Title => Words.Say("agreed.title", ("name", Shared.ChildName));

    public MeetingShared? Next => Shared.Meetings.Where(m => m.IsToComeOn(Today)).MinBy(m => (m.On, m.At));

    /// <summary>In the reader’s language where that is there, else as it was written; with what language that is.</summary>
    public (string Words, string Lang, string Dir) Read(WrittenText text) => Into.For(text) is { } shown
        ? (Words.Lines(shown.Words), shown.Language, Languages.Of(shown.Language).IsRightToLeft ? "rtl" : "ltr")
        : (Words.Lines(text.Words), text.Language, "ltr");

    /// <summary>For who hears the page: which promise a control is about. Where two say the same, how each stands tells them apart.</summary>
    public (string Words, string Lang) About(Agreement agreement)
    {
        var (said, lang, _) = Read(agreement.Text);
        return (Shared.Still.Concat(Shared.Done).Count(other => other.What == agreement.What) > 1 ? $"{said} ({Words.Who(agreement)}, {Words.Standing(agreement, Today)})" : said, lang);
    }

    public IEnumerable<MeetingShared> Others => Shared.Meetings.Where(m => m != Next);
}

/// <param name="ActionId">Of the promise that was answered.</param>
public sealed record RefusedAnswer(string ActionId, string? Missing, string Sentence);
