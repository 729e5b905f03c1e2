using System.Globalization;
using Kept.Domain;
using Kept.Domain.Ledger;
using Kept.Domain.Packs;
using Kept.Domain.Schools;
using Kept.Store.Ledger;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>What stands on the first page: whose record, for whom, which days, who made it and when, and what proves it.</summary>
internal sealed record PackCover(
    string School, string Pupil, IReadOnlyList<PackFact> PupilFacts, PackWish Wish, PackScope Scope, string? Reader, string MadeBy, Instant MadeAt, Checkpoint? Checkpoint)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string Title => IsChildProtectionFile ? $"Child protection file of {Pupil}" : $"Record of {Pupil}";

    public bool IsChildProtectionFile => Scope.Audience is PackAudience.NextSchool && Wish.Safeguarding;

    public string Audience => Reader is null ? Scope.Audience.InWords() : $"{Scope.Audience.InWords()}: {Reader}";

    public string Period => (Wish.From, Wish.To) switch
    {
        (null, null) => "Everything that is kept",
        ({ } from, null) => $"From {from.InWords()}",
        (null, { } to) => $"Until {to.InWords()}",
        ({ } from, { } to) => WrittenDate.InWords(from, to)
    };

    public LocalDateTime Local => MadeAt.InZone(Domain.Schools.School.Zone).LocalDateTime;

    public string Made => string.Create(British, $"{Local.Date.InWords()}, {Local.TimeOfDay.InWords()}, by {MadeBy}");

    /// <summary>What proves that nothing was rewritten before; see the page Proof.</summary>
    public string Proof => Checkpoint is null
        ? "No checkpoint of the history has been signed yet."
        : $"Checkpoint {Checkpoint.Number.ToString("N0", British)} of {Checkpoint.MadeOn.InWords()}, seal {Seal.InWords(Checkpoint.Hash)}.";

    /// <summary>The seal in full, for whoever verifies it.</summary>
    public string? SealInFull => Checkpoint is null ? null : Convert.ToHexStringLower(Checkpoint.Hash);

    public IReadOnlyList<PackFact> Facts =>
    [
        new("School", School), new("Pupil", Pupil), .. PupilFacts, new("Made for", Audience), new("Period", Period), new("Made", Made), new("Proof", Proof)
    ];
}
