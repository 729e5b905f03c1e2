using Kept.Store;

namespace Kept.Web.Hosting;

/// <summary>Where one running Kept keeps things: its folder and its database.</summary>
/// <param name="Directory">For keys and files; and for the database where that is a file.</param>
public sealed record Place(string Directory, Database Database);
