using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kept.Web.Tests.World;

/// <summary>A phone that makes a passkey and answers with it. Its keys and signatures are real; only the finger is not.</summary>
internal sealed class SoftPhone : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private static readonly string Origin = TestClient.Address.GetLeftPart(UriPartial.Authority);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private byte[] user = [];
    private uint uses;

    public void Dispose() => key.Dispose();

    /// <summary>Makes its passkey on a page where one is added.</summary>
    public async Task<TestPage> MakeAsync(TestClient visitor, string page, string optionsHandler = "Options", string name = "My phone")
    {
        var token = await TokenAsync(visitor, page);
        var options = await AskAsync(visitor, $"{page}?handler={optionsHandler}", token);
        user = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        var client = Client("webauthn.create", options);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, WithKey), .. new byte[16], 0, (byte)id.Length, .. id, .. publicKey];

        // CBOR: a map of the format “none”, its empty statement, and the data.
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return await SendAsync(visitor, page, token, new { clientDataJSON = Text(client), attestationObject = Text(attestation), transports = (string[])["internal"] }, ("Name", name));
    }

    /// <summary>Comes in with its passkey.</summary>
    public async Task<TestPage> UseAsync(TestClient visitor, string page, string handler, string optionsHandler)
    {
        var token = await TokenAsync(visitor, page);
        var options = await AskAsync(visitor, $"{page}?handler={optionsHandler}", token);
        var client = Client("webauthn.get", options);
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return await SendAsync(
            visitor, $"{page}?handler={handler}", token,
            new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle = Text(user) });
    }

    public Task<TestPage> ComeInAsync(TestClient visitor) => UseAsync(visitor, "/family/enter", "Phone", "PhoneOptions");

    public Task<TestPage> SignInAsStaffAsync(TestClient visitor) => UseAsync(visitor, "/sign-in", "Passkey", "PasskeyOptions");

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Client(string type, JsonElement options) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false }));

    private static async Task<string> TokenAsync(TestClient visitor, string page) =>
        (await visitor.GetAsync(page)).Document.QuerySelector($"input[name={FilledForm.Token}]")!.GetAttribute("value")!;

    private static async Task<JsonElement> AskAsync(TestClient visitor, string url, string token)
    {
        var answer = await PostAsync(visitor, url, [(FilledForm.Token, token)]);
        Assert.True(answer.IsSuccessStatusCode, $"{url} gave no options: {answer.StatusCode}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static Task<HttpResponseMessage> PostAsync(TestClient visitor, string url, IEnumerable<(string Name, string Value)> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(TestClient.Address, url))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        };
        request.Headers.Add("Origin", Origin);
        return visitor.SendAsync(request);
    }

    private async Task<TestPage> SendAsync(TestClient visitor, string url, string token, object response, params (string Name, string Value)[] fields)
    {
        var credential = JsonSerializer.Serialize(new { id = Text(id), rawId = Text(id), type = "public-key", clientExtensionResults = new { }, response });
        var answer = await PostAsync(visitor, url, [(FilledForm.Token, token), ("Credential", credential), .. fields]);
        return answer.Headers.Location is { } next
            ? await visitor.GetAsync(next.ToString())
            : await TestPage.OfAsync(new Uri(TestClient.Address, url), answer);
    }

    private byte[] Data(string site, byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | Verified | more), .. count];
    }
}
