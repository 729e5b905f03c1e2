using Kept.Web.Access;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.Features.Public.Problem;

/// <summary>What is shown in place of a page that cannot be. Needs no database. "Not yours" and "not there" look the same.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed partial class IndexModel(ILogger<IndexModel> log, FamilyLanguage language) : PageModel
{
    public string Heading { get; private set; } = "";

    public string WhatNext { get; private set; } = "";

    /// <summary>The same as in the log, where the fault is ours.</summary>
    public string? Reference { get; private set; }

    /// <summary>Whether it stands in place of a page for families, and so speaks their language.</summary>
    public bool IsForFamilies { get; private set; }

    public Wording Words => language.Words;

    public bool MaySignIn => Response.StatusCode is StatusCodes.Status401Unauthorized;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var wanted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        IsForFamilies = wanted is not null && (VisitingFamilies.IsForFamilies(wanted) || VisitingFamilies.ProvesToFamilies(wanted));
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        (Heading, WhatNext) = IsForFamilies ? ForFamilies() : ForStaff();

        // Only for a fault that happened: anybody may open /problem/500 by its address.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            Reference = HttpContext.TraceIdentifier;
            Shown(Reference);
        }
    }

    private (string Heading, string WhatNext) ForStaff() => Response.StatusCode switch
    {
        400 => ("Something in that was not right", "Go back, reload the page and try again. If you were away for long, sign in again first."),
        401 => ("You are signed out", "Sign in, then try again."),
        403 => ("Your role does not open this page", "Ask the person who runs Kept at your school if you need it."),
        404 => ("Page not found", "It may have moved, or the address may be mistyped."),
        405 => ("That cannot be done here", "Go back and try again from the page that you were on."),
        413 => ("That file is too large", "Choose a smaller file, or split it in two."),
        415 => ("That kind of file or form is not taken here", "Go back and try again from the page that you were on."),
        429 => ("Too many tries", "Wait a few minutes, then try again."),
        503 => ("Kept is busy", "Nothing was lost. Wait a moment and try again."),
        _ => ("Something went wrong at our end", "Nothing that was kept is lost. Go back and try again; if it happens twice, tell whoever runs Kept at your school.")
    };

    private (string Heading, string WhatNext) ForFamilies()
    {
        var what = Response.StatusCode switch
        {
            400 => "stale",
            401 or 403 or 404 or 405 => "nothing",
            429 => "many",
            _ => "fault"
        };
        return (Words[$"problem.{what}"], Words[$"problem.{what}Text"]);
    }

    [LoggerMessage(LogLevel.Error, "The person was shown the reference {Reference}")]
    private partial void Shown(string reference);
}
