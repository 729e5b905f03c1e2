using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kept.Web.Tests.World;

/// <summary>A file as a browser would upload it.</summary>
public sealed record TestFile(string Field, string Name, byte[] Content);

/// <summary>
/// A browser without JavaScript: keeps cookies, follows redirects, fills in the forms it is shown, and inspects every page.
/// </summary>
public sealed class TestClient
{
    public static readonly Uri Address = new("https://kept.test/");

    private const int MostRedirects = 5;

    private readonly KeptHost host;
    private readonly HttpMessageInvoker http;
    private readonly CookieContainer cookies = new();

    internal TestClient(KeptHost host, HttpMessageHandler handler, string? cookie)
    {
        this.host = host;
        http = new HttpMessageInvoker(handler);
        if (cookie is not null)
        {
            cookies.SetCookies(Address, cookie);
        }
    }

    /// <summary>Switch off to see the redirect itself.</summary>
    public bool FollowsRedirects { get; set; } = true;

    public Task<TestPage> GetAsync(string url) => VisitAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(Address, url)));

    /// <summary>Fills in some fields of a form and presses its first button.</summary>
    public Task<TestPage> SubmitAsync(IHtmlFormElement form, params (string Name, string? Value)[] fields) =>
        SendAsync(new FilledForm(form, fields), button: null, []);

    /// <summary>Fills in some fields of a form and presses the button with these words on it.</summary>
    public Task<TestPage> PressAsync(IHtmlFormElement form, string button, params (string Name, string? Value)[] fields) =>
        SendAsync(new FilledForm(form, fields), button, []);

    /// <summary>Chooses a file, fills in some fields and presses the first button.</summary>
    public Task<TestPage> UploadAsync(IHtmlFormElement form, TestFile file, params (string Name, string? Value)[] fields) =>
        UploadAsync(form, [file], fields);

    /// <summary>The same with several files, or none of those that the form offers.</summary>
    public Task<TestPage> UploadAsync(IHtmlFormElement form, IReadOnlyList<TestFile> files, params (string Name, string? Value)[] fields) =>
        SendAsync(new FilledForm(form, fields), button: null, files);

    /// <summary>Posts what no form offered, with a valid form token: what somebody with a tool might try.</summary>
    public async Task<TestPage> PostAsync(string url, params (string Name, string? Value)[] fields)
    {
        var token = await FormTokenAsync();
        return await VisitAsync(() => new HttpRequestMessage(HttpMethod.Post, new Uri(Address, url))
        {
            Content = new FormUrlEncodedContent(fields.Append((Name: FilledForm.Token, Value: token)).Select(f => KeyValuePair.Create(f.Name, f.Value ?? "")))
        });
    }

    /// <summary>One request and its bare answer: for files, headers and what is no page.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.Contains("Sec-Fetch-Site"))
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        var sentCookies = cookies.GetCookieHeader(request.RequestUri!);
        if (sentCookies.Length > 0)
        {
            request.Headers.Add("Cookie", sentCookies);
        }

        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        // As a browser does: an answer left half read would hold its request, and the request's database connection, for ever.
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(request.RequestUri!, cookie);
        }

        return answer;
    }

    /// <summary>A file that the application answers with.</summary>
    public Task<HttpResponseMessage> DownloadAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, url)));

    private Task<TestPage> SendAsync(FilledForm form, string? button, IReadOnlyList<TestFile> files)
    {
        foreach (var typed in form.Typed.Concat(files.Select(file => System.Text.Encoding.UTF8.GetString(file.Content))).Where(t => t.AsSpan().IndexOfAny('\'', '"') >= 0))
        {
            host.Typed.Add(typed);
        }

        return VisitAsync(() => form.Request(button, files));
    }

    private async Task<TestPage> VisitAsync(Func<HttpRequestMessage> first)
    {
        var request = first();
        var posted = request.Method == HttpMethod.Post;
        var answer = await SendAsync(request);
        for (var i = 0; FollowsRedirects && i < MostRedirects && answer.Headers.Location is { } next; i++)
        {
            posted = false;
            var to = new Uri(request.RequestUri!, next);
            request = answer.StatusCode is HttpStatusCode.TemporaryRedirect ? first() : new HttpRequestMessage(HttpMethod.Get, to);
            request.RequestUri = to;
            answer = await SendAsync(request);
        }

        var page = await TestPage.OfAsync(request.RequestUri!, answer);
        if (page.IsWholePage)
        {
            PageInspector.Inspect(page, host.Typed);
            Assert.False(posted && page.Status is HttpStatusCode.OK && !page.Url.Contains("handler=", StringComparison.Ordinal),
                $"POST {page.Url} answered 200. A good POST redirects, so that reloading does not repeat it; a refused one answers 400 with the same page. Only a named handler may show its form again.");
        }

        return page;
    }

    private async Task<string> FormTokenAsync()
    {
        foreach (var url in (string[])["/family", "/today", "/sign-in", "/demo/sign-in"])
        {
            var answer = await DownloadAsync(url);
            if (answer.Headers.Location is { } next)
            {
                answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, next)));
            }

            var page = await TestPage.OfAsync(new Uri(Address, url), answer);
            if (page.Document.QuerySelector<IHtmlInputElement>($"input[name={FilledForm.Token}]") is { } token)
            {
                return token.Value;
            }
        }

        return "";
    }
}
