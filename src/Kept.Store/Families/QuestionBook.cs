using Kept.Domain;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Domain.Translating;
using Kept.Store.Schools;
using Kept.Store.Translating;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Store.Families;

/// <summary>A language that families of the school read, and how many carers do.</summary>
/// <param name="Tag">BCP 47.</param>
public sealed record LanguageRead(string Tag, int Carers);

/// <summary>The school’s questions before a meeting, for those who run the school.</summary>
public sealed class QuestionBook
{
    private const int MostLanguages = 40;

    private readonly SchoolRegister register;

    private QuestionBook(SchoolRegister register, QuestionSet set) => (this.register, Set) = (register, set);

    public QuestionSet Set { get; }

    /// <param name="register">The door.</param>
    /// <param name="now">When it is opened, and may be changed.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="also">Of those that stand no more, which are to be put back.</param>
    public static async Task<QuestionBook> OpenAsync(SchoolRegister register, Instant now, CancellationToken cancel, IReadOnlyList<string>? also = null)
    {
        // The school first: what is changed after this makes the save fail, and is not undone by it.
        var school = await register.Schools.SingleAsync(cancel);
        var ids = (also ?? []).Where(key => Guid.TryParseExact(key, "D", out _)).Select(key => new Id<SchoolQuestion>(Guid.ParseExact(key, "D"))).ToList();
        var known = await register.Questions.Where(q => q.Place != null || q.Kepts != null || ids.Contains(q.Id)).OrderBy(q => q.Id).Take(3 * QuestionSet.Most).ToListAsync(cancel);
        return new QuestionBook(register, new QuestionSet(school, known, register.By.PersonId, now));
    }

    /// <summary>Keeps the change, and asks for the translation of what is new, in one transaction.</summary>
    public async Task<Refusal?> SaveAsync(ISchoolEvent happened, CancellationToken cancel)
    {
        foreach (var made in Set.Made)
        {
            register.Add(made);
        }

        return await register.SaveForFamiliesAsync(happened, cancel);
    }

    /// <summary>Those that have school’s words, and are asked or hidden.</summary>
    public IReadOnlyList<WrittenText> Texts => [.. Set.All.Select(q => q.Asked.Text).OfType<WrittenText>()];

    /// <summary>The languages other than English, the most read first.</summary>
    public async Task<IReadOnlyList<LanguageRead>> LanguagesAsync(LocalDate today, CancellationToken cancel)
    {
        var here = register.Pupils.Where(p => p.LeftOn == null || p.LeftOn >= today);
        var read = await register.Relationships.Where(t => t.Language != WrittenText.English && here.Any(p => p.Id == t.PupilId))
            .GroupBy(t => t.Language).Select(g => new { Tag = g.Key, Carers = g.Select(t => t.CarerId).Distinct().Count() })
            .OrderByDescending(l => l.Carers).ThenBy(l => l.Tag).Take(MostLanguages).ToListAsync(cancel);
        return [.. read.Where(l => !WrittenText.IsRead(WrittenText.English, l.Tag)).Select(l => new LanguageRead(l.Tag, l.Carers))];
    }

    /// <summary>What there is of translations of <see cref="Texts"/>.</summary>
    public Task<Translated> TranslationsAsync(string to, CancellationToken cancel) => register.TranslationsAsync(Texts, to, cancel);
}
