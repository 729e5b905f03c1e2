using Kept.Web.Imports;

namespace Kept.Web.Features.Staff.Import;

/// <summary>What is wrong with a file, the first so many of them.</summary>
public sealed record ProblemList(IReadOnlyList<Problem> Problems, int Total, string? SkippedLink);

/// <summary>The first so many names of a total.</summary>
public sealed record NameList(IReadOnlyList<string> Names, int Total);
