using Kept.Domain;
using Kept.Domain.Plans;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>A child’s plans as one carer reads them, part by part, with what this carer said of each.</summary>
public sealed record PlansView(PlansWhole Shared, LocalDate Today, Wording Words, Translated Into)
{
    public TextsRead Read { get; } = TextsRead.Of(Words, Into, Shared.Texts);

    /// <summary>Where the reader’s own views go; null for staff, who look from the reader’s side and say nothing for anybody.</summary>
    public string? SayAt { get; init; }

    /// <summary>The view that was refused, with what was typed.</summary>
    public RefusedView? Refused { get; init; }

    /// <summary>What was typed about a part that is not there any more.</summary>
    public string? Lost => Refused is { Words: { } words } && !Has(Refused.Slug) ? words : null;

    /// <summary>Names a part in an address of the page.</summary>
    public static string Slug(Id<SupportPlan> plan, string key) => $"{plan.ToString()[^6..]}-{key.Replace(' ', '-')}";

    public bool Has(string slug) => Shared.Plans.Any(plan => plan.Parts.Any(part => Slug(plan.Id, part.Key) == slug));

    public IEnumerable<WrittenText> Lines(PlanWhole plan, SpokenPart part) => part.Lines.Where(line => line.Length > 0).Select(line => Texts.Of(plan.Id, line)!.Value);

    /// <summary>Who wrote it and when, and when it is looked at again.</summary>
    public string Standing(PlanWhole plan)
    {
        var written = Words.Say(plan.Number == 1 ? "plan.wroteBy" : "plan.changedBy", ("name", plan.By), ("day", Words.Day(plan.PublishedAt, Today)));
        return plan.ReviewOn is { } on ? Words.Together(written, Words.Say("plan.review", ("day", Words.Plain(on, Today)))) : written;
    }

    /// <summary>For who hears the page: which part a button is about, and in which language that is.</summary>
    public (string Words, string Lang) InShort(PlanWhole plan, SpokenPart part)
    {
        const int most = 60;
        var first = Lines(plan, part).First();
        var (said, lang) = Into.For(first) is { } shown ? (shown.Words, shown.Language) : (first.Words, first.Language);
        return (said.Length <= most ? said : $"{said[..(char.IsHighSurrogate(said[most - 1]) ? most - 1 : most)]}…", lang);
    }
}

/// <param name="Slug">Of the part.</param>
public sealed record RefusedView(string Slug, string? Words, string Sentence);
