using System.Text.RegularExpressions;

namespace Kept.Web.Tests.House;

/// <summary>What every file of the repository must be.</summary>
public sealed partial class FilesTests
{
    private const int MostLines = 300;
    private const string Features = "src/Kept.Web/Features/";

    private static readonly string[] BannedFolders = ["Services", "Helpers", "Managers", "Common", "Interfaces", "Utils", "Utilities", "Impl"];

    /// <summary>Pages that have no tests yet. A page leaves this list and never joins it.</summary>
    private static readonly string[] WithoutTests =
    [
        "Public/Look/Index"
    ];

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold()
    {
        Breaches.None(TooLong(Source.Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) || f.Path.StartsWith("tests/", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_file_too_long_would_be_noticed() =>
        Assert.Single(TooLong([new SourceFile("src/Long.cs", string.Join('\n', Enumerable.Repeat("x", MostLines + 1)))]));

    [Fact]
    public void No_folder_is_named_for_nothing_in_particular() => Breaches.None(NamedForNothing(Source.Files));

    [Fact]
    public void A_folder_named_for_nothing_would_be_noticed() =>
        Assert.Single(NamedForNothing([new SourceFile("src/Kept.Web/Helpers/Dates.cs", "")]));

    [Fact]
    public void No_file_speaks_of_the_machine_or_the_place_it_was_written_at() => Breaches.None(Telling(Source.Files.Where(f => f.Name != nameof(FilesTests) + ".cs")));

    [Theory]
    [InlineData("see /ho" + "me/ana/kept")]
    [InlineData("C:\\Use" + "rs\\ana")]
    public void A_file_that_told_would_be_noticed(string text) => Assert.Single(Telling([new SourceFile("src/Told.cs", text)]));

    [Fact]
    public void Lock_files_name_no_host() => Breaches.None(NamingHosts(Source.Files));

    [Fact]
    public void A_lock_file_that_named_a_host_would_be_noticed() =>
        Assert.Single(NamingHosts([new SourceFile("package-lock.json", "\"resolved\": \"https://feed.example/x.tgz\"")]));

    [Fact]
    public void Every_page_has_tests()
    {
        var tests = Source.Under("tests/Kept.Web.Tests/Features", "Tests.cs").ToList();
        var untested = Pages(Source.Files).Where(page => !HasTests(page, tests)).Select(NameOf).ToList();

        Breaches.None(untested.Except(WithoutTests).Select(page => $"{page} has no tests: write {TestsOf(page)}, or ask for its address in a test."));
        Breaches.None(WithoutTests.Except(untested).Select(page => $"{page} has tests now (or is gone): take it off the list in {nameof(FilesTests)}."));
    }

    [Fact]
    public void A_page_without_tests_would_be_noticed()
    {
        var page = new SourceFile("src/Kept.Web/Features/Staff/Log/Add.cshtml", "@page \"/pupils/{pupilId}/log\"\n");

        Assert.False(HasTests(page, [new SourceFile("tests/Kept.Web.Tests/Features/Staff/Log/EditTests.cs", "GetAsync($\"/pupils/{leo.Id}\")")]));
        Assert.True(HasTests(page, [new SourceFile("tests/Kept.Web.Tests/Features/Staff/Log/EditTests.cs", "GetAsync($\"/pupils/{leo.Id}/log\")")]));
        Assert.True(HasTests(page, [new SourceFile("tests/Kept.Web.Tests/Features/Staff/Log/AddTests.cs", "")]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(f => Path.GetExtension(f.Path) is ".cs" or ".cshtml" or ".js" or ".mjs" or ".scss" or ".sh" && f.LineCount > MostLines)
            .Select(f => $"{f.Path} has {f.LineCount} lines: find the second idea in it, and give that a file.");

    private static IEnumerable<string> NamedForNothing(IEnumerable<SourceFile> files) =>
        files.SelectMany(f => f.Path.Split('/')[..^1].Where(BannedFolders.Contains).Select(folder => $"{f.Path}: {folder} says nothing. Name the folder for what it is about."));

    private static IEnumerable<string> Telling(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Path.EndsWith("package-lock.json", StringComparison.Ordinal)
        from line in file.Lines
        where Tells().IsMatch(line.Text)
        select $"{file.Path}:{line.Number} tells where or how it was written: {Tells().Match(line.Text).Value}";

    private static IEnumerable<string> NamingHosts(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Name is "package-lock.json" or "packages.lock.json" && f.Text.Contains("://", StringComparison.Ordinal))
            .SelectMany(f => f.Lines.Where(l => Resolved().IsMatch(l.Text)).Select(l => $"{f.Path}:{l.Number} names a host: {l.Text.Trim()}"));

    /// <summary>What begins with _ is a part of a page.</summary>
    private static IEnumerable<SourceFile> Pages(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path.StartsWith(Features, StringComparison.Ordinal) && f.Path.EndsWith(".cshtml", StringComparison.Ordinal) && f.Text.StartsWith("@page", StringComparison.Ordinal));

    /// <summary>"Staff/Log/Add".</summary>
    private static string NameOf(SourceFile page) => page.Path[Features.Length..^".cshtml".Length];

    /// <summary>A page's tests stand under its own name in the mirrored folder, or some test asks for its address.</summary>
    private static bool HasTests(SourceFile page, IReadOnlyCollection<SourceFile> tests)
    {
        var route = page.Text.Split('"')[1];
        var asked = new Regex("[\"]" + Parameter().Replace(Regex.Escape(route), "\\{[^}\"]+\\}") + "[\"?#]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return tests.Any(t => t.Path == TestsOf(NameOf(page)) || asked.IsMatch(t.Text));
    }

    private static string TestsOf(string page) => $"tests/Kept.Web.Tests/Features/{page}Tests.cs";

    /// <summary>A parameter of an address, escaped.</summary>
    [GeneratedRegex(@"\\\{[^}]*}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/home/\w|/root/\w|[A-Z]:\\Users", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tells();

    [GeneratedRegex("\"resolved\"|\"(source|feed)\"\\s*:\\s*\"https?://", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resolved();
}
