using System.Text;
using Kept.Web.Imports;

namespace Kept.Web.Tests.Imports;

/// <summary>A folder of its own for the files of one test class, with the samples beside it.</summary>
public sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-import-");

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Imports", "Samples", name);

    public string File(string text, string name = "file.csv", Encoding? encoding = null)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public string At(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    internal static List<RollReading> Read(string path) => [.. RollFile.Open(path).Read()];

    internal static List<string> Problems(string path) => [.. Read(path).SelectMany(r => r.Problems).Select(p => p.ToString())];
}
