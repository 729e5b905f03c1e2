using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Store;
using Kept.Store.Conventions;
using Kept.Store.Documents;
using Kept.Store.Ledger;
using Kept.Web.Hosting;
using Kept.Web.World;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Bench;

/// <summary>What finding words inside twenty thousand documents costs. Their words are there; the files are not, since search reads none.</summary>
internal static class Papers
{
    private const int Documents = 20_000;
    private const int WordsInEach = 300;
    private const int Rounds = 200;
    private const int WarmUp = 20;

    private static readonly string[] Vocabulary =
        [.. WordList.Lines("conversations.txt").SelectMany(line => line.Split(' ', ',', '.', '|')).Where(word => word.Length > 2 && word.All(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static readonly string[] Queries = ["morning", "sensory breaks", "homework maths", "fire drill", "toilet door", "quiet table", "reading", "lunch", "bus"];

    public static async Task<Measure> MeasureAsync(Served served, BenchPlace bench, CancellationToken cancel)
    {
        await MakeAsync(bench, cancel);
        List<double> times = [];
        for (var i = 0; i < Rounds + WarmUp; i++)
        {
            var took = await InTurn.TimeAsync(served.Client, $"/documents?q={Uri.EscapeDataString(Queries[i % Queries.Length])}");
            if (i >= WarmUp)
            {
                times.Add(took);
            }
        }

        return new Measure("document search", $"words inside {Documents:N0} documents of one school, 95 of 100") { Kind = "guide", Unit = "ms" }.AtMost(50, InTurn.Quantile(times, 0.95)) with
        {
            Detail = new Dictionary<string, object> { ["medianMs"] = Math.Round(InTurn.Quantile(times, 0.5), 2) }
        };
    }

    private static async Task MakeAsync(BenchPlace bench, CancellationToken cancel)
    {
        await using var db = bench.Place.Database.Open(Tenancy.Of(bench.School));
        if (await db.Documents.CountAsync(cancel) >= Documents)
        {
            return;
        }

        var dice = new Dice(bench.Size.Seed, "papers");
        var now = MillisecondClock.System.GetCurrentInstant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = new BulkRows(db);
        var record = new BulkRecord(db, rows);
        foreach (var pupil in bench.Pupils)
        {
            await record.GoOnAsync(pupil.Value, cancel);
        }

        for (var i = 0; i < Documents; i++)
        {
            var pupil = bench.Pupils[i % bench.Pupils.Count];
            var name = string.Create(CultureInfo.InvariantCulture, $"Report {i}.pdf");
            var details = new DocumentDetails { Title = name, Category = DocumentCategory.Assessment, DatedOn = new(2025, 1 + i % 12, 1 + i % 28), Visibility = Visibility.Staff };
            var file = new ReceivedFile(name, FileKind.Pdf, 1000 + i, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), IsLocked: false);
            var kept = Document.Keep(Id<Document>.New(), bench.School, [pupil], details, file, bench.Senco, now).OrThrow();
            var text = DocumentText.For(kept.Version);
            (text.State, text.Text) = (TextState.Read, string.Join(' ', Enumerable.Range(0, WordsInEach).Select(_ => dice.Pick(Vocabulary))));
            record.Keep(new DocumentKept(pupil, kept.Document.Id), bench.Senco.Value, now, [kept.Document, kept.Version, text, .. kept.Pupils]);
            await rows.FlushIfManyAsync(cancel);
        }

        await rows.FlushAsync(cancel);

        // A document goes into the search tables with the words that are there when it changes. All at once takes longer than a page may.
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(x => x.Title, x => x.Title), cancel);
        await transaction.CommitAsync(cancel);
    }
}
