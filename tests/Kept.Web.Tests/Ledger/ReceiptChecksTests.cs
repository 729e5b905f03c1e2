using Kept.Domain.Access;
using Kept.Domain.Actions;
using Kept.Domain.Ledger;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Ledger;

/// <summary>The receipt verifies; after one altered byte in the record it does not. A database for each test: what is broken stays broken.</summary>
public sealed class ReceiptChecksTests(Template template) : IAsyncLifetime
{
    private readonly HostWithoutCheckpoints host = new(template);

    private SmallWorld World => host.World;

    private Tamperer Tamperer => new(host);

    private string Leo => Tamperer.Sql(World.Leo.Id.Value);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_real_so_far_and_then_covered_and_stays_so_whatever_honestly_happens_next()
    {
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday");
        var receipt = await ReceiptAsync(action);

        Assert.Equal(ReceiptStands.NotYetCovered, await StandsAsync(receipt));

        await CheckpointAsync();
        var found = await CheckAsync(receipt);
        Assert.Equal(ReceiptStands.Covered, found.Stands);
        Assert.Equal((1, "hillview", false), (found.Checkpoint!.Number, found.Slug, found.IsErased));

        await World.ChangeAsync(action, a => a.Start(host.Clock.Now));
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await CheckpointAsync();
        await World.ChangeAsync(action, a => a.MarkDone("He is calmer", null, World.Today, host.Clock.Now));
        Assert.Equal((ReceiptStands.Covered, 1L), await CheckAsync(receipt) is { } again ? (again.Stands, again.Checkpoint!.Number) : default);
        Assert.Equal(ReceiptStands.NotYetCovered, await StandsAsync(await ReceiptAsync(action)));
    }

    [Theory]
    [InlineData("UPDATE actions SET what = 'Ring every Fridaz' WHERE id = {action}")]
    [InlineData("UPDATE actions SET owner_id = {teacher} WHERE id = {action}")]
    [InlineData("UPDATE actions SET due_on = agreed_on WHERE id = {action}")]
    [InlineData("UPDATE actions SET status = 'dome' WHERE id = {action}")]
    [InlineData("DELETE FROM action_changes; DELETE FROM actions WHERE id = {action}")]
    [InlineData("UPDATE ledger_contents SET content = replace(content, 'Friday', 'Fridaz') WHERE chain = {leo} AND number = {own}")]
    [InlineData("UPDATE ledger_contents SET content = replace(content, 'Mondays', 'Sundays') WHERE chain = {leo} AND number = {later}")]
    [InlineData("DELETE FROM ledger_contents WHERE chain = {leo} AND number = {own}")]
    [InlineData("UPDATE ledger_contents SET salt = NULL, content = NULL WHERE chain = {leo} AND number = {own}")]
    [InlineData("UPDATE ledger_links SET kind = 'actions-importee' WHERE chain = {leo} AND number = {own}")]
    [InlineData("UPDATE ledger_links SET actor = {leo} WHERE chain = {leo} AND number = {own}")]
    [InlineData("UPDATE ledger_links SET kind = 'entry-kepu' WHERE chain = {leo} AND number = {later}")]
    [InlineData("DELETE FROM ledger_contents WHERE chain = {leo} AND number = {own}; DELETE FROM ledger_links WHERE chain = {leo} AND number = {own}")]
    [InlineData("DELETE FROM ledger_contents WHERE chain = {leo} AND number = {own} - 1; DELETE FROM ledger_links WHERE chain = {leo} AND number = {own} - 1")]
    [InlineData("DELETE FROM ledger_contents WHERE chain = {leo} AND number = {later}; DELETE FROM ledger_links WHERE chain = {leo} AND number = {later}")]
    [InlineData("UPDATE checkpoints SET made_on = '2026-05-01'")]
    [InlineData("UPDATE checkpoint_heads SET number = number - 1 WHERE chain = {leo}")]
    [InlineData("DELETE FROM checkpoint_heads WHERE chain = {leo}")]
    [InlineData("DELETE FROM checkpoint_heads WHERE chain <> {leo}")]
    public async Task After_a_change_behind_Kepts_back_it_does_not_match(string sql)
    {
        var (receipt, action, numbers) = await CoveredAsync();

        await Tamperer.DoAsync(Filled(sql, action, numbers));

        Assert.Equal(ReceiptStands.DoesNotMatch, await StandsAsync(receipt));
    }

    [Theory]
    [InlineData("ledger_links", "hash", "chain = {leo} AND number = {own}")]
    [InlineData("ledger_links", "before", "chain = {leo} AND number = {own}")]
    [InlineData("ledger_links", "content_digest", "chain = {leo} AND number = {own}")]
    [InlineData("ledger_links", "hash", "chain = {leo} AND number = {own} - 1")]
    [InlineData("ledger_links", "hash", "chain = {leo} AND number = {later}")]
    [InlineData("ledger_links", "content_digest", "chain = {leo} AND number = {later}")]
    [InlineData("ledger_contents", "salt", "chain = {leo} AND number = {own}")]
    [InlineData("ledger_contents", "salt", "chain = {leo} AND number = {later}")]
    [InlineData("checkpoints", "hash", "number = 1")]
    [InlineData("checkpoints", "before", "number = 1")]
    [InlineData("checkpoints", "signature", "number = 1")]
    [InlineData("checkpoint_heads", "hash", "chain = {leo}")]
    public async Task After_one_altered_bit_it_does_not_match(string table, string column, string where)
    {
        var (receipt, action, numbers) = await CoveredAsync();
        var rows = Filled(where, action, numbers);
        var select = $"SELECT {column} AS \"Value\" FROM {table} WHERE {rows}";
        byte[] bytes;
        await using (var db = host.OpenDb())
        {
            bytes = await db.Database.SqlQueryRaw<byte[]>(select).SingleAsync(Cancel);
        }

        bytes[^1] ^= 1;
        await Tamperer.DoAsync($"UPDATE {table} SET {column} = {Literal(bytes)} WHERE {rows}");

        Assert.Equal(ReceiptStands.DoesNotMatch, await StandsAsync(receipt));
    }

    [Fact]
    public async Task A_past_made_anew_with_all_its_hashes_does_not_match()
    {
        var (receipt, action, numbers) = await CoveredAsync();
        await ForgeAsync(numbers.Own, content => content.Replace("Friday", "Fridaz", StringComparison.Ordinal));
        await Tamperer.DoAsync(Filled("UPDATE actions SET what = 'Ring every Fridaz' WHERE id = {action}", action, numbers));

        Assert.Equal(ReceiptStands.DoesNotMatch, await StandsAsync(receipt));
    }

    [Fact]
    public async Task What_came_after_made_anew_with_all_its_hashes_and_the_checkpoints_head_does_not_match()
    {
        var (receipt, _, numbers) = await CoveredAsync();
        var head = await ForgeAsync(numbers.Later, content => content);
        Assert.Equal(ReceiptStands.DoesNotMatch, await StandsAsync(receipt));

        await Tamperer.DoAsync($"UPDATE checkpoint_heads SET hash = {Literal(head)} WHERE chain = {Leo}");

        Assert.Equal(ReceiptStands.DoesNotMatch, await StandsAsync(receipt));
    }

    [Fact]
    public async Task A_checkpoint_signed_by_somebody_else_does_not_match_and_without_a_key_nobody_can_say()
    {
        var (receipt, _, _) = await CoveredAsync();
        var folder = Directory.CreateTempSubdirectory("kept_other_key_").FullName;
        using var other = LedgerKey.OpenOrMake(folder);

        Assert.Equal(ReceiptStands.DoesNotMatch, (await CheckAsync(receipt, other)).Stands);
        Assert.Equal(ReceiptStands.CannotSay, (await CheckAsync(receipt, key: null)).Stands);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_the_law_had_erased_is_said_and_the_rest_still_holds()
    {
        var (receipt, action, numbers) = await CoveredAsync();

        await Tamperer.DoAsync(Filled(
            "UPDATE ledger_contents SET salt = NULL, content = NULL, erased_because = 'UK GDPR article 17' WHERE chain = {leo} AND number = {own}; DELETE FROM action_changes; DELETE FROM actions WHERE id = {action}",
            action,
            numbers));

        var found = await CheckAsync(receipt);
        Assert.Equal((ReceiptStands.Covered, true), (found.Stands, found.IsErased));
    }

    [Fact]
    public async Task That_something_else_was_erased_is_not_told()
    {
        var (receipt, action, numbers) = await CoveredAsync();

        await Tamperer.DoAsync(Filled(
            "UPDATE ledger_contents SET salt = NULL, content = NULL, erased_because = 'UK GDPR article 17' WHERE chain = {leo} AND number = {later}", action, numbers));

        var found = await CheckAsync(receipt);
        Assert.Equal((ReceiptStands.Covered, false), (found.Stands, found.IsErased));
    }

    [Fact]
    public async Task A_code_that_somebody_made_up_and_one_that_was_taken_apart_find_nothing()
    {
        var (receipt, _, _) = await CoveredAsync();

        foreach (var other in new[]
        {
            receipt with { School = receipt.School ^ 1 },
            receipt with { Chain = receipt.Chain ^ 1 },
            receipt with { Number = receipt.Number + 1 },
            receipt with { Row = receipt.Row + 1 },
            receipt with { Proof = receipt.Proof ^ 1 },
            receipt with { School = Receipt.For(World.Riverside.Id, World.Leo.Id.Value, 1, 0, [])!.School }
        })
        {
            Assert.Equal(ReceiptFinding.Mismatch, await CheckAsync(other));
        }
    }

    [Fact]
    public async Task Each_of_two_that_were_agreed_together_has_its_own()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Late on Mondays", reviewOn: World.Today.PlusDays(7));
        var first = await World.AddActionAsync(World.Leo, "Ring every Friday", entry: entry);
        var second = await World.AddActionAsync(World.Leo, "Meet him at the gate", entry: entry);
        var (one, two) = (await ReceiptAsync(first), await ReceiptAsync(second));
        Assert.NotEqual(one, two);
        await CheckpointAsync();

        await Tamperer.DoAsync($"UPDATE actions SET what = 'Meet him' WHERE id = {Tamperer.Sql(second.Id.Value)}");

        Assert.Equal((ReceiptStands.Covered, ReceiptStands.DoesNotMatch), (await StandsAsync(one), await StandsAsync(two)));
    }

    [Fact]
    public async Task Who_may_not_read_it_gets_none()
    {
        var shared = await World.AddActionAsync(World.Leo, "Ring every Friday");
        foreach (var narrow in new[] { Visibility.Staff, Visibility.SendTeam, Visibility.Safeguarding })
        {
            Assert.Null(await PaperAsync(await World.AddActionAsync(World.Leo, "Hidden", visibility: narrow), World.LeosMother));
        }

        Assert.Null(await PaperAsync(await World.AddActionAsync(World.Zainab, "Picture cards"), World.LeosMother));
        Assert.Null(await PaperAsync(shared, World.ZainabsMother));
        Assert.NotNull(await PaperAsync(shared, World.LeosFather));
        await World.RestrictAsync(World.Leo, World.LeosFather, Domain.People.ContactRestriction.NoInformation);
        Assert.Null(await PaperAsync(shared, World.LeosFather));
    }

    private static string Literal(byte[] bytes) => TestDatabase.IsPostgres ? $"'\\x{Convert.ToHexString(bytes)}'" : $"x'{Convert.ToHexString(bytes)}'";

    private string Filled(string sql, AgreedAction action, (long Own, long Later) numbers) => sql
        .Replace("{leo}", Leo, StringComparison.Ordinal)
        .Replace("{teacher}", Tamperer.Sql(World.Teacher.Id.Value), StringComparison.Ordinal)
        .Replace("{action}", Tamperer.Sql(action.Id.Value), StringComparison.Ordinal)
        .Replace("{own}", $"{numbers.Own}", StringComparison.Ordinal)
        .Replace("{later}", $"{numbers.Later}", StringComparison.Ordinal);

    /// <summary>A promise whose receipt is covered, with an event before it and one after; the world is seen to be whole first.</summary>
    private async Task<(Receipt Receipt, AgreedAction Action, (long Own, long Later) Numbers)> CoveredAsync()
    {
        await World.AddEntryAsync(World.Zainab, "Asks who to ring");
        await World.AddEntryAsync(World.Leo, "Came in calmly");
        var action = await World.AddActionAsync(World.Leo, "Ring every Friday");
        var receipt = await ReceiptAsync(action);
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await CheckpointAsync();
        await World.AddEntryAsync(World.Leo, "After the checkpoint");
        Assert.Equal(ReceiptStands.Covered, await StandsAsync(receipt));
        return (receipt, action, (receipt.Number, receipt.Number + 1));
    }

    /// <summary>Writes the chain anew from this event on, as somebody could who holds the database and not the key. Gives what the checkpoint would have to say.</summary>
    private async Task<byte[]> ForgeAsync(long from, Func<string, string> change)
    {
        await using var db = host.OpenDb();
        var links = await db.LedgerLinks.AsNoTracking().Where(l => l.Chain == World.Leo.Id.Value && l.Number >= from).OrderBy(l => l.Number).ToListAsync(Cancel);
        var seen = await db.CheckpointHeads.Where(h => h.Chain == World.Leo.Id.Value).Select(h => h.Number).SingleAsync(Cancel);
        byte[] before = links[0].Before, head = [];
        foreach (var link in links)
        {
            var content = await db.LedgerContents.AsNoTracking().SingleAsync(c => c.Chain == link.Chain && c.Number == link.Number, Cancel);
            var words = change(content.Content!);
            var digest = Link.Digest(content.Salt, words);
            var hash = new Link(link.Chain, link.Number, link.At, World.Head.Id.Value, link.Kind, digest, before).Hash();
            var which = $"WHERE chain = {Leo} AND number = {link.Number}";
            await Tamperer.DoAsync(
                $"UPDATE ledger_links SET actor = {Tamperer.Sql(World.Head.Id.Value)}, content_digest = {Literal(digest)}, before = {Literal(before)}, hash = {Literal(hash)} {which};"
                + $"UPDATE ledger_contents SET content = '{words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}' {which}");
            before = hash;
            head = link.Number == seen ? hash : head;
        }

        return head;
    }

    private async Task<AgreementReceipt?> PaperAsync(AgreedAction action, TestPerson carer)
    {
        await using var db = host.OpenDb();
        var record = new VisibleRecord(db, new CarerViewer(World.Hillview.Id, carer.Id, carer.Name), host.Clock);
        return await new SharedWith(record, carer.Id, World.Leo.Id).ReceiptAsync(action.Id, Cancel);
    }

    private async Task<Receipt> ReceiptAsync(AgreedAction action) => (await PaperAsync(action, World.LeosMother))!.Receipt!;

    private async Task<ReceiptStands> StandsAsync(Receipt receipt) => (await CheckAsync(receipt)).Stands;

    private async Task<ReceiptFinding> CheckAsync(Receipt receipt)
    {
        using var key = LedgerKey.OpenOrMake(host.Place.Directory);
        return await CheckAsync(receipt, key);
    }

    private async Task<ReceiptFinding> CheckAsync(Receipt receipt, LedgerKey? key)
    {
        using var checks = new ReceiptChecks(host.Place.Database, new Checkpoints(host.Place.Database, host.Clock));
        return await checks.CheckAsync(receipt, key, Cancel);
    }

    /// <summary>A day goes by, and its checkpoint is made.</summary>
    private async Task CheckpointAsync()
    {
        host.Clock.Pass(Duration.FromDays(1));
        using var key = LedgerKey.OpenOrMake(host.Place.Directory);
        Assert.NotNull(await new Checkpoints(host.Place.Database, host.Clock).MakeForTodayAsync(key, Cancel));
    }
}
