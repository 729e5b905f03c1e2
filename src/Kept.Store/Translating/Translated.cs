using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Translating;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Translating;

/// <summary>A translation as it is shown beside its original.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Engine">Of a machine’s.</param>
public sealed record TranslationShown(string Words, string Language, TranslationMade Made, string? Engine)
{
    public bool IsAMachines => Made is TranslationMade.Machine;
}

/// <summary>What there is of translations into one language, for texts that the reader sees already.</summary>
public sealed class Translated
{
    private readonly Dictionary<(WrittenKind, Guid, string), TranslationShown> found;

    private Translated(string to, Dictionary<(WrittenKind, Guid, string), TranslationShown> found) => (To, this.found) = (to, found);

    public static Translated Nothing { get; } = new(WrittenText.English, []);

    /// <summary>The language of the reader.</summary>
    public string To { get; }

    /// <summary>Null where there is none of these very words.</summary>
    public TranslationShown? For(WrittenText? text) => text is { } given ? found.GetValueOrDefault((given.Kind, given.TextId, given.Fingerprint)) : null;

    /// <summary>Whether the reader cannot read it yet: it is in another language, and there is no translation.</summary>
    public bool Lacks(WrittenText text) => !WrittenText.IsRead(text.Language, To) && For(text) is null;

    /// <summary>A person’s before a machine’s, the latest of the persons’. One statement, or none where nothing is to be translated.</summary>
    internal static async Task<Translated> OfAsync(KeptDb db, IEnumerable<WrittenText> given, string to, CancellationToken cancel)
    {
        var texts = given.ToList();
        const int most = 4000;
        var ids = texts.Where(t => !WrittenText.IsRead(t.Language, to)).Select(t => t.TextId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Translated(to, []);
        }

        var persons = db.Translations.Where(t => ids.Contains(t.TextId) && t.To == to)
            .Select(t => new { t.Kind, t.TextId, t.Fingerprint, t.Words, Made = (TranslationMade?)t.Made, Engine = (string?)null, t.At });
        var machines = db.MachineTranslations.Where(t => ids.Contains(t.TextId) && t.To == to && t.Words != null)
            .Select(t => new { t.Kind, t.TextId, t.Fingerprint, Words = t.Words!, Made = (TranslationMade?)null, Engine = (string?)t.Engine, t.At });
        var rows = await persons.Concat(machines).Take(most).ToListAsync(cancel);
        var shown = rows.GroupBy(r => (r.Kind, r.TextId, r.Fingerprint)).ToDictionary(
            same => same.Key,
            same => same.OrderByDescending(r => r.Made is not null).ThenByDescending(r => r.At)
                .Select(r => new TranslationShown(r.Words, to, r.Made ?? TranslationMade.Machine, r.Engine)).First());
        var questions = await QuestionsByPeopleAsync(db, texts, to, cancel);
        foreach (var text in texts.Where(t => questions.ContainsKey(t.TextId)))
        {
            shown[(text.Kind, text.TextId, text.Fingerprint)] = questions[text.TextId];
        }

        return new Translated(to, shown);
    }

    /// <summary>A person’s of the school’s own questions, which belong to no child. No statement where none is looked for.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, TranslationShown>> QuestionsByPeopleAsync(KeptDb db, IReadOnlyList<WrittenText> texts, string to, CancellationToken cancel)
    {
        const int most = 200;
        var ids = texts.Where(t => t.Kind is WrittenKind.QuestionWords && !WrittenText.IsRead(t.Language, to)).Select(t => new Id<SchoolQuestion>(t.TextId)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, TranslationShown>();
        }

        var rows = await db.QuestionTranslations.AsNoTracking().Where(t => ids.Contains(t.QuestionId) && t.To == to).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(most).ToListAsync(cancel);
        return rows.GroupBy(t => t.QuestionId.Value).ToDictionary(same => same.Key, same => new TranslationShown(same.First().Words, to, same.First().Made, Engine: null));
    }
}
