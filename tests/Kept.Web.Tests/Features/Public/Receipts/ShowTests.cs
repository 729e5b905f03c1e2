using System.Net;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Store.Ledger;
using Kept.Web.Tests.Ledger;
using Kept.Web.Tests.World;
using NodaTime;

namespace Kept.Web.Tests.Features.Public.Receipts;

/// <summary>Anybody with a receipt asks the record, signed in nowhere.</summary>
public sealed class ShowTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task It_verifies_and_after_one_altered_letter_in_the_record_it_does_not()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday", World.Teacher);
        var code = await CodeAsync(action, World.Leo);
        var stranger = Host.SignedOut();

        var soFar = await TypeAsync(stranger, code.Replace('-', ' ').ToLowerInvariant());
        Assert.Equal(("This receipt is real so far", $"/receipt/{code}"), (soFar.Heading, soFar.Url));
        Assert.Contains("Please come back after tomorrow", soFar.Text, StringComparison.Ordinal);

        var checkpoint = await CheckpointAsync();
        var real = await stranger.GetAsync($"/receipt/{code}");
        Assert.Equal("This receipt is real", real.Heading);
        Assert.Contains(Seal.InWords(checkpoint.Hash), real.Text, StringComparison.Ordinal);
        Assert.Contains(Seal.InWords(checkpoint.Hash), (await stranger.GetAsync(real.LinkTo("The seal of each day"))).Text, StringComparison.Ordinal);
        SaysNothing(soFar, real);

        await new Tamperer(Host).DoAsync($"UPDATE actions SET what = 'Ring every Fridaz' WHERE id = {Tamperer.Sql(action.Id.Value)}");
        var bad = await stranger.GetAsync($"/receipt/{code}");
        Assert.Equal("This receipt does not match", bad.Heading);
        Assert.Contains("keep the paper", bad.Text, StringComparison.Ordinal);
        SaysNothing(bad);
    }

    [Fact]
    public async Task A_made_up_code_one_of_another_school_and_one_of_a_changed_record_read_alike()
    {
        var action = await World.AddActionAsync(World.Noah, "Meet at the gate");
        var real = Receipt.Read(await CodeAsync(action, World.Noah))!;
        var stranger = Host.SignedOut();
        Assert.Equal("This receipt is real so far", (await stranger.GetAsync($"/receipt/{real.Code}")).Heading);
        Receipt[] wrong =
        [
            real with { Proof = real.Proof + 1 }, real with { Chain = real.Chain + 1 }, real with { Number = real.Number + 1 }, real with { Row = real.Row + 1 },
            real with { School = Receipt.For(World.Riverside.Id, World.Noah.Id.Value, 1, 0, [])!.School }, new(0, 0, 1, 0, 0)
        ];

        var answers = new HashSet<(HttpStatusCode, string)>();
        foreach (var made in wrong)
        {
            var page = await stranger.GetAsync($"/receipt/{made.Code}");
            answers.Add((page.Status, page.Html.Replace(made.Code, "", StringComparison.Ordinal)));
        }

        await new Tamperer(Host).DoAsync($"UPDATE actions SET what = 'Meet at the gape' WHERE id = {Tamperer.Sql(action.Id.Value)}");
        var changed = await stranger.GetAsync($"/receipt/{real.Code}");
        answers.Add((changed.Status, changed.Html.Replace(real.Code, "", StringComparison.Ordinal)));
        Assert.Single(answers);
        Assert.Contains("does not match", answers.Single().Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_code_is_told_so_beside_its_field_and_what_was_typed_stays()
    {
        var stranger = Host.SignedOut();
        var page = await stranger.SubmitAsync((await stranger.GetAsync("/receipt")).Form(), ("Code", "7GQ2-MX4D-0RTA-K9PW"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["This is not a code from a receipt. One letter may be wrong. Please look again."], page.Errors);
        Assert.Equal("7GQ2-MX4D-0RTA-K9PW", page.Document.QuerySelector("#Code")!.GetAttribute("value"));
        var none = await stranger.GetAsync("/receipt/7GQ2-MX4D-0RTA-K9PW");
        Assert.Equal((HttpStatusCode.NotFound, "No such receipt"), (none.Status, none.Heading));
    }

    [Fact]
    public async Task It_speaks_the_readers_language_and_keeps_to_it()
    {
        var stranger = Host.SignedOut();
        var page = await stranger.GetAsync("/receipt");
        var urdu = await stranger.GetAsync(page.LinkTo("اردو"));
        Assert.Equal(("ur", "rtl"), (urdu.Document.DocumentElement.GetAttribute("lang"), urdu.Document.DocumentElement.GetAttribute("dir")));

        var none = await stranger.SubmitAsync(urdu.Form(), ("Code", "x"));
        Assert.Equal("ur", none.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ur", (await stranger.GetAsync("/proof/hillview/checkpoints")).Document.DocumentElement.GetAttribute("lang"));
    }

    private static void SaysNothing(params TestPage[] pages)
    {
        foreach (var page in pages)
        {
            Assert.All(["Leo", "Bennett", "Ring", "Ellis", "Laura", "Hillview School"], word => Assert.DoesNotContain(word, page.Html, StringComparison.Ordinal));
        }
    }

    private static async Task<TestPage> TypeAsync(TestClient stranger, string code) =>
        await stranger.SubmitAsync((await stranger.GetAsync("/receipt")).Form(), ("Code", code));

    /// <summary>As the child's mother has it on her paper; Noah has none, and so it is read from the ledger.</summary>
    private async Task<string> CodeAsync(AgreedAction action, TestPupil child)
    {
        if (child.Id == World.Leo.Id)
        {
            var mother = await Host.AsCarerAsync(World.LeosMother, World.Leo);
            return (await mother.GetAsync($"/family/hillview/{child.Id}/receipts/{action.Id}")).Texts(".key").Single();
        }

        await using var db = Host.OpenDb();
        var link = db.LedgerLinks.Where(l => l.Chain == child.Id.Value).OrderByDescending(l => l.Number).First();
        return Receipt.For(World.Hillview.Id, child.Id.Value, link.Number, 0, link.Hash)!.Code;
    }

    private async Task<Checkpoint> CheckpointAsync()
    {
        Host.Clock.Pass(Duration.FromDays(1));
        using var key = LedgerKey.OpenOrMake(Host.Place.Directory);
        return (await new Checkpoints(Host.Place.Database, Host.Clock).MakeForTodayAsync(key, Cancel))!;
    }
}
