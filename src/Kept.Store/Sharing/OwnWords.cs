using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Sharing;

/// <summary>
/// What one carer wrote to the school alone about one child: concerns, messages, what a meeting was to hear, what was missing, views of the plan. Only what the
/// viewer sees: the check must not say that there is more (rule 7). The newest of this carer, so that nobody pushes out another’s.
/// </summary>
internal static class OwnWords
{
    private const int Most = 200;
    private const int MostLately = 500;
    private const string English = "en";

    public static async Task<IReadOnlyList<string>> OfAsync(KeptDb db, VisibleRecord record, Id<Pupil> child, Id<Person> carer, CancellationToken cancel)
    {
        var rows = Written(
            record.Concerns.Where(c => c.PupilId == child && c.CarerId == carer),
            record.Messages.Where(m => m.PupilId == child && m.FromId == carer),
            record.CarerAnswers.Where(a => a.PupilId == child && a.CarerId == carer),
            record.PartsOfMeetings<Contribution>().Where(c => c.PupilId == child && c.FromId == carer),
            record.PlanViews.Where(v => v.PupilId == child && v.CarerId == carer));
        return await ReadAsync(db, rows, Most, cancel);
    }

    /// <summary>What any carer wrote since then, of any child whom the viewer sees: the newest of each kind, so that no more is read however much there is.</summary>
    public static async Task<IReadOnlyList<string>> LatelyAsync(KeptDb db, VisibleRecord record, Instant since, CancellationToken cancel)
    {
        var rows = Written(
            record.Concerns.Where(c => c.At >= since && c.Words != null).OrderByDescending(c => c.At).Take(MostLately),
            record.Messages.Where(m => m.At >= since && m.IsFromFamily).OrderByDescending(m => m.At).Take(MostLately),
            record.CarerAnswers.Where(a => a.At >= since && a.Missing != null).OrderByDescending(a => a.At).Take(MostLately),
            record.PartsOfMeetings<Contribution>().Where(c => c.TakenAt >= since && c.Language != null).OrderByDescending(c => c.TakenAt).Take(MostLately),
            record.PlanViews.Where(v => v.At >= since && v.Words != null).OrderByDescending(v => v.At).Take(MostLately));
        return await ReadAsync(db, rows, MostLately, cancel);
    }

    private static IQueryable<OwnText> Written(
        IQueryable<Concern> concerns, IQueryable<Message> messages, IQueryable<CarerAnswer> answers, IQueryable<Contribution> heard, IQueryable<PlanView> views) =>
        concerns.Where(c => c.Words != null).Select(c => new OwnText { Id = (Guid)(object)c.Id, Words = c.Words!, Language = c.Language ?? English, At = c.At })
            .Concat(messages.Where(m => m.IsFromFamily).Select(m => new OwnText { Id = (Guid)(object)m.Id, Words = m.Words, Language = m.Language, At = m.At }))
            .Concat(answers.Where(a => a.Missing != null).Select(a => new OwnText { Id = (Guid)(object)a.Id, Words = a.Missing!, Language = a.Language ?? English, At = a.At }))
            .Concat(heard.Select(c => new OwnText { Id = (Guid)(object)c.Id, Words = c.Words, Language = c.Language ?? English, At = c.TakenAt }))
            .Concat(views.Where(v => v.Words != null).Select(v => new OwnText { Id = (Guid)(object)v.Id, Words = v.Words!, Language = v.Language ?? English, At = v.At }));

    private static async Task<IReadOnlyList<string>> ReadAsync(KeptDb db, IQueryable<OwnText> written, int most, CancellationToken cancel)
    {
        var rows = await written.OrderByDescending(row => row.At).Take(most).ToListAsync(cancel);

        // Staff read the English, and copy that.
        var foreign = rows.Where(row => row.Language is not English).Select(row => row.Id).ToList();
        return [.. rows.Select(row => row.Words), .. foreign.Count == 0 ? [] : await EnglishOfAsync(db, foreign, cancel)];
    }

    private static async Task<IReadOnlyList<string>> EnglishOfAsync(KeptDb db, IReadOnlyList<Guid> texts, CancellationToken cancel)
    {
        var byPeople = db.Translations.Where(t => texts.Contains(t.TextId) && t.To == English).Select(t => t.Words);
        var byMachines = db.MachineTranslations.Where(t => texts.Contains(t.TextId) && t.To == English && t.Words != null).Select(t => t.Words!);
        return await byPeople.Concat(byMachines).Take(2 * MostLately).ToListAsync(cancel);
    }

    private sealed class OwnText
    {
        public required Guid Id { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
        public required Instant At { get; init; }
    }
}
