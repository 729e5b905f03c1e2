using Kept.Domain.Log;
using Kept.Store;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Features.Staff.Log;

/// <summary>Logging as somebody at a keyboard does it.</summary>
internal static class Logging
{
    public const string Form = "form.card";

    /// <summary>Opens an empty form about a pupil, fills it in and keeps it: of a call with a neighbour, where nothing else is said.</summary>
    public static async Task<TestPage> LogAsync(this TestClient client, TestPupil pupil, params (string Name, string? Value)[] fields)
    {
        var page = await client.GetAsync($"/log?pupil={pupil.Id}&afresh=true");
        return await client.PressAsync(page.Form(Form), "Keep it",
        [
            .. fields.Any(f => f.Name is "Form.Channel") ? Array.Empty<(string, string?)>() : [("Form.Channel", "Phone")],
            .. fields.Any(f => f.Name is "Form.With" or "Form.WithWords" or "Form.Channel") ? Array.Empty<(string, string?)>() : [("Form.WithWords", "a neighbour")],
            .. fields
        ]);
    }

    /// <summary>What the coach says about a line while it is being typed.</summary>
    public static Task<TestPage> CoachAsync(this TestClient client, TestPupil pupil, string field, string typed) =>
        client.PostAsync("/log/coach", ("field", field), (field, typed), ("Form.PupilId", pupil.Id.ToString()), ("Form.When", "now"), ("Form.Review", "1w"));

    /// <summary>The value that a field of the form shows.</summary>
    public static string? Value(this TestPage page, string name) =>
        page.Document.QuerySelectorAll("[name]").Where(e => e.GetAttribute("name") == name).Select(e => e is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value")).FirstOrDefault();

    public static Task<List<LogEntry>> EntriesSayingAsync(this KeptDb db, string issue) =>
        db.LogEntries.AsNoTracking().Where(e => e.Issue == issue).ToListAsync(TestContext.Current.CancellationToken);
}
