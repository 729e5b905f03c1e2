namespace Kept.Web.Components;

/// <summary>
/// What the frame around a page needs to know of whoever is signed in. Put in <c>HttpContext.Features</c>; absent when nobody is.
/// </summary>
/// <param name="MayLog">Whether the button that logs a conversation is offered.</param>
/// <param name="MaySearch">Whether the search box is offered. Families have one page and need none.</param>
/// <param name="MayReadMessages">Whether a pupil’s messages are among the pages about the pupil.</param>
public sealed record Shell(
    string? SchoolName,
    string? PersonName,
    IReadOnlyList<ShellLink> Links,
    bool MayLog,
    bool IsDemo,
    bool MaySearch = true,
    bool MayReadMessages = false);

/// <summary>One place in the main navigation.</summary>
public sealed record ShellLink(string Text, string Href, bool Current);
