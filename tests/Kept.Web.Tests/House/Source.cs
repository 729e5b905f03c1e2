namespace Kept.Web.Tests.House;

/// <summary>A file of the repository, by its path from the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, i) => (i + 1, line));

    public int LineCount => Text.TrimEnd('\n').Count(c => c is '\n') + 1;

    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The repository's own files: not what was built, fetched or is data.</summary>
internal static class Source
{
    private static readonly HashSet<string> NotOurs = [".git", "artifacts", "node_modules", "built", "bin", "obj", "data", "TestResults"];
    private static readonly HashSet<string> Binary = [".png", ".jpg", ".woff2", ".ico", ".xlsx", ".pdf", ".db", ".gz", ".zip"];
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => [.. Walk(Root).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    public static IReadOnlyList<SourceFile> Files => Read.Value;

    /// <summary>Files under a folder that end in one of these.</summary>
    public static IEnumerable<SourceFile> Under(string folder, params string[] endings) =>
        Files.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal) && Array.Exists(endings, e => f.Path.EndsWith(e, StringComparison.Ordinal)));

    private static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(f => !Binary.Contains(Path.GetExtension(f))))
        {
            yield return new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));
        }

        foreach (var file in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk))
        {
            yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kept.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
