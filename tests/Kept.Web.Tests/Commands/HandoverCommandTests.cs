using Kept.Web.Commands;
using Kept.Web.Tests.Transfers;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Commands;

/// <summary>A record taken from one data folder and read into another, as whoever runs the two machines does it.</summary>
[Collection(nameof(ImportCommandTests))]
public sealed class HandoverCommandTests(Template template) : TwoKepts(template)
{
    [Fact]
    public async Task A_record_goes_from_one_folder_to_another_once()
    {
        await There.AddEntryAsync(There.Leo, "Late on Mondays");
        await There.AddActionAsync(There.Leo, "Share a shorter plan", There.Teacher);
        var file = Path.Combine(First.Place.Directory, "leo.kept");

        var (code, said, complaint) = await RunAsync(First, "export", "handover", "--school", "hillview", "--pupil", There.Leo.Upn, "--agreed", "4 May 2030", "--out", file);
        Assert.Equal(2, code);
        Assert.Contains("has not agreed yet", complaint, StringComparison.Ordinal);
        (code, said, complaint) = await RunAsync(First, "export", "handover", "--school", "hillview", "--pupil", There.Leo.Upn, "--agreed", "4 May 2026", "--out", file);
        Assert.True(code is 0, complaint);
        Assert.Contains("Signed with the key", said, StringComparison.Ordinal);

        string[] take = ["import", "handover", file, "--school", "riverside"];
        Assert.Contains("Choose the one person", (await RunAsync(Second, take)).Complaint, StringComparison.Ordinal);
        (_, said, _) = await RunAsync(Second, [.. take, "--owner", Here.RiversideSenco.Email, "--dry-run"]);
        Assert.Contains("would be added", said, StringComparison.Ordinal);
        (code, said, complaint) = await RunAsync(Second, [.. take, "--owner", Here.RiversideSenco.Email]);
        Assert.True(code is 0, complaint);
        Assert.Contains("Riverside School: Leo Bennett", said, StringComparison.Ordinal);
        Assert.Contains("here already. Nothing was changed", (await RunAsync(Second, take)).Said, StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes[^300] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        (code, _, complaint) = await RunAsync(Second, take);
        Assert.Equal(2, code);
        Assert.Contains("Nothing was changed", complaint, StringComparison.Ordinal);
        (code, _, complaint) = await RunAsync(First, "export", "handover", "--school", "hillview", "--pupil", There.Leo.Upn, "--out", file, "--safeguarding");
        Assert.Equal(2, code);
        Assert.Contains("Only a safeguarding lead", complaint, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said, string Complaint)> RunAsync(KeptHost at, params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complaint = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complaint);
            string[] where = TestDatabase.IsPostgres ? ["--database", at.Place.Database.ConnectionString] : [];
            var code = await KeptCommand.RunAsync([.. arguments, "--data", at.Place.Directory, .. where]);
            return (code, said.ToString(), complaint.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
