using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Families;
using Kept.Domain.Ledger;
using Kept.Store.Families;
using Kept.Store.Schools;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Settings.Questions;

/// <summary>One more question, or other words for one.</summary>
[Authorize(Policy = Policies.RunSchool)]
public sealed class WriteModel(SchoolRegister register, SchoolDay day) : PageModel
{
    /// <summary>The key of the question that gets other words; null for one more.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    public bool IsChange => Of is not null;

    /// <summary>What would make the words plainer.</summary>
    public IReadOnlyList<string> Advice { get; private set; } = [];

    /// <summary>Whether the words were looked at and nothing is to be said.</summary>
    public bool ReadsPlainly { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var book = await QuestionBook.OpenAsync(register, day.Now, cancel);
        if (IsChange && book.Set.Find(Of) is null)
        {
            return NotFound();
        }

        Form.Words = book.Set.Find(Of)?.Asked.Words;
        Look();
        ReadsPlainly = false;
        return Page();
    }

    /// <summary>Looks at the words and keeps nothing.</summary>
    public IActionResult OnPostLook()
    {
        Look();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var book = await QuestionBook.OpenAsync(register, day.Now, cancel);
        var before = book.Set.Arrangement;
        if (!Verb(book.Set).Allowed(out var happened, out var refused) || (refused = await book.SaveAsync(happened, cancel)) is not null)
        {
            Look();
            return this.PageWith(refused!);
        }

        TempData.Done(IsChange ? "The question has its new words." : "Families are asked the new question.", before, book.Set.Version);
        return Redirect(QuestionLinks.All);
    }

    private Result<ISchoolEvent> Verb(QuestionSet set) => IsChange ? Told(set.Reword(Of, Form.Words)) : Told(set.Add(Form.Words));

    private static Result<ISchoolEvent> Told<T>(Result<T> result)
        where T : class, ISchoolEvent => result.Allowed(out var happened, out var refused) ? Result<ISchoolEvent>.Of(happened) : refused;

    private void Look()
    {
        Advice = SchoolQuestion.AdviceOn(Form.Words, new CoachContext(day.Today, day.Calendar, []));
        ReadsPlainly = Advice.Count == 0 && !string.IsNullOrWhiteSpace(Form.Words);
    }
}

public sealed class QuestionForm
{
    [Display(Name = "The question", Description = "As you would ask it at the school gate: short, one thing, no letters that stand for words")]
    public string? Words { get; set; }
}
