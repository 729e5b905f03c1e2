using System.CommandLine;
using System.Text;
using System.Text.Json;
using Kept.Domain.Coach;
using Kept.Web.Commands;
using NodaTime;

namespace Kept.Web.Tests.Commands;

public sealed class CoachCommandTests : IDisposable
{
    private const string People = """
        kind,name,initials,role,teaches
        staff,Mrs Amina Khan,AK,SENCO,
        staff,Mrs Amina Khan,AK,DSL,
        carer,Ms Laura Bennett,,mother,
        """;

    private const string Calendar = """
        kind,from,to,title
        term,2026-04-13,2026-07-21,Summer term
        bank-holiday,2026-05-04,2026-05-04,Early May bank holiday
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-coach-");

    [Fact]
    public async Task Each_line_in_gives_one_object_out()
    {
        var (code, output, _) = await RunAsync("SENCO to ring “mum” by 4 May\n\nI to ring dad\n", Files("--on", "2026-04-23"));

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, code);
        Assert.Equal(3, lines.Length);
        Assert.Contains("“mum”", lines[0], StringComparison.Ordinal);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("Mrs Amina Khan", first.RootElement.GetProperty("owner").GetProperty("name").GetString());
        Assert.Equal("2026-05-04", first.RootElement.GetProperty("due").GetString());
        Assert.Equal("closed-day", first.RootElement.GetProperty("advice")[0].GetProperty("code").GetString());
        using var empty = JsonDocument.Parse(lines[1]);
        Assert.Equal("", empty.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Today_is_the_clocks_day_in_London()
    {
        var (_, output, _) = await RunAsync("SENCO to ring mum tomorrow", Files());

        Assert.Contains("\"due\":\"2026-04-25\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_is_asked_for_by_its_slug()
    {
        var (code, _, error) = await RunAsync("", ["--school", "nowhere"]);

        Assert.Equal((2, "There is no school called \"nowhere\" here."), (code, error.Trim()));
    }

    [Theory]
    [InlineData("kind,name\nalien,Bob\n", "line 2, has the kind \"alien\"")]
    [InlineData("name\nBob\n", "has no column \"kind\"")]
    [InlineData("", "has no column \"kind\"")]
    public async Task A_wrong_file_is_explained(string people, string reason)
    {
        var (code, _, error) = await RunAsync("", ["--people", Write("wrong.csv", people)]);

        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_a_wrong_date_are_explained()
    {
        Assert.Equal(2, (await RunAsync("", ["--calendar", "/nowhere.csv"])).Code);
        Assert.Equal(2, (await RunAsync("", ["--on", "23/4"])).Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Files(params string[] more) =>
        ["--people", Write("people.csv", People), "--calendar", Write("calendar.csv", Calendar), .. more];

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string input, string[] arguments)
    {
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var to = new MemoryStream();
        await using var error = new StringWriter();
        var command = CoachCommand.Create(new LateEvening(), (_, _, _) => Task.FromResult<CoachContext?>(null), from, to);

        var code = await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Error = error }, TestContext.Current.CancellationToken);

        return (code, Encoding.UTF8.GetString(to.ToArray()), error.ToString());
    }

    /// <summary>23:30 in universal time on 23 April is already the 24th in London.</summary>
    private sealed class LateEvening : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 4, 23, 23, 30);
    }
}
