using System.Net.Http.Headers;
using System.Text.Json;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

/// <summary>Sends files as the add page does, with script and without.</summary>
internal static class Sending
{
    /// <summary>All in one post, as a browser without script does.</summary>
    public static async Task<TestPage> SendAsync(this TestClient client, TestPupil pupil, IEnumerable<(string Name, HttpContent Content)> files, params (string Name, string Value)[] fields)
    {
        var page = await client.GetAsync($"/documents/add?pupil={pupil.Id}");
        var request = Request(page, files, fields);
        var answer = await client.SendAsync(request);
        return await TestPage.OfAsync(request.RequestUri!, answer);
    }

    /// <summary>One file, as the script does; what became of it.</summary>
    public static async Task<(int Status, JsonElement Answer)> SendOneAsync(
        this TestClient client, TestPage page, string name, HttpContent content, params (string Name, string Value)[] fields)
    {
        var request = Request(page, [(name, content)], fields);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    public static (string Name, HttpContent Content) File(string name, byte[] content) => (name, new ByteArrayContent(content));

    /// <summary>The rows of the answer: what was said of each file.</summary>
    public static IReadOnlyList<string> Answers(this TestPage page) => page.Texts("ul.files li .what");

    public static HttpRequestMessage Request(TestPage page, IEnumerable<(string Name, HttpContent Content)> files, (string Name, string Value)[] fields)
    {
        var form = page.Form("form[data-uploads]");
        var parts = new MultipartFormDataContent();
        var given = fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        foreach (var name in (string[])["__RequestVerificationToken", "Form.Key", "Form.PupilId"])
        {
            given.TryAdd(name, form.QuerySelector($"input[name='{name}']")!.GetAttribute("value") ?? "");
        }

        foreach (var (name, value) in given)
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            parts.Add(content, "Form.Files", name);
        }

        return new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, form.GetAttribute("action")!)) { Content = parts };
    }
}

/// <summary>A file of any length that is in no memory.</summary>
internal sealed class EndlessContent(long bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
    {
        var chunk = new byte[64 * 1024];
        "%PDF-1.4"u8.CopyTo(chunk);
        for (var left = bytes; left > 0; left -= chunk.Length)
        {
            await stream.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
