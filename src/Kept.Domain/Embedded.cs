namespace Kept.Domain;

/// <summary>Small published lists that are built into the product.</summary>
internal static class Embedded
{
    /// <summary>The rows below the heading of a list whose last column alone may hold commas.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()!.Split(',').Length;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return [.. line.Split(',', columns).Select(cell => cell.Trim('"'))];
            }
        }
    }
}
