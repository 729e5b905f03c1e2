using Kept.Domain.Ledger;
using Kept.Domain.Log;
using Kept.Store.Ledger;
using Kept.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Tests.Ledger;

/// <summary>Each test works on a database of its own: a host for each, since what is broken stays broken.</summary>
public sealed class RecordVerifierTests(Template template) : IAsyncLifetime
{
    private readonly HostWithoutCheckpoints host = new(template);

    private SmallWorld World => host.World;

    private Tamperer Tamperer => new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_record_in_ordinary_use_is_intact()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Late on Mondays", reviewOn: World.Today.PlusDays(7));
        var action = await World.AddActionAsync(World.Leo, "Share a shorter start-of-day plan", entry: entry);
        await World.AddEnquiryAsync(World.Zainab, "Asks who to ring");
        await World.ChangeAsync(action, a => a.Start(host.Clock.Now));
        await World.ChangeAsync(action, a => a.MarkDone("He comes in calmly", "plan in the file", World.Today, host.Clock.Now));

        var proof = await VerifyAsync();

        Assert.True(proof.IsIntact, Told(proof));
        Assert.Equal(2, proof.Schools.Count);
        Assert.Equal(3, proof.Schools.Single(s => s.Slug == "hillview").Pupils);
        Assert.True(proof.Schools.Sum(s => s.Events) > 5);
    }

    [Fact]
    public async Task One_school_can_be_verified_alone() =>
        Assert.Equal(["riverside"], (await VerifyAsync("riverside")).Schools.Select(s => s.Slug));

    [Theory]
    [InlineData("UPDATE log_entries SET issue = 'Early on Mondays'", "has been changed since")]
    [InlineData("UPDATE log_entries SET visibility = 'safeguarding'", "has been changed since")]
    [InlineData("UPDATE log_entries SET channel = 'carrier-pigeon'", "cannot be read")]
    [InlineData("DELETE FROM log_entries", "is gone")]
    [InlineData("UPDATE ledger_contents SET content = replace(content, 'Mondays', 'Tuesdays')", "What it says has been changed")]
    [InlineData("DELETE FROM ledger_contents WHERE content LIKE '%Mondays%'", "What it says is gone")]
    [InlineData("UPDATE ledger_contents SET salt = NULL, content = NULL WHERE content LIKE '%Mondays%'", "What it says has been changed")]
    [InlineData("UPDATE ledger_links SET kind = 'entry-praised' WHERE kind = 'entry-kept'", "Its link has been changed")]
    [InlineData("UPDATE ledger_links SET actor = chain WHERE kind = 'entry-kept'", "Its link has been changed")]
    public async Task A_change_behind_Kepts_back_is_found_at_its_pupil_and_event(string sql, string what)
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        var number = await LengthAsync(World.Leo.Id.Value);

        await Tamperer.DoAsync(sql);

        var found = Assert.Single((await VerifyAsync()).Schools.Single(s => s.Slug == "hillview").Breaks);
        Assert.Equal(World.Leo.Id.Value, found.Chain);
        Assert.Contains(what, found.What, StringComparison.Ordinal);
        Assert.True(found.Number == number || what is "cannot be read", $"event {found.Number}, and not {number}");
    }

    [Theory]
    [InlineData("UPDATE messages SET words = 'We never said so' WHERE number = 2", "has been changed since")]
    [InlineData("UPDATE messages SET words = words || '.' WHERE number = 1", "has been changed since")]
    [InlineData("UPDATE message_threads SET carer_id = with_id", "has been changed since")]
    [InlineData("DELETE FROM messages WHERE number = 2", "is gone")]
    public async Task An_altered_byte_in_a_message_is_found(string sql, string what)
    {
        var thread = await World.AddThreadAsync(World.Leo, World.LeosMother, "Coat");
        await World.AddMessageAsync(thread, "You may bring it", World.Teacher);
        var before = await VerifyAsync();
        Assert.True(before.IsIntact, Told(before));

        await Tamperer.DoAsync(sql);

        var found = Assert.Single((await VerifyAsync()).Schools.Single(s => s.Slug == "hillview").Breaks);
        Assert.Equal(World.Leo.Id.Value, found.Chain);
        Assert.Contains(what, found.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_no_event_tells_of_is_found()
    {
        var entry = await World.AddEntryAsync(World.Leo, "Late on Mondays");
        var copied = "school_id, pupil_id, logged_by_id, logged_at, happened_on, channel, issue, visibility, version";
        await Tamperer.DoAsync($"INSERT INTO log_entries (id, {copied}) SELECT {Tamperer.Sql(Guid.CreateVersion7())}, {copied} FROM log_entries WHERE id = {Tamperer.Sql(entry.Id.Value)}");

        var found = Assert.Single((await VerifyAsync()).Schools.Single(s => s.Slug == "hillview").Breaks);
        Assert.Equal(World.Leo.Id.Value, found.Chain);
        Assert.Contains("no event tells of", found.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_broken_chain_is_named_and_not_the_first_alone()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await World.AddEntryAsync(World.Noah, "Late on Mondays");

        await Tamperer.DoAsync("UPDATE log_entries SET issue = 'Never late'; UPDATE people SET family_name = 'Kahn' WHERE family_name = 'Khan'");

        var found = (await VerifyAsync()).Schools.Single(s => s.Slug == "hillview").Breaks.Select(b => b.Chain);
        Assert.Equal(new[] { World.Hillview.Id.Value, World.Leo.Id.Value, World.Noah.Id.Value }.Order(), found.Order());
    }

    [Fact]
    public async Task An_event_taken_out_of_the_middle_is_found()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await World.AddEntryAsync(World.Leo, "Still late");
        var length = await LengthAsync(World.Leo.Id.Value);
        var leo = Tamperer.Sql(World.Leo.Id.Value);

        await Tamperer.DoAsync($"DELETE FROM ledger_contents WHERE chain = {leo} AND number = {length - 1}; DELETE FROM ledger_links WHERE chain = {leo} AND number = {length - 1}");

        var found = Assert.Single((await VerifyAsync()).Schools.SelectMany(s => s.Breaks));
        Assert.Equal($"Event {length - 1} before it is missing.", found.What);
    }

    [Fact]
    public async Task A_chain_cut_short_with_its_rows_is_found_by_the_checkpoint()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        var length = await LengthAsync(World.Leo.Id.Value);
        await CheckpointAsync();
        var leo = Tamperer.Sql(World.Leo.Id.Value);

        await Tamperer.DoAsync($"DELETE FROM log_entries; DELETE FROM ledger_contents WHERE chain = {leo} AND number = {length}; DELETE FROM ledger_links WHERE chain = {leo} AND number = {length}");

        var found = Assert.Single((await VerifyAsync()).Schools.SelectMany(s => s.Breaks));
        Assert.Equal((World.Leo.Id.Value, length), (found.Chain, found.Number));
        Assert.Contains("had seen it", found.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_event_forged_with_its_hash_is_found_by_the_checkpoint()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await CheckpointAsync();
        await using var db = host.OpenDb();
        var last = await db.LedgerLinks.Where(l => l.Chain == World.Leo.Id.Value).OrderByDescending(l => l.Number).FirstAsync(Cancel);
        var forged = new Link(last.Chain, last.Number, last.At, last.Actor, "entry-praised", last.ContentDigest, last.Before).Hash();
        var literal = TestDatabase.IsPostgres ? $"'\\x{Convert.ToHexString(forged)}'" : $"x'{Convert.ToHexString(forged)}'";

        await Tamperer.DoAsync($"UPDATE ledger_links SET kind = 'entry-praised', hash = {literal} WHERE kind = 'entry-kept'");

        var found = Assert.Single((await VerifyAsync()).Schools.SelectMany(s => s.Breaks));
        Assert.Contains("not the event that checkpoint", found.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE checkpoints SET made_on = '2026-01-01' WHERE number = 1", "Checkpoint 1 has been changed.")]
    [InlineData("DELETE FROM checkpoint_heads WHERE checkpoint = 1; DELETE FROM checkpoints WHERE number = 1", "Checkpoint 1 is missing.")]
    [InlineData("DELETE FROM checkpoint_heads WHERE checkpoint = 2", "Checkpoint 2 has been changed.")]
    public async Task A_checkpoint_that_was_tampered_with_is_found(string sql, string wrong)
    {
        await CheckpointAsync();
        await World.AddEntryAsync(World.Leo, "Late on Mondays");
        await CheckpointAsync();

        await Tamperer.DoAsync(TestDatabase.IsPostgres ? $"SELECT set_config('kept.school', '*', false); {sql}" : sql);

        Assert.Equal(wrong, (await VerifyAsync()).Checkpoints.Wrong);
    }

    [Fact]
    public async Task A_checkpoint_signed_with_another_key_is_found()
    {
        await CheckpointAsync();
        using var other = LedgerKey.OpenOrMake(Directory.CreateTempSubdirectory("kept_key_").FullName);

        var proof = await Verifier().VerifyAsync(slug: null, other, progress: null, Cancel);

        Assert.Equal("Checkpoint 1 was not signed with this key.", proof.Checkpoints.Wrong);
    }

    [Fact]
    public async Task Erasure_by_law_leaves_the_chain_whole()
    {
        await World.AddEntryAsync(World.Leo, "Late on Mondays");

        await Tamperer.DoAsync("UPDATE ledger_contents SET salt = NULL, content = NULL, erased_because = 'UK GDPR article 17' WHERE content LIKE '%Mondays%'; DELETE FROM log_entries");

        var proof = await VerifyAsync();
        Assert.True(proof.IsIntact, Told(proof));
        Assert.Equal(1, proof.Schools.Sum(s => s.Erased));
    }

    [Fact]
    public async Task A_damaged_file_is_told_in_a_sentence()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Only SQLite has a file");
        var folder = Directory.CreateTempSubdirectory("kept_damaged_").FullName;
        var file = Path.Combine(folder, "kept.db");
        await using (var db = host.OpenDb())
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", Cancel);
        }

        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        Random.Shared.NextBytes(bytes.AsSpan(8192, bytes.Length - 8192));
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        var damaged = Store.Database.OfFile(file);

        var proof = await new RecordVerifier(damaged, new Checkpoints(damaged, host.Clock)).VerifyAsync(slug: null, key: null, progress: null, Cancel);

        Assert.False(proof.IsIntact);
        Assert.Contains("damaged", proof.Damage[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE ledger_links SET kind = 'x'")]
    [InlineData("DELETE FROM ledger_links")]
    [InlineData("UPDATE checkpoints SET number = 2")]
    [InlineData("DELETE FROM checkpoint_heads")]
    public async Task The_database_itself_refuses_to_change_the_ledger(string sql)
    {
        await CheckpointAsync();
        await using var db = host.OpenDb();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));

        Assert.Contains("the ledger is append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_one_checkpoint_a_day_however_many_nodes_make_it()
    {
        host.Clock.Pass(Duration.FromDays(1));
        using var key = LedgerKey.OpenOrMake(host.Place.Directory);
        var nodes = Enumerable.Range(0, 4).Select(_ => new Checkpoints(host.Place.Database, host.Clock).MakeForTodayAsync(key, Cancel));

        var made = await Task.WhenAll(nodes);

        Assert.Single(made, c => c is not null);
        Assert.True((await VerifyAsync()).IsIntact);
    }

    private RecordVerifier Verifier() => new(host.Place.Database, new Checkpoints(host.Place.Database, host.Clock));

    private async Task<Proof> VerifyAsync(string? slug = null)
    {
        using var key = LedgerKey.OpenOrMake(host.Place.Directory);
        return await Verifier().VerifyAsync(slug, key, progress: null, Cancel);
    }

    /// <summary>A day goes by, and its checkpoint is made.</summary>
    private async Task CheckpointAsync()
    {
        host.Clock.Pass(Duration.FromDays(1));
        using var key = LedgerKey.OpenOrMake(host.Place.Directory);
        Assert.NotNull(await new Checkpoints(host.Place.Database, host.Clock).MakeForTodayAsync(key, Cancel));
    }

    private async Task<long> LengthAsync(Guid chain)
    {
        await using var db = host.OpenDb();
        return await db.LedgerLinks.Where(l => l.Chain == chain).MaxAsync(l => l.Number, Cancel);
    }

    private static string Told(Proof proof) =>
        string.Join('\n', [.. proof.Damage, proof.Checkpoints.Wrong ?? "", .. proof.Schools.SelectMany(s => s.Breaks).Select(b => b.ToString())]);
}
