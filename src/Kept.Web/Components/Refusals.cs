using Kept.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kept.Web.Components;

/// <summary>Puts a rule's refusal where the person who typed will see it.</summary>
public static class Refusals
{
    /// <summary>Beside the field that it is about, when the form has that field; else at the top.</summary>
    /// <param name="fields">The rule's name for a field, and the form's.</param>
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, params (string Rule, string Field)[] fields)
    {
        var field = Array.Find(fields, f => f.Rule == refusal.Field).Field;
        state.AddModelError(field is null ? "" : $"Form.{field}", refusal.Sentence);
    }

    /// <summary>All of them, each beside its field.</summary>
    public static void Refuse(this ModelStateDictionary state, IEnumerable<Refusal> refusals, params (string Rule, string Field)[] fields)
    {
        foreach (var refusal in refusals)
        {
            state.Refuse(refusal, fields);
        }
    }
}
