using Kept.Domain.People;
using Kept.Domain.Translating;
using Kept.Store.Families;
using Kept.Store.Translating;
using Kept.Web.Translating;

namespace Kept.Web.Features.Staff.Settings.Questions;

/// <summary>A language that families read, and what of the school’s own questions there is in it.</summary>
/// <param name="Read">Which, and by how many.</param>
/// <param name="Whole">How many questions have the school’s own words.</param>
/// <param name="Lacking">How many of them are not there in it.</param>
/// <param name="ByPeople">How many a person has translated.</param>
/// <param name="NeedsAPerson">Whether no engine here knows the language.</param>
public sealed record LanguageStanding(LanguageRead Read, int Whole, int Lacking, int ByPeople, bool NeedsAPerson)
{
    public static LanguageStanding Of(LanguageRead read, IReadOnlyList<WrittenText> texts, Translated into, Engines engines) => new(
        read, texts.Count, texts.Count(text => into.Lacks(text)), texts.Count(text => into.For(text) is { IsAMachines: false }), engines.NeedsAPerson(WrittenText.English, read.Tag));

    public Language Language => Languages.Of(Read.Tag);

    public string Carers => Read.Carers == 1 ? "1 carer" : $"{Read.Carers} carers";

    public string Standing => Lacking switch
    {
        0 => ByPeople == Whole ? "Translated by a person" : ByPeople == 0 ? "Translated by a machine" : "Translated, some by a person",
        _ when NeedsAPerson => $"{Lacking} of {Whole} in English for them, until a person translates",
        _ => $"{Lacking} of {Whole} not translated yet"
    };
}
