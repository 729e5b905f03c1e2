using System.Runtime.CompilerServices;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Meetings;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Actions;
using Kept.Store.Chronology;
using Kept.Store.Export;
using Kept.Store.Ledger;
using Kept.Store.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Packs;

/// <summary>
/// What is in a pack, whatever it is written as. Everything is read through a door that is narrowed to the pack’s readers, and every
/// word passes the veil; the long parts are read as they are written, so that memory does not grow with the record.
/// </summary>
internal sealed class PackContent
{
    private const int MostActions = 500;
    private const int MostMeetings = 1000;

    private readonly VisibleRecord record;
    private readonly PackScope scope;
    private readonly PackWish wish;
    private readonly Pupil pupil;
    private readonly Veil veil;
    private readonly OtherNames? others;

    private PackContent(VisibleRecord record, PackScope scope, PackWish wish, Pupil pupil, Veil veil, OtherNames? others, PackCover cover)
    {
        (this.record, this.scope, this.wish, this.pupil, this.veil, this.others) = (record, scope, wish, pupil, veil, others);
        Cover = cover;
    }

    public PackCover Cover { get; }

    /// <summary>In which form its reader reads, where it is made for one carer; large print also where whoever makes it chose so.</summary>
    public FormatWishes Formats { get; private init; } = FormatWishes.Ordinary;

    public PackScope Scope => scope;

    public IReadOnlyList<PackPerson> People { get; private set; } = [];

    public IReadOnlyList<FilledPart> Parts { get; private set; } = [];

    public IReadOnlyList<Marked<OpenAction>> OpenActions { get; private set; } = [];

    /// <summary>What the chronology has told so far, for whoever shows how far it has come.</summary>
    public int Told { get; private set; }

    /// <param name="record">Narrowed to what the pack’s readers may see.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="scope">What its readers get.</param>
    /// <param name="parts">What other nouns fill.</param>
    /// <param name="sizeOf">How big the file with a hash is; null where it is lost.</param>
    /// <param name="checkpoint">The last one.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<PackContent?> OfAsync(
        VisibleRecord record, PackOrder order, PackScope scope, IEnumerable<IPackPart> parts, Func<string, long?> sizeOf, Checkpoint? checkpoint, Instant now, CancellationToken cancel)
    {
        if (await record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Id == order.Pupil, cancel) is not { } pupil)
        {
            return null;
        }

        var carers = await PackPeople.CarersAsync(record, pupil.Id, cancel);
        var cloth = PackVeil.Of(scope, pupil, carers, order.Wish);
        var names = scope.MarksOthers ? await OtherNames.AroundAsync(record, pupil.Id, pupil.ClassName, cancel) : null;
        var reader = carers.FirstOrDefault(c => c.Person.Id == order.Wish.CarerId);
        var cover = new PackCover(
            order.School.Name, scope.NamesTheFamily ? pupil.Name : PackVeil.Initials(pupil), [.. FactsOf(pupil, scope)], order.Wish, scope,
            reader is null ? null : $"{reader.Person.Name}, {reader.Tie.Kind}", order.By.Name, now, checkpoint);
        var content = new PackContent(record, scope, order.Wish, pupil, cloth, names, cover)
        {
            Formats = new FormatWishes(LargePrint: order.Wish.LargePrint).With(scope.Audience is PackAudience.Family && reader is not null ? reader.Tie.Formats : FormatWishes.Ordinary)
        };
        await content.ReadAsync(carers, parts, sizeOf, cancel);
        return content;
    }

    /// <summary>The story, oldest first.</summary>
    public async IAsyncEnumerable<Marked<ChronicleLine>> ChronologyAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var asked = scope.Audience is PackAudience.Family ? await MeetingsOfTheReaderAsync(cancel) : null;
        var ask = new ChronicleAsk(pupil.Id) { From = wish.From, To = wish.To, OldestFirst = true };
        await foreach (var line in record.ChronicleAsync(ask, cancel))
        {
            Told++;
            if ((line.IsAboutOthersToo && !scope.NamesOtherChildren) || (line.Kind is "meeting" && asked?.Contains(line.Mark.Id) is false))
            {
                continue;
            }

            yield return Mark(Veiled(line), line.Visibility, line.NamesOthers, [line.Title, .. line.Words.Select(w => w.Text)]);
        }
    }

    /// <summary>Each conversation in full, with what was corrected, oldest first.</summary>
    public async IAsyncEnumerable<Marked<StoryEntry>> LogAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (from, to) = (wish.From ?? LocalDate.FromDateOnly(DateOnly.MinValue), wish.To ?? LocalDate.FromDateOnly(DateOnly.MaxValue));
        await foreach (var entry in record.EntriesAsync(record.Entries.Where(e => e.PupilId == pupil.Id && e.HappenedOn >= from && e.HappenedOn <= to), cancel))
        {
            yield return Mark(Veiled(entry), entry.Visibility, entry.Who is not null, [entry.Issue, entry.Said, entry.Note]);
        }
    }

    /// <summary>Those that they are asked to, as on their own pages: a meeting with the other parent alone is not theirs to know of.</summary>
    private async Task<HashSet<Guid>> MeetingsOfTheReaderAsync(CancellationToken cancel) =>
        [.. await record.PartsOfMeetings<Attendee>().Where(a => a.PupilId == pupil.Id && a.PersonId == wish.CarerId && !a.IsWithdrawn).OrderBy(a => a.Id).Take(MostMeetings).Select(a => a.MeetingId.Value).ToListAsync(cancel)];

    private static IEnumerable<PackFact> FactsOf(Pupil pupil, PackScope scope)
    {
        yield return new PackFact("Year and class", pupil.ClassName is null ? pupil.YearInWords : $"{pupil.YearInWords}, {pupil.ClassName}");
        if (pupil.Provision is not SenProvision.None)
        {
            yield return new PackFact("Provision", pupil.Provision.InWords());
        }

        if (pupil.Needs.Count > 0)
        {
            yield return new PackFact("Needs", string.Join(", ", pupil.Needs.Select(SenNeeds.InWords)));
        }

        if (scope.NamesTheFamily && pupil.DateOfBirth is { } born)
        {
            yield return new PackFact("Date of birth", born.InWords());
        }

        // The number is for schools, and is never shown to families.
        if (scope.Audience is PackAudience.NextSchool)
        {
            yield return new PackFact("UPN", pupil.Upn);
        }
    }

    private async Task ReadAsync(IReadOnlyList<PackCarer> carers, IEnumerable<IPackPart> parts, Func<string, long?> sizeOf, CancellationToken cancel)
    {
        var rows = await record.Rows(record.Actions.Where(a => a.PupilId == pupil.Id && ActionFilter.ToDo.Contains(a.Status)).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(MostActions))
            .ToListAsync(cancel);
        OpenActions = [.. rows.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Select(a => Mark(
            new OpenAction(veil.Over(a.What), veil.Over(a.OwnerName), a.DueOn, ActionStatuses.InWords(a.Status), a.AgreedOn, a.Visibility),
            a.Visibility, a.OwnerKind is not Domain.People.PersonKind.Staff, [a.What]))];
        People = [.. (await PackPeople.OfAsync(record, pupil, scope, wish, carers, cancel)).Select(p => p with { Name = veil.Over(p.Name) })];
        List<FilledPart> filled = [];
        foreach (var part in parts)
        {
            var items = await part.ItemsAsync(record, pupil.Id, scope, cancel);
            filled.Add(new FilledPart(part.Key, part.Title, part.Empty, part.ComesFirst, [.. items.Select(Veiled)]));
        }

        // Who audits without knowing for whom is given no file: nothing can be taken out of one.
        Parts = wish.Format is PackFormat.Zip && scope.NamesTheFamily ? PackPapers.Placed(filled, sizeOf) : filled;
    }

    private Marked<T> Mark<T>(T line, Visibility visibility, bool namesOthers, IEnumerable<string?> texts)
    {
        if (others is null)
        {
            return new Marked<T>(line, []);
        }

        List<string> marks = [];
        if (visibility is Visibility.Safeguarding)
        {
            marks.Add("Safeguarding");
        }

        if (namesOthers || others.StandIn(texts))
        {
            marks.Add("Other people");
        }

        return new Marked<T>(line, marks);
    }

    private PackItem Veiled(PackItem item) =>
        new(veil.Over(item.Title), [.. item.Facts.Select(f => f with { Value = veil.Over(f.Value) })]) { Paper = item.Paper is { } paper ? paper with { Name = veil.Over(paper.Name) } : null };

    private ChronicleLine Veiled(ChronicleLine line) => line with
    {
        Title = veil.Over(line.Title),
        By = veil.OverAny(line.By),

        // When the other parent and the school spoke is not said closer than by its day.
        Time = scope.Audience is PackAudience.Family && veil.Over(line.Title) != line.Title ? null : line.Time,
        Words = [.. line.Words.Select(w => w with { Text = veil.Over(w.Text) })],
        Corrections = [.. line.Corrections.Select(c => c with { Was = [.. c.Was.Select(veil.Over)], By = veil.Over(c.By), Reason = veil.Over(c.Reason) })]
    };

    private StoryEntry Veiled(StoryEntry entry) => WithoutWhom(entry) with
    {
        SpokeWith = veil.OverAny(entry.SpokeWith),
        LoggedBy = veil.Over(entry.LoggedBy),
        Issue = veil.Over(entry.Issue),
        Said = veil.OverAny(entry.Said),
        Note = veil.OverAny(entry.Note),
        Corrections = [.. entry.Corrections.OrderBy(c => c.Number).Select(c => c with { Issue = veil.Over(c.Issue), Said = veil.OverAny(c.Said), Note = veil.OverAny(c.Note), ReplacedBy = veil.Over(c.ReplacedBy), Reason = veil.Over(c.Reason), Who = null })],
        Reviews = [.. entry.Reviews.OrderBy(r => r.HeldAt).Select(r => r with { By = veil.Over(r.By), WhatChanged = veil.Over(r.WhatChanged), WhatNext = veil.OverAny(r.WhatNext) })],
        Enquiries = [.. entry.Enquiries.Select(q => q with { Answer = veil.OverAny(q.Answer) })]
    };

    /// <summary>Where the family is not named, who spoke is said by what they are to the child alone; of another carer than the reader, not even that.</summary>
    private StoryEntry WithoutWhom(StoryEntry entry) =>
        entry.SpokeWithName is not { } name ? entry
        : !scope.NamesTheFamily && entry.SpokeWithKind is { } kind ? entry with { SpokeWithName = $"[{kind}]", SpokeWithKind = null }
        : veil.Over(name) is var shown && shown != name ? entry with { SpokeWithName = shown, SpokeWithKind = null, HappenedAt = scope.Audience is PackAudience.Family ? null : entry.HappenedAt }
        : entry;
}
