using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.Features.Public.SignIn;

/// <summary>
/// Shows the new codes the one time that they are known. They come sealed in a cookie that this page uses up; a form that is being
/// carried comes with the token of the visit before this one, which is why none is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class RecoveryCodesModel : StepModel
{
    private const string Key = "Kept.RecoveryCodes";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/today";

    internal static void Leave(ITempDataDictionary next, IReadOnlyList<string> codes) => next[Key] = string.Join(' ', codes);

    protected override Task<IActionResult> ShowAsync()
    {
        Codes = (TempData[Key] as string ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult(Codes.Count > 0 ? Page() : GoHome());
    }
}
