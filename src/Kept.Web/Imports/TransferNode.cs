using System.Text;
using System.Xml;

namespace Kept.Web.Imports;

/// <summary>A piece of a transfer file with the line on which it begins.</summary>
internal sealed class TransferNode
{
    private const int MostNodes = 5_000;
    private const int MostText = 2_000;
    private const int Deepest = 20;

    /// <summary>Large parts that are no part of Kept's record.</summary>
    private static readonly HashSet<string> Passed = new(StringComparer.OrdinalIgnoreCase)
        { "Attendance", "StageAssessments", "SchoolHistory", "Assessments", "FSMhistory", "NAWdetails", "Exclusions", "LearnerFAM" };

    private readonly List<TransferNode> children = [];

    private TransferNode(string name, int line)
    {
        Name = name;
        Line = line;
    }

    public string Name { get; }

    public int Line { get; }

    public string Text { get; private set; } = "";

    public static TransferNode Read(XmlReader reader)
    {
        var left = MostNodes;
        return Read(reader, ref left, 0);
    }

    public TransferNode? Child(params string[] names) => children.Find(child => names.Contains(child.Name, StringComparer.OrdinalIgnoreCase));

    public IEnumerable<TransferNode> Children(string name) => children.Where(child => child.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first of that name at any depth.</summary>
    public TransferNode? Find(string name) =>
        Child(name) ?? children.Select(child => child.Find(name)).FirstOrDefault(found => found is not null);

    private static TransferNode Read(XmlReader reader, ref int left, int depth)
    {
        var node = new TransferNode(reader.LocalName, ((IXmlLineInfo)reader).LineNumber);
        if (--left < 0 || depth > Deepest)
        {
            throw new XmlException("One pupil holds too much.", null, node.Line, 0);
        }

        if (reader.IsEmptyElement)
        {
            reader.Read();
            return node;
        }

        var text = new StringBuilder();
        reader.Read();
        while (reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, MostText - Math.Min(text.Length, MostText))));
                reader.Read();
            }
            else if (Passed.Contains(reader.LocalName))
            {
                reader.Skip();
            }
            else
            {
                node.children.Add(Read(reader, ref left, depth + 1));
            }
        }

        reader.Read();
        node.Text = text.ToString().Trim();
        return node;
    }
}
