using Kept.Store.Telling;
using NodaTime;

namespace Kept.Web.Features.Staff.Telling;

/// <summary>One line of who is to be told.</summary>
/// <param name="MayAct">Whether the viewer may say that they did.</param>
/// <param name="ClassName">Of the child, where lines are sorted by it.</param>
/// <param name="Place">The list that it stands in, and that whoever acts comes back to.</param>
public sealed record ToTellView(ToTell Row, bool MayAct, LocalDate Today, string? ClassName = null, string Place = "/telling")
{
    public const string Letters = "/telling/letters";
}
