using Kept.Domain;
using Kept.Domain.Meetings;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Sharing;

/// <summary>
/// What one carer wrote to the school alone about one child: concerns, messages, what a meeting was to hear, what was missing, views of the plan. Only what the
/// viewer sees: the check must not say that there is more (rule 7). The newest of this carer, so that nobody pushes out another’s.
/// </summary>
internal static class OwnWords
{
    private const int Most = 200;
    private const string English = "en";

    public static async Task<IReadOnlyList<string>> OfAsync(KeptDb db, VisibleRecord record, Id<Pupil> child, Id<Person> carer, CancellationToken cancel)
    {
        var concerns = record.Concerns.Where(c => c.PupilId == child && c.CarerId == carer && c.Words != null)
            .Select(c => new { Id = (Guid)(object)c.Id, Words = c.Words!, Language = c.Language ?? English, c.At });
        var messages = record.Messages.Where(m => m.PupilId == child && m.FromId == carer && m.IsFromFamily)
            .Select(m => new { Id = (Guid)(object)m.Id, m.Words, m.Language, m.At });
        var answers = record.CarerAnswers.Where(a => a.PupilId == child && a.CarerId == carer && a.Missing != null)
            .Select(a => new { Id = (Guid)(object)a.Id, Words = a.Missing!, Language = a.Language ?? English, a.At });
        var heard = record.PartsOfMeetings<Contribution>().Where(c => c.PupilId == child && c.FromId == carer)
            .Select(c => new { Id = (Guid)(object)c.Id, c.Words, Language = c.Language ?? English, At = c.TakenAt });
        var views = record.PlanViews.Where(v => v.PupilId == child && v.CarerId == carer && v.Words != null)
            .Select(v => new { Id = (Guid)(object)v.Id, Words = v.Words!, Language = v.Language ?? English, v.At });
        var rows = await concerns.Concat(messages).Concat(answers).Concat(heard).Concat(views).OrderByDescending(row => row.At).Take(Most).ToListAsync(cancel);

        // Staff read the English, and copy that.
        var foreign = rows.Where(row => row.Language is not English).Select(row => row.Id).ToList();
        return [.. rows.Select(row => row.Words), .. foreign.Count == 0 ? [] : await EnglishOfAsync(db, foreign, cancel)];
    }

    private static async Task<IReadOnlyList<string>> EnglishOfAsync(KeptDb db, IReadOnlyList<Guid> texts, CancellationToken cancel)
    {
        var byPeople = db.Translations.Where(t => texts.Contains(t.TextId) && t.To == English).Select(t => t.Words);
        var byMachines = db.MachineTranslations.Where(t => texts.Contains(t.TextId) && t.To == English && t.Words != null).Select(t => t.Words!);
        return await byPeople.Concat(byMachines).Take(2 * Most).ToListAsync(cancel);
    }
}
