using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Handovers;

/// <summary>
/// The first lines of a handover, from what the record knows: support, how to reach the family, and when something is looked at
/// again. No words of an entry are copied, since an entry may be shown to fewer people later.
/// </summary>
internal static class WhatMatters
{
    private const int MostCarers = 4;

    public static async Task<string> OfAsync(VisibleRecord record, Id<Pupil> pupil, SchoolDay day, CancellationToken cancel)
    {
        var known = await record.Pupils.AsNoTracking().Where(p => p.Id == pupil).Select(p => new
        {
            p.Provision,
            p.Needs,
            Reviews = record.Entries.Count(e => e.PupilId == pupil && e.ReviewOn != null && (e.Visibility == Visibility.Family || e.Visibility == Visibility.Staff)),
            Next = record.Entries.Where(e => e.PupilId == pupil && (e.Visibility == Visibility.Family || e.Visibility == Visibility.Staff)).Min(e => e.ReviewOn)
        }).FirstAsync(cancel);
        var carers = await record.Relationships.AsNoTracking()
            .Where(t => t.PupilId == pupil)
            .OrderBy(t => t.Priority).ThenBy(t => t.Id)
            .Take(MostCarers)
            .Join(record.People, t => t.CarerId, c => c.Id, (t, c) => new { Tie = t, Name = ((c.Title ?? "") + " " + c.GivenName + " " + c.FamilyName).Trim() })
            .ToListAsync(cancel);

        List<string> lines = [];
        if (known.Provision is not SenProvision.None)
        {
            lines.Add($"{known.Provision.InWords()}{(known.Needs.Count == 0 ? "" : $": {string.Join(", ", known.Needs.Select(SenNeeds.InWords))}")}");
        }

        foreach (var carer in carers)
        {
            if (!carer.Tie.MayBeToldOn(day.Today))
            {
                lines.Add($"{carer.Name}: do not contact without reading why on the pupil’s page");
            }
            else if (HowToTell(carer.Tie) is { Length: > 0 } how)
            {
                lines.Add($"{carer.Name}, {carer.Tie.Kind}: {how}");
            }
        }

        if (known.Next is { } next)
        {
            lines.Add(known.Reviews == 1 ? $"One review is to be held, on {Days.Plain(next, day.Today)}" : $"{known.Reviews} reviews are to be held, the first on {Days.Plain(next, day.Today)}");
        }

        return string.Join('\n', lines.Select(line => line.Length > Domain.Handovers.HandoverLine.WordsMaxLength ? line[..Domain.Handovers.HandoverLine.WordsMaxLength] : line));
    }

    private static string HowToTell(Relationship tie) => string.Join(", ", new[]
    {
        tie.PreferredMethod switch
        {
            ContactMethod.NotSaid => null,
            ContactMethod.InPerson => "in person",
            var method => $"by {method.ToString().ToLowerInvariant()}"
        },
        tie.PreferredTimes,
        tie.Language is "en" ? null : Languages.Of(tie.Language).EnglishName,
        tie.InterpreterNeeded ? "interpreter needed" : null,
        tie.FormatInWords
    }.OfType<string>());
}
