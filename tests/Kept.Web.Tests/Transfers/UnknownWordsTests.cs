using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kept.Domain.Documents;
using Kept.Domain;
using Kept.Store.Ledger;
using Kept.Store.Transfers;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Transfers;

/// <summary>A package that is signed and whole may still say what this Kept does not know, or what no package may say: it is refused, and the place is named.</summary>
public sealed class UnknownWordsTests(Template template) : TwoKepts(template)
{
    [Theory]
    [InlineData("rows.jsonl", "\"channel\":\"phone\"", "\"channel\":\"hologram\"", "in rows.jsonl, the log-entry", "says “hologram” as its “channel”")]
    [InlineData("rows.jsonl", "\"channel\":\"phone\"", "\"channel\":7", "in rows.jsonl, the log-entry", "says “7” as its “channel”")]
    [InlineData("rows.jsonl", "\"channel\":\"phone\"", "\"channel\":\"phone\",\"mood\":\"calm\"", "the log-entry", "has “mood”")]
    [InlineData("rows.jsonl", "\"noun\":\"log-entry\"", "\"noun\":\"oracle\"", "in rows.jsonl, the oracle", "of a kind that this Kept does not know")]
    [InlineData("rows.jsonl", "\"noun\":\"log-entry\"", "\"noun\":\"role-held\"", "in rows.jsonl, the role-held", "is no part of a pupil’s record")]
    [InlineData("rows.jsonl", "strengths", "stars", "the plan-version", "as its “content”")]
    [InlineData("rows.jsonl", "\"issue\":\"Late\",", "", "the log-entry", "does not say its “issue”")]
    [InlineData("people.jsonl", "\"kind\":\"staff\"", "\"kind\":\"robot\"", "in people.jsonl, the person", "is of the kind “robot”")]
    [InlineData("people.jsonl", "\"kind\":\"staff\"", "\"kind\":\"staff\",\"wage\":\"1\"", "people.jsonl, line", "a later version")]
    [InlineData("manifest.json", "kept-handover-1", "kept-handover-2", "manifest.json says", "the format “kept-handover-2”")]
    [InlineData("manifest.json", "\"madeAt\":", "\"planet\": \"Mars\", \"madeAt\":", "manifest.json says something", "does not know")]
    public async Task It_is_refused_in_a_sentence_that_names_the_place(string file, string was, string becomes, string place, string why)
    {
        await There.AddEntryAsync(There.Leo, "Late");
        await There.AddPlanAsync(There.Leo);
        var package = await SignedAnewAsync(await PackAsync(There.Leo), file, text => text.Replace(was, becomes, StringComparison.Ordinal));

        var refused = await TryTakeAsync(package);

        Assert.True(refused.Refused(out var said));
        Assert.Contains(place, said.Sentence, StringComparison.Ordinal);
        Assert.Contains(why, said.Sentence, StringComparison.Ordinal);
        await using var db = OpenRiverside();
        Assert.DoesNotContain(db.Pupils.Select(p => p.Upn), upn => upn == There.Leo.Upn);
    }

    [Fact]
    public async Task No_row_is_taken_that_is_about_another_pupil()
    {
        await There.AddEntryAsync(There.Leo, "Late");
        var package = await SignedAnewAsync(await PackAsync(There.Leo), PackageFiles.Rows, text => text.Replace($"\"pupil-id\":\"{There.Leo.Id}\"", $"\"pupil-id\":\"{Here.Ruby.Id}\"", StringComparison.Ordinal));

        Assert.True((await TryTakeAsync(package)).Refused(out var refused));
        Assert.Contains("is about another pupil", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_document_is_refused_with_its_name()
    {
        var document = await There.AddDocumentAsync(There.Leo, "Report", "nothing much");
        var package = await PackAsync(There.Leo);

        var refused = await TryTakeAsync(package, keep: (_, _, _) => Task.FromResult<Result<ReceivedFile>>(new Refusal("this is a program, whatever its name says")));

        Assert.True(refused.Refused(out var said));
        Assert.Contains($"of its file “{document.Title}.txt”, this is a program", said.Sentence, StringComparison.Ordinal);
    }

    /// <summary>As a Kept of a later version, or somebody with a key of their own, would sign it. Every row stands on that signature alone.</summary>
    private static async Task<byte[]> SignedAnewAsync(byte[] package, string file, Func<string, string> change)
    {
        var record = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var archive = new ZipArchive(new MemoryStream(package)))
        {
            foreach (var entry in archive.Entries)
            {
                using var read = new MemoryStream();
                await using (var from = entry.Open())
                {
                    await from.CopyToAsync(read, Cancel);
                }

                record[entry.FullName] = read.ToArray();
            }
        }

        Change(record, PackageFiles.Rows, text => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..^1] + ",\"changedSince\":true}\n")));
        var before = record[file];
        Change(record, file, change);
        Assert.NotEqual(before, record[file]);
        var manifest = JsonNode.Parse(record[Manifest.FileName])!;
        foreach (var name in (string[])[PackageFiles.Rows, PackageFiles.People])
        {
            manifest["files"]![name] = Convert.ToHexStringLower(SHA256.HashData(record[name]));
        }

        record[Manifest.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        var folder = Directory.CreateTempSubdirectory();
        using var key = LedgerKey.OpenOrMake(folder.FullName);
        folder.Delete(recursive: true);
        manifest = new JsonObject { ["publicKey"] = key.PublicPem, ["signature"] = Convert.ToHexStringLower(key.Sign(SHA256.HashData(record[Manifest.FileName]))) };
        record[PackageSignature.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return await PackageFiles.WriteRecordAsync(record, Cancel);
    }

    private static void Change(Dictionary<string, byte[]> record, string file, Func<string, string> change) =>
        record[file] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(record[file])));
}
