using System.Globalization;
using System.Text.RegularExpressions;
using Kept.Domain;
using Kept.Domain.Coach;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Access;
using Kept.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Staff.Log;

/// <summary>What a line is read as, and what would make it better, while it is being typed. A fragment of the form.</summary>
[Authorize(Policies.Log)]
public sealed partial class CoachModel(VisibleRecord record, SchoolDay day) : PageModel
{
    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>The name of the field that changed: "Form.Issue" or "Form.Lines[2].Text".</summary>
    [BindProperty(Name = "field")]
    public string? Changed { get; set; }

    public LogPage Entry { get; private set; } = null!;

    public LineOnPage? Line { get; private set; }

    public IReadOnlyList<Advice> Advice { get; private set; } = [];

    public IActionResult OnGet() => Redirect("/log");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Entry = await LogPage.OfAsync(record, day, Form, Id<Pupil>.TryParse(Form.PupilId, null, out var id) ? id : null, cancel);
        if (IsIssue)
        {
            Advice = Entry.Reader.ReadIssue(Form.Issue, Entry.HappenedOn ?? day.Today);
        }
        else if (Changed is not null && IsALine().IsMatch(Changed) && Request.Form[Changed].ToString() is { Length: > 0 } typed)
        {
            Line = Entry.Reader.Read(new QuickLine { Text = typed }, Entry.HappenedOn ?? day.Today, Entry.ReviewOn);
        }

        return Page();
    }

    internal bool IsIssue => Changed is "Form.Issue";

    /// <summary>The place in the form of the line that changed.</summary>
    internal int At => int.TryParse(Changed?.Split('[', ']').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var at) ? at : 0;

    [GeneratedRegex(@"^Form\.Lines\[[0-9]\]\.Text$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex IsALine();
}
