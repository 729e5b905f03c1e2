using Kept.Domain;
using Kept.Domain.Documents;
using Kept.Domain.Pupils;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>The ticked documents were asked for and none was ticked: back to the same list, which says so. All of them would be more than was meant.</summary>
internal static class TickedNone
{
    public const string InHub = "hub";
    public const string OfPupil = "pupil";

    private const string Key = "Kept.TickedNone";

    /// <summary>Where the boxes are, with the filters and the page as they were; what it shows next says why.</summary>
    /// <param name="list">In which list the boxes were: <see cref="InHub"/> or <see cref="OfPupil"/>.</param>
    /// <param name="query">What came with the button.</param>
    /// <param name="next">Carries the word to the list.</param>
    public static string Back(string list, IQueryCollection query, ITempDataDictionary next)
    {
        next[Key] = true;
        if (list is OfPupil && Id<Pupil>.TryParse(query["pupil"], null, out var pupil))
        {
            return $"/pupils/{pupil}/documents";
        }

        var page = int.TryParse(query["page"], out var number) ? $"page={number}" : "";
        var asked = string.Join('&', new[] { DocumentQuery.Of(query), page }.Where(part => part.Length > 0));
        return asked.Length > 0 ? $"/documents?{asked}" : "/documents";
    }

    /// <param name="state">Of the page with the list.</param>
    /// <param name="before">What the last page left.</param>
    /// <param name="first">The first that could have been ticked.</param>
    public static void Say(ModelStateDictionary state, ITempDataDictionary before, Id<Document>? first)
    {
        if (before[Key] is not null && first is { } document)
        {
            state.AddModelError($"take-{document}", "Nothing is ticked. Tick the documents to take, or take all of them");
        }
    }
}
